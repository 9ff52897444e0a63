import { type Passage, verifyPassages } from '../corpus/index.ts';

/** Passages that were fetched from elsewhere, where they are verified. */
export interface FetchedOnes {
  /** Whether it was fetched, by its id. */
  holds(passage: Passage): boolean;
  /** For each passage, whether its words still stand. Rejects as that of `FetchedPassages` does. */
  verify(passages: readonly Passage[]): Promise<readonly boolean[]>;
}

/**
 * Verifies quotes against the files, and what was fetched against where it came from: of what would be quoted, in its
 * order, that whose words still stand there. Rejects with an `UnreachableFileError` where that cannot be told just now.
 */
export async function keepVerified<Quotable>(
  quotables: readonly Quotable[],
  passageOf: (quotable: Quotable) => Passage,
  fetched?: FetchedOnes,
): Promise<readonly Quotable[]> {
  const passages = quotables.map(passageOf);
  const isFetched = (passage: Passage) => fetched?.holds(passage) === true;
  const stands = new Map([
    ...(await standing(
      passages.filter((passage) => !isFetched(passage)),
      verifyPassages,
    )),
    ...(fetched ? await standing(passages.filter(isFetched), fetched.verify) : []),
  ]);
  return quotables.filter((_, rank) => stands.get(passages[rank]));
}

async function standing(
  passages: readonly Passage[],
  verify: FetchedOnes['verify'],
): Promise<readonly (readonly [Passage | undefined, boolean])[]> {
  const verified = passages.length === 0 ? [] : await verify(passages);
  return passages.map((passage, rank) => [passage, verified[rank] === true]);
}
