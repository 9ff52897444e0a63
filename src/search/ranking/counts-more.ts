import { endOfReranked, spellingOfToken, wordOfToken } from '../indexing/token-lists.ts';
import { casualties as casualtyStems } from '../query/casualties.ts';
import { SPELLING } from '../text/split-words.ts';
import type { Evidence } from './evidence.ts';
import type { QueryContext } from './query-context.ts';

/**
 * Whether the question names something beside a term, as in `killed or injured`, that the passage may hold by another
 * word.
 */
function asksForMore({ context: { query }, own }: Evidence, term: number): boolean {
  const positionOf = (number: number) => query.terms[number]?.position ?? Number.NaN;
  // One word that is not searched stands between the two.
  return [term - 1, term + 1].some(
    (beside) => own.certainties[beside] === 0 && Math.abs(positionOf(beside) - positionOf(term)) === 2,
  );
}

/** Whether a passage counts what is asked for together with another thing, as in "4,710 were killed or injured". */
function countsBoth(evidence: Evidence): boolean {
  const { context, ordinal } = evidence;
  const { index, lookup } = context;
  const { starts, tokens } = index.text.words;
  const or = index.lexicon.idOf('or');
  const wordAt = (at: number) => wordOfToken(tokens[at] ?? 0);
  const termAt = (at: number) => lookup.at(index.termOfWord[wordAt(at)] ?? 0).number;
  const isNumber = (at: number) => (spellingOfToken(tokens[at] ?? 0) & SPELLING.digits) !== 0;
  const isOther = (at: number) => termAt(at) < 0 && index.isStopWord[wordAt(at)] === 0 && !isNumber(at);
  for (let at = (starts[ordinal] ?? 0) + 1; at < endOfReranked(index.text.words, ordinal) - 1; at++) {
    if (wordAt(at) !== or) continue;
    const term = Math.max(termAt(at - 1), termAt(at + 1));
    if (term >= 0 && (isOther(at - 1) || isOther(at + 1)) && !asksForMore(evidence, term)) return true;
  }
  return false;
}

/** Whether the dead alone, or the wounded alone, are asked for, and a passage counts casualties, which are both. */
function countsCasualties({ index, query }: QueryContext, ordinal: number): boolean {
  const { casualties } = query;
  if (casualties === undefined) return false;
  const { starts, tokens } = index.text.words;
  const words = tokens.subarray(starts[ordinal], endOfReranked(index.text.words, ordinal));
  const terms = new Set(Array.from(words, (token) => index.termOfWord[wordOfToken(token)] ?? 0));
  const holds = (stems: ReadonlySet<string>) =>
    [...stems].some((root) => terms.has(index.lexicon.idOf(root)));
  const { both, [casualties]: own } = casualtyStems();
  return holds(both) && !holds(own);
}

/**
 * Whether a count is asked of one thing and the passage counts it together with another: it does not say how many
 * were killed that so many were killed or injured, or were casualties.
 */
export function countsMore(evidence: Evidence): boolean {
  const { context, ordinal } = evidence;
  if (context.query.expected.type !== 'count') return false;
  return countsBoth(evidence) || countsCasualties(context, ordinal);
}
