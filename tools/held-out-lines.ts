import type { Passage, SynonymRule } from '../src/corpus/index.ts';
import { createIndex, type Hit } from '../src/search/index.ts';

/** A line of a fact, asked while the fact lacks it. */
export interface HeldOut {
  readonly fact: string;
  /** Best first; the fact's own may be missing. */
  readonly hits: readonly Hit[];
}

/** How many passages are looked at closely, see `LOOKED_AT`. */
const LOOKED_AT = 24;
/** How many lines facts have where the number varies: other desks write fewer than ours. */
const LINE_COUNTS = [1, 2, 3, 5, 8, 12, 20];

/** The same numbers in every run (a linear congruential generator, constants of the C standard's example). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
}

function shuffle<T>(items: readonly T[], random: () => number): readonly T[] {
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
        const count = LINE_COUNTS[Math.floor(random() * LINE_COUNTS.length)];
        return { ...passage, askedAs: varied ? shuffle(others, random).slice(0, count) : others };
      }),
      synonyms,
    );
    for (const passage of passages)
      yield { fact: passage.id, hits: index.search(lineOf(passage), { limit: LOOKED_AT }).hits };
  }
}
