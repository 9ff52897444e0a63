import { lowerBound } from '../columns/lower-bound.ts';
import { wordOfToken } from '../indexing/token-lists.ts';
import { AUXILIARIES } from '../query/answer-type.ts';
import type { FoundName } from '../query/query.ts';
import { WORD_CLASS } from '../text/word-classes.ts';
import type { Evidence } from './evidence.ts';
import type { QueryContext } from './query-context.ts';

/** So many example queries tell who does what to whom. */
const ENOUGH = 2;
/** Now and then a question has its words in another order, and asks the same. */
const SELDOM = 0.15;

/** Of whom a line asks what they did: of the country of which the question asks it, of another place, or of neither. */
function subjectIn(
  { index, lookup, query }: QueryContext,
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
    if (query.terms[lookup.at(index.termOfWord[subject] ?? 0).number]?.name === asked) return 'asked';
    if (((index.wordClasses[subject] ?? 0) & WORD_CLASS.place) !== 0) return 'other';
  }
  return undefined;
}

/** Whether the example queries of a passage ask what others did, where the question asks it of a country. */
function hasOtherAgent({ context, ordinal, lines }: Evidence): boolean {
  const { index, query } = context;
  const subject = query.terms.find(({ isSubject, name }) => isSubject && name?.isCountry)?.name;
  if (!subject) return false;
  const first = lowerBound(index.passageOfLine, ordinal);
  let others = 0;
  for (let line = first; line < first + lines.examples.count; line++) {
    const whose = subjectIn(context, line, subject);
    if (whose === 'asked') return false;
    if (whose === 'other') others++;
  }
  return others >= ENOUGH;
}

/**
 * Whether a passage tells what somebody else did, or did it to whom it is asked of, as its example queries have it:
 * what answers "when did Ukraine fire missiles at Russia" does not answer "when did Russia fire missiles at Ukraine",
 * nor does what answers "did Russia adopt a doctrine" answer "did Ukraine adopt a doctrine".
 */
export function hasRolesReversed(evidence: Evidence): boolean {
  const { examples, orders } = evidence.lines;
  if (examples.count === 0) return false;
  const isReversed = orders.reversed >= ENOUGH && orders.kept <= SELDOM * orders.reversed;
  return isReversed || hasOtherAgent(evidence);
}
