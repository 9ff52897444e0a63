import { type Passage, verifyPassages } from '../corpus/index.ts';

/**
 * Of things that would be quoted, in their order, those whose words still stand in their file. Rejects with an
 * `UnreachableFileError` where that cannot be told just now.
 */
export async function keepVerbatim<Thing>(
  things: readonly Thing[],
  passageOf: (thing: Thing) => Passage,
): Promise<readonly Thing[]> {
  const stands = await verifyPassages(things.map(passageOf));
  return things.filter((_, rank) => stands[rank]);
}
