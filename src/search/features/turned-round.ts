import { WORD_CLASS } from '../analysis/word-classes.ts';
import { lowerBound } from '../columns/lower-bound.ts';
import { AUXILIARIES } from '../question/answer-type.ts';
import type { FoundName } from '../question/question.ts';
import { endOfLook, type TokenLists, wordOfToken } from '../store/token-lists.ts';
import { findNamePlaces } from './name-places.ts';
import type { ScoringContext } from './scoring-context.ts';

/** So many known questions tell who does what to whom. */
const ENOUGH = 2;
/** Now and then a question turns its words round, and asks the same. */
const SELDOM = 0.15;

/** Position of the first place in a list of words that stands for a name of the question, or -1. */
function placeOf(
  { index, lookup }: ScoringContext,
  lists: TokenLists,
  list: number,
  name: FoundName,
): number {
  const isOfName = (term: number) => lookup.question.terms[term]?.name === name;
  const whole = findNamePlaces({ index, lookup }, lists, list).find(({ terms }) => terms.some(isOfName));
  const from = lists.starts[list] ?? 0;
  const to = whole ? from + whole.first : endOfLook(lists, list);
  for (let at = from; at < to; at++) {
    const term = lookup.termAt(index.termOfWord[wordOfToken(lists.tokens[at] ?? 0)] ?? 0);
    if (isOfName(term)) return at - from;
  }
  return whole ? whole.first : -1;
}

/** How the first two countries of a question stand in a line: in its order, the other way round, or not both of them. */
function orderIn(context: ScoringContext, line: number): 'kept' | 'turned' | undefined {
  const { countries } = context.lookup.question;
  if (!countries) return undefined;
  const [one = -1, other = -1] = countries.map((name) =>
    placeOf(context, context.index.lines.words, line, name),
  );
  if (one < 0 || other < 0) return undefined;
  return one < other ? 'kept' : 'turned';
}

/** Whether a line names the first two countries of the question the other way round. */
export function isTurnedIn(context: ScoringContext, line: number): boolean {
  return orderIn(context, line) === 'turned';
}

/** Of whom a line asks what they did: of the country of which the question asks it, of another place, or of neither. */
function subjectIn(
  { index, lookup }: ScoringContext,
  line: number,
  asked: FoundName,
): 'asked' | 'other' | undefined {
  const { starts, tokens } = index.lines.words;
  const wordAt = (at: number) => wordOfToken(tokens[at] ?? 0);
  const end = (starts[line + 1] ?? 0) - 1;
  for (let at = starts[line] ?? 0; at < end; at++) {
    if (!AUXILIARIES.has(index.lexicon.wordOf(wordAt(at)))) continue;
    // The article of "did the United States".
    const subject = index.isStopWord[wordAt(at + 1)] === 1 && at + 2 <= end ? wordAt(at + 2) : wordAt(at + 1);
    if (lookup.question.terms[lookup.termAt(index.termOfWord[subject] ?? 0)]?.name === asked) return 'asked';
    if (((index.wordClasses[subject] ?? 0) & WORD_CLASS.place) !== 0) return 'other';
  }
  return undefined;
}

/**
 * Whether a passage tells what somebody else did, or did it to whom it is asked of, as its known questions have it: what answers
 * "when did Ukraine fire missiles at Russia" does not answer "when did Russia fire missiles at Ukraine", nor does what answers "did
 * Russia adopt a doctrine" answer "did Ukraine adopt a doctrine".
 */
export function isTurnedRound(context: ScoringContext, ordinal: number): boolean {
  const { index, lookup, scratch } = context;
  if (scratch.lines.questions.count === 0) return false;
  const subject = lookup.question.terms.find(({ isSubject, name }) => isSubject && name?.isCountry)?.name;
  if (!subject && !lookup.question.countries) return false;
  const first = lowerBound(index.passageOfLine, ordinal);
  const count = { kept: 0, turned: 0, asked: 0, other: 0 };
  for (let line = first; line < first + scratch.lines.questions.count; line++) {
    const order = orderIn(context, line);
    if (order) count[order]++;
    const whose = subject && subjectIn(context, line, subject);
    if (whose) count[whose]++;
  }
  const isTurned = count.turned >= ENOUGH && count.kept <= SELDOM * count.turned;
  return isTurned || (count.other >= ENOUGH && count.asked === 0);
}
