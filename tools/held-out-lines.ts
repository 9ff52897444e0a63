import { createRandom, pick, type Random } from '../bench/random.ts';
import type { Passage, SynonymRule } from '../src/corpus/index.ts';
import { createIndex, type SearchResult } from '../src/search/index.ts';
import { RERANKED } from '../src/search/ranking/rank.ts';

/** A line of a fact, asked while the fact lacks it. */
export interface HeldOut {
  readonly fact: string;
  /** Best first; the fact's own may be missing. */
  readonly found: SearchResult;
}

/** How many lines facts have where the number varies: other desks write fewer than ours. */
const LINE_COUNTS = [1, 2, 3, 5, 8, 12, 20];

function shuffle<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/**
 * Takes one line from every fact at a time and asks it; in turn for `turns` lines.
 * @param varied leave each fact with another number of lines
 */
export function* askHeldOut(
  passages: readonly Passage[],
  synonyms: readonly SynonymRule[],
  { turns, varied }: { readonly turns: number; readonly varied: boolean },
): Generator<HeldOut> {
  const random = createRandom(7);
  for (let turn = 0; turn < turns; turn++) {
    const lineOf = ({ askedAs }: Passage) => askedAs[turn % askedAs.length] ?? '';
    const index = createIndex(
      passages.map((passage) => {
        const others = passage.askedAs.filter((line) => line !== lineOf(passage));
        const left = varied ? shuffle(others, random).slice(0, pick(random, LINE_COUNTS)) : others;
        return { ...passage, askedAs: left };
      }),
      synonyms,
    );
    for (const passage of passages)
      yield { fact: passage.id, found: index.search(lineOf(passage), { limit: RERANKED.most }) };
  }
}
