import { type Passage, verifyPassages } from '../corpus/index.ts';

/**
 * Verifies quotes against the files: of what would be quoted, in its order, that whose words still stand in its file.
 * Rejects with an `UnreachableFileError` where that cannot be told just now.
 */
export async function keepVerified<Quotable>(
  quotables: readonly Quotable[],
  passageOf: (quotable: Quotable) => Passage,
): Promise<readonly Quotable[]> {
  const stands = await verifyPassages(quotables.map(passageOf));
  return quotables.filter((_, rank) => stands[rank]);
}
