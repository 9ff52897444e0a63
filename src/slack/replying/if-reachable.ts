import { UnreachableFileError } from '../../corpus/index.ts';

/** What was looked up, or something else where the files of the facts could not be looked into just now. */
export async function ifReachable<Found, Instead>(
  looking: Promise<Found>,
  instead: Instead,
): Promise<Found | Instead> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof UnreachableFileError) return instead;
    throw error;
  }
}
