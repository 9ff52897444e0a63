import type { Passage } from '../src/corpus/index.ts';
import { askAbout, type BenchQuestion } from './generate-questions.ts';
import { below, createRandom } from './random.ts';

/** Questions about passages drawn from a corpus of some size; the same for the same seed. */
export function chooseQuestions(
  passages: () => Iterable<Passage>,
  { size, wanted, seed }: { readonly size: number; readonly wanted: number; readonly seed: number },
): readonly BenchQuestion[] {
  const random = createRandom(seed + 7);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(wanted * 2, size)) chosen.add(below(random, size));
  const picked: Passage[] = [];
  let ordinal = 0;
  for (const passage of passages()) if (chosen.has(ordinal++)) picked.push(passage);
  return picked.flatMap((passage, i) => askAbout(passage, seed + i) ?? []).slice(0, wanted);
}
