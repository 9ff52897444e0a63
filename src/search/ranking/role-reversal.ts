import { lowerBound } from '../columns/lower-bound.ts';
import { endOfLook, wordOfToken } from '../indexing/token-lists.ts';
import { AUXILIARIES } from '../query/answer-type.ts';
import type { FoundName } from '../query/query.ts';
import { WORD_CLASS } from '../text/word-classes.ts';
import type { NamePlace } from './name-places.ts';
import type { ScoringContext } from './scoring-context.ts';

/** So many known questions tell who does what to whom. */
const ENOUGH = 2;
/** Now and then a question turns its words round, and asks the same. */
const SELDOM = 0.15;

/** Position of the first place in a line that stands for a name of the question, or -1. */
function placeOf(
  { index, lookup }: ScoringContext,
  line: number,
  { name, names }: { readonly name: FoundName; readonly names: readonly NamePlace[] },
): number {
  const { words } = index.lines;
  const isOfName = (term: number) => lookup.question.terms[term]?.name === name;
  const whole = names.find(({ terms }) => terms.some(isOfName));
  const from = words.starts[line] ?? 0;
  const to = whole ? from + whole.first : endOfLook(words, line);
  for (let at = from; at < to; at++) {
    const term = lookup.termAt(index.termOfWord[wordOfToken(words.tokens[at] ?? 0)] ?? 0);
    if (isOfName(term)) return at - from;
  }
  return whole ? whole.first : -1;
}

/** How the first two countries of a question stand in a line, in which `names` stand: in its order, turned, or not both of them. */
export function orderIn(
  context: ScoringContext,
  line: number,
  names: readonly NamePlace[],
): 'kept' | 'turned' | undefined {
  const { countries } = context.lookup.question;
  if (!countries) return undefined;
  const [one = -1, other = -1] = countries.map((name) => placeOf(context, line, { name, names }));
  if (one < 0 || other < 0) return undefined;
  return one < other ? 'kept' : 'turned';
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

/** Whether the known questions of a passage ask what others did, where the question asks it of a country. */
function isDeedOfOthers(context: ScoringContext, ordinal: number): boolean {
  const { index, lookup, scratch } = context;
  const subject = lookup.question.terms.find(({ isSubject, name }) => isSubject && name?.isCountry)?.name;
  if (!subject) return false;
  const first = lowerBound(index.passageOfLine, ordinal);
  let others = 0;
  for (let line = first; line < first + scratch.lines.questions.count; line++) {
    const whose = subjectIn(context, line, subject);
    if (whose === 'asked') return false;
    if (whose === 'other') others++;
  }
  return others >= ENOUGH;
}

/**
 * Whether a passage tells what somebody else did, or did it to whom it is asked of, as its known questions have it: what answers
 * "when did Ukraine fire missiles at Russia" does not answer "when did Russia fire missiles at Ukraine", nor does what answers "did
 * Russia adopt a doctrine" answer "did Ukraine adopt a doctrine".
 */
export function isTurnedRound(context: ScoringContext, ordinal: number): boolean {
  const { questions, orders } = context.scratch.lines;
  if (questions.count === 0) return false;
  const isTurned = orders.turned >= ENOUGH && orders.kept <= SELDOM * orders.turned;
  return isTurned || isDeedOfOthers(context, ordinal);
}
