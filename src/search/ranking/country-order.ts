import { endOfLook, wordOfToken } from '../indexing/token-lists.ts';
import type { FoundName } from '../query/query.ts';
import type { NamePlace } from './name-places.ts';
import type { QueryContext } from './query-context.ts';

/** Position of the first place in a line that stands for a name of the question, or -1. */
function placeOf(
  { index, lookup, query }: QueryContext,
  line: number,
  { name, names }: { readonly name: FoundName; readonly names: readonly NamePlace[] },
): number {
  const { words } = index.lines;
  const isOfName = (number: number) => query.terms[number]?.name === name;
  const whole = names.find(({ terms }) => terms.some(isOfName));
  const from = words.starts[line] ?? 0;
  const to = whole ? from + whole.first : endOfLook(words, line);
  for (let at = from; at < to; at++) {
    const { number } = lookup.at(index.termOfWord[wordOfToken(words.tokens[at] ?? 0)] ?? 0);
    if (isOfName(number)) return at - from;
  }
  return whole ? whole.first : -1;
}

/** How the first two countries of a question stand in a line, in which `names` stand: in its order, reversed, or not both of them. */
export function orderIn(
  context: QueryContext,
  line: number,
  names: readonly NamePlace[],
): 'kept' | 'reversed' | undefined {
  const { countries } = context.query;
  if (!countries) return undefined;
  const [one = -1, other = -1] = countries.map((name) => placeOf(context, line, { name, names }));
  if (one < 0 || other < 0) return undefined;
  return one < other ? 'kept' : 'reversed';
}
