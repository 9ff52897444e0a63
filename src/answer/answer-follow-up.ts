import type { Answer, Quote } from './answer.ts';
import { MONTH } from './month-names.ts';

/** Words that ask or point back, but name nothing that could be found. */
const EMPTY_WORDS = new Set(
  (
    'a about all also am an and any anything are as ask at be been but by can come could day did do does else ever ' +
    'exactly for from give had happen happened has have he her him his how i if in is it its just know last long many ' +
    'may me mean more most much my next no not now of off on one or other our out own please same say said says she ' +
    'should show so some source sources still tell than that the their them then there these they thing this those time ' +
    'to too up us very was we were what when where which who whom whose why will with would year yes yet you your'
  ).split(' '),
);
const WORD = /[\p{L}\p{N}]+/gu;
/** Two words that name something can stand alone: "Ottawa treaty?" is a question, "and the wounded?" is not. */
const CONTENT_WORDS_ALONE = 2;
const OPENS_AS_FOLLOW_UP = /^(?:and|or|but|also|what about|how about|same)\b/i;

/** Whether a question says too little to be answered without the one before it. */
export function leansOnEarlier(question: string): boolean {
  return (
    countContent(question) <
    (OPENS_AS_FOLLOW_UP.test(question.trim()) ? CONTENT_WORDS_ALONE + 1 : CONTENT_WORDS_ALONE)
  );
}

/** Whether a question names anything: "source?" and "when was that?" only point back. */
export function namesAnything(question: string): boolean {
  return countContent(question) > 0;
}

function countContent(question: string): number {
  const words = question.toLowerCase().match(WORD) ?? [];
  return words.filter((word) => !EMPTY_WORDS.has(word)).length;
}

/** A year or a month, with the word and the blanks that lead to it: `in 2024`, `since May 2023`, `last year`. */
const PERIOD = new RegExp(
  `(?<!\\s)\\s*\\b(?:(?:in|during|since|from|for|of|by)\\s+)?(?:(?:${MONTH})\\s+)?(?:(?:19|20)\\d{2}|(?:last|this)\\s+(?:year|month))\\b`,
  'gi',
);

/**
 * Two questions as one, of which the later leans on the earlier: of two periods the later one is meant, and `and in
 * 2023?` no longer asks for 2024.
 */
export function joinQuestions(earlier: string, later: string): string {
  const standing = later.search(PERIOD) < 0 ? earlier : earlier.replace(PERIOD, '').trim();
  return `${standing} ${later}`;
}

const DEGREE = 'many|much|long|far|often|old|big';
const QUESTION_WORD = new RegExp(
  `\\b(?:who|whom|whose|what|when|where|why|which|how(?: (?:${DEGREE}))?)\\b ?`,
  'i',
);
/** Other words for "why". */
const WHY = 'how come|what for';
/** What is asked for now, whatever was asked before: "why by hand?" */
const ASKS_FOR_OTHER = new RegExp(`\\b(?:why|${WHY}|where)\\b`, 'i');
const ASKS_FOR_MEASURE = new RegExp(`\\bhow (?:${DEGREE})\\b`, 'i');
const OTHER_WHY = new RegExp(`\\b(?:${WHY})\\b`, 'i');

/** Whether what is asked for is nothing that a source line tells, unlike "source?" and "when was that?". */
const asksForMore = (question: string) => ASKS_FOR_OTHER.test(question) || ASKS_FOR_MEASURE.test(question);

const AT_END = /(?<![?.!\s])[?.!\s]+$/;

/** The earlier question asked for something else: "when did Finland leave?" and "why?" are "why did Finland leave?". */
export function askAnew(earlier: string, later: string): string {
  const asked = later.replace(AT_END, '').replace(OTHER_WHY, 'why');
  return `${asked} ${earlier.replace(QUESTION_WORD, '')}`;
}

/** Answers a question, with quotes that hold something of `mustMeet` too where it is given. */
type AskMeeting = (question: string, mustMeet?: string) => Promise<Answer>;

/** Less likely than this, a quote that was given before is no answer to what is asked for beyond it. */
const REPEATED_FROM = 0.35;

/** Answers a question without quotes that the earlier question had and that hardly answer this one. */
async function askForMore(ask: AskMeeting, question: string, earlier: string): Promise<Answer> {
  const answer = await ask(askAnew(earlier, question));
  if (answer.outcome !== 'choices') return answer;
  const before = await ask(earlier);
  const given = new Set(before.quotes.map(({ factId }) => factId));
  const isNew = (quote: Quote) => !given.has(quote.factId) || quote.confidence >= REPEATED_FROM;
  const [first, ...others] = answer.quotes.filter(isNew);
  if (first) return { ...answer, quotes: [first, ...others] };
  const { quotes: _repeated, sourcesDiffer: _differ, ...asked } = answer;
  return { ...asked, outcome: 'none', quotes: [], nearestTopics: [] };
}

/**
 * Answers a question that may lean on an earlier one. One with enough content of its own is taken on its own; another
 * is searched together with the earlier one, where what it adds ("wounded") counts more than what was asked before, and
 * the answer says so in `understoodAs`.
 */
export async function answerFollowUp(ask: AskMeeting, question: string, earlier: string): Promise<Answer> {
  if (!leansOnEarlier(question)) return ask(question);
  const understoodAs = `${question} (after: ${earlier})`;
  if (namesAnything(question)) return answerTogether(ask, question, { earlier, understoodAs });
  if (asksForMore(question)) return { ...(await askForMore(ask, question, earlier)), question, understoodAs };
  // What points back only means nothing by itself: where nothing on file answers what it points to, nothing does.
  const before = await ask(earlier);
  const answer = before.outcome === 'none' ? await ask(joinQuestions(earlier, question)) : before;
  return { ...answer, question, understoodAs };
}

/** What the follow-up names must be met: quotes about something else would only repeat the earlier answer. */
async function answerTogether(
  ask: AskMeeting,
  question: string,
  { earlier, understoodAs }: { readonly earlier: string; readonly understoodAs: string },
): Promise<Answer> {
  const joined = ASKS_FOR_OTHER.test(question)
    ? askAnew(earlier, question)
    : joinQuestions(earlier, question);
  const together = await ask(joined, question);
  if (together.outcome !== 'none') return { ...together, question, understoodAs };
  const alone = await ask(question);
  // Who writes "and in Ukraine?" means it together with what was asked, and must be told that it was not so taken.
  return OPENS_AS_FOLLOW_UP.test(question.trim())
    ? { ...alone, understoodAs: `${question} (on its own: nothing on file answers it after: ${earlier})` }
    : alone;
}
