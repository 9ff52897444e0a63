import type { DeskQuestion } from '../../ledger/index.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';

/** So many open questions are looked through. */
const MOST_COMPARED = 200;

/** An open question, and how like it is to another (0 to 1). */
export interface LikeQuestion {
  readonly question: DeskQuestion;
  readonly likeness: number;
  readonly isSame: boolean;
}

/** The open questions whose words are known, with how like they are to a question, the likest first. */
export async function likeQuestions(
  words: string,
  { ledger, factDesk }: Pick<Services, 'ledger' | 'factDesk'>,
): Promise<readonly LikeQuestion[]> {
  const open = await ledger.openDeskQuestions(MOST_COMPARED);
  const worded = open.filter((question) => question.words !== null);
  const likenesses = await factDesk.compareQuestions(
    words,
    worded.map((question) => question.words ?? ''),
  );
  return worded
    .map((question, nth) => ({ question, likeness: 0, isSame: false, ...likenesses[nth] }))
    .sort((a, b) => b.likeness - a.likeness);
}

/**
 * The group of open questions that mean the same as a question; null where there is none, or where that cannot be told
 * just now: then it stands alone, and the desk may merge it by hand.
 */
export async function findSameQuestion(words: string, services: Services): Promise<string | null> {
  try {
    const like = await likeQuestions(words, services);
    return like.find(({ isSame }) => isSame)?.question.groupId ?? null;
  } catch (error) {
    services.logger.warn(errorFields(error), 'a question to the desk was compared with no other');
    return null;
  }
}
