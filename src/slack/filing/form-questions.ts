import type { DeskQuestion } from '../../ledger/index.ts';
import { type FormSubject, offeredQuestions } from '../blocks/filing/fact-form.ts';
import type { Services } from '../services/services.ts';
import { isAskedAs } from './answers-question.ts';

/** The questions that a form is for, when it is sent. */
export interface FormQuestions {
  /** Where they are now; null where none of them is open any more. */
  readonly groupId: string | null;
  /** Those that are open still. */
  readonly open: readonly DeskQuestion[];
}

/** Finds the questions that a form was opened for: they may have been closed, or merged with others, meanwhile. */
export async function formQuestions(
  { groupId, questionIds }: FormSubject,
  { ledger }: Pick<Services, 'ledger'>,
): Promise<FormQuestions> {
  const found =
    questionIds === undefined
      ? await ledger.questionsOfGroup(groupId)
      : await Promise.all(questionIds.map((id) => ledger.deskQuestion(id)));
  const open = found.filter((question): question is DeskQuestion => question?.state === 'open');
  const isThere = open.some((question) => question.groupId === groupId);
  return { groupId: isThere ? groupId : (open[0]?.groupId ?? null), open };
}

/** Those that stood in the form and were taken out by whoever filled it, by id. */
export function leftOutOf(open: readonly DeskQuestion[], askedAs: readonly string[]): readonly string[] {
  const offered = offeredQuestions([...new Set(open.map(({ words }) => words ?? ''))]);
  return open
    .filter(({ words }) => words !== null && offered.includes(words) && !isAskedAs(words, askedAs))
    .map(({ id }) => id);
}
