import { askAnew, type FollowUp, isFigure, joinQuestions, readFollowUp } from '../search/index.ts';
import type { Answer, Quote } from './answer.ts';
import { answerAsked } from './answer-asked.ts';
import { toldOfFollowUp } from './told-of-follow-up.ts';

/** Whether what is asked for now is asked for whatever was asked before: "why by hand?" */
const asksForOther = ({ asksFor }: FollowUp) => asksFor === 'reason' || asksFor === 'place';

/** Whether what is asked for is nothing that a source line tells, unlike "source?" and "when was that?". */
const asksForMore = (followUp: FollowUp) => asksForOther(followUp) || isFigure(followUp.asksFor);

/** Answers a question, with quotes that hold something of `mustMeet` too where it is given. */
export type AskMeeting = (question: string, mustMeet?: string) => Promise<Answer>;

/** Above this, more or less says nothing. */
const CERTAIN = 0.9;

/**
 * Answers a question without quotes that the earlier question had, but for those that are likelier to answer this one:
 * they hold what is asked for beyond it.
 */
async function askForMore(ask: AskMeeting, question: string, earlier: string): Promise<Answer> {
  const answer = await ask(askAnew(earlier, question));
  if (answer.outcome === 'none') return answer;
  const before = await ask(earlier);
  const given = new Map(before.quotes.map(({ factId, confidence }) => [factId, confidence]));
  const isNew = ({ factId, confidence }: Quote) => confidence > Math.min(given.get(factId) ?? 0, CERTAIN);
  const [first, ...others] = answer.quotes.filter(isNew);
  const isWhole = answer.outcome !== 'list' || others.length > 0;
  if (first && first === answer.quotes[0] && isWhole) return { ...answer, quotes: [first, ...others] };
  const { outcome: _outcome, quotes: _quotes, more: _more, ...asked } = { more: 0, ...answer };
  // What is left was never sure.
  if (first) return { ...asked, outcome: 'choices', quotes: [first, ...others] };
  return { ...asked, outcome: 'none', quotes: [], nearestTopics: [] };
}

/**
 * Answers a question that may lean on an earlier one. One with enough content of its own is taken on its own; another
 * is searched together with the earlier one, where what it adds ("wounded") counts more than what was asked before, and
 * the answer says so in `understoodAs`.
 */
export async function answerFollowUp(ask: AskMeeting, question: string, earlier: string): Promise<Answer> {
  const followUp = readFollowUp(question);
  if (!followUp.leans) return answerAsked(ask, question);
  const understoodAs = `${question} (after: ${earlier})`;
  if (followUp.namesAnything) return answerTogether(ask, question, { earlier, understoodAs, followUp });
  if (asksForMore(followUp)) return { ...(await askForMore(ask, question, earlier)), question, understoodAs };
  // What points back only means nothing by itself: where nothing on file answers what it points to, nothing does.
  const before = await ask(earlier);
  const answer = before.outcome === 'none' ? await ask(joinQuestions(earlier, question)) : before;
  return { ...answer, question, understoodAs };
}

/** What the follow-up names must be met: quotes about something else would only repeat the earlier answer. */
async function answerTogether(
  ask: AskMeeting,
  question: string,
  {
    earlier,
    understoodAs,
    followUp,
  }: { readonly earlier: string; readonly understoodAs: string; readonly followUp: FollowUp },
): Promise<Answer> {
  const joined = asksForOther(followUp) ? askAnew(earlier, question) : joinQuestions(earlier, question);
  const together = await ask(joined, question);
  if (together.outcome !== 'none')
    return { ...toldOfFollowUp(together, question, followUp), question, understoodAs };
  const alone = await ask(question);
  // Who writes "and in Ukraine?" means it together with what was asked, and must be told that it was not so taken.
  return followUp.opensAsFollowUp
    ? { ...alone, understoodAs: `${question} (on its own: nothing on file answers it after: ${earlier})` }
    : alone;
}
