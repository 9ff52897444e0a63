import type { Searcher } from './searcher.ts';
import type { InTime } from './time-limit.ts';

/**
 * Works on a question with a searcher's index, in its time. What was noted for a search that did not come to its end is
 * not there for the next one. Throws what the work throws, or a `TookTooLongError`.
 */
export function lookUpInTime<Result>(
  { index }: Pick<Searcher, 'index'>,
  work: () => Result,
  inTime: InTime,
): Result {
  try {
    return inTime(work);
  } catch (error) {
    index.reopen();
    throw error;
  }
}
