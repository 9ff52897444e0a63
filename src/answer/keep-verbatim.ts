import { type Passage, standsInFile } from '../corpus/index.ts';

/** Of things that would be quoted, in their order, those whose words still stand in their file. */
export async function keepVerbatim<Thing>(
  things: readonly Thing[],
  passageOf: (thing: Thing) => Passage,
): Promise<readonly Thing[]> {
  const stands = await Promise.all(things.map((thing) => standsInFile(passageOf(thing))));
  return things.filter((_, rank) => stands[rank]);
}
