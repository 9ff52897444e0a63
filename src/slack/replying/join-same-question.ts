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
 * Has a question that was just put to the desk join those before it that mean the same, and gives its group. It is in
 * the ledger by then, and only joins older ones: of two that come at the same time, one joins the other. Where it
 * cannot be compared just now it stands alone, and the desk may merge it by hand.
 */
export async function joinSameQuestion(own: DeskQuestion, services: Services): Promise<string> {
  try {
    const like = await likeQuestions(own.words ?? '', services);
    const same = like.find(({ question, isSame }) => isSame && isOlder(question, own));
    if (same === undefined) return own.groupId;
    const isMerged = await services.ledger.mergeGroups(own.groupId, same.question.groupId);
    return isMerged ? same.question.groupId : own.groupId;
  } catch (error) {
    services.logger.warn(errorFields(error), 'a question to the desk was compared with no other');
    return own.groupId;
  }
}

function isOlder(one: DeskQuestion, other: DeskQuestion): boolean {
  const [a, b] = [one.firstAskedAt.getTime(), other.firstAskedAt.getTime()];
  return a < b || (a === b && one.id < other.id);
}
