import { type Answer, TookTooLongError } from '../../answer/index.ts';
import type { DeskQuestion } from '../../ledger/index.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';

/** A fact on file that may answer. */
export interface AnsweringFact {
  readonly factId: string;
  /** Questions that the desk says it answers. @default none */
  readonly askedAs?: readonly string[];
  /** Questions that the desk says it does not answer, by id. @default none */
  readonly leftOut?: readonly string[];
}

/**
 * Whether a fact surely answers a question to the desk where it was asked: the desk says so, or it is what the question
 * gets now and the desk does not say otherwise. Rejects where the files cannot be read just now.
 */
export async function answersQuestion(
  { id, words, questionId }: DeskQuestion,
  { factId, askedAs = [], leftOut = [] }: AnsweringFact,
  services: Services,
): Promise<boolean> {
  const question = await services.ledger.question(questionId);
  if (question === undefined || words === null || leftOut.includes(id)) return false;
  const files = filesIn(question.channel, services);
  if ((await files.fact(factId)) === null) return false;
  if (isAskedAs(words, askedAs)) return true;
  try {
    return isSureOf(await files.ask(words), factId);
  } catch (error) {
    if (error instanceof TookTooLongError) return false;
    throw error;
  }
}

/** Whether an answer gives a fact surely: as the answer, as a part of a list, or beside sources that differ from it. */
function isSureOf(answer: Answer, factId: string): boolean {
  const [first] = answer.quotes;
  if (answer.outcome === 'answer') return first?.factId === factId;
  const isOneOfSeveral =
    answer.outcome === 'list' || (answer.outcome === 'choices' && answer.sourcesDiffer === true);
  return isOneOfSeveral && answer.quotes.some((quote) => quote.factId === factId);
}

/** Whether a question is one of some, but for case and spaces. */
export function isAskedAs(words: string, askedAs: readonly string[]): boolean {
  return askedAs.some((asked) => inOneLine(asked) === inOneLine(words));
}

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
