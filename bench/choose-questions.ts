import type { Passage } from '../src/corpus/index.ts';
import { askAbout, type BenchQuestion } from './generate-questions.ts';
import { below, createRandom } from './random.ts';

/** Questions that are asked before any is timed: code that runs for a year is compiled, and so it is measured. */
const WARM_UP = 300;
/** So often: code is compiled for good only when it has run some thousand times. */
const ROUNDS = 5;

/** Questions to be timed, and others to be asked before. */
export interface Chosen {
  readonly timed: readonly BenchQuestion[];
  readonly warmUp: readonly BenchQuestion[];
}

/** Questions about passages drawn from a corpus of some size; the same for the same seed. */
export function chooseQuestions(
  passages: () => Iterable<Passage>,
  { size, wanted, seed }: { readonly size: number; readonly wanted: number; readonly seed: number },
): Chosen {
  const random = createRandom(seed + 7);
  const chosen = new Set<number>();
  while (chosen.size < Math.min((wanted + WARM_UP) * 2, size)) chosen.add(below(random, size));
  const picked: Passage[] = [];
  let ordinal = 0;
  for (const passage of passages()) if (chosen.has(ordinal++)) picked.push(passage);
  const questions = picked.flatMap((passage, i) => askAbout(passage, seed + i) ?? []);
  const others = questions.slice(wanted, wanted + WARM_UP);
  return { timed: questions.slice(0, wanted), warmUp: Array.from({ length: ROUNDS }, () => others).flat() };
}
