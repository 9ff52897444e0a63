/** The parts of the work on a question that are timed, each as often as it is done. */
export type AnswerPart = 'reading' | 'search' | 'decision';

/** Is told of a part that is done: when it began, in milliseconds of `performance.now()`. */
export type OnPart = (part: AnswerPart, startedAt: number) => void;

/** Does a part of the work, and tells of it where somebody wants to know. */
export function asPart<Result>(part: AnswerPart, onPart: OnPart | undefined, work: () => Result): Result {
  if (onPart === undefined) return work();
  const startedAt = performance.now();
  const result = work();
  onPart(part, startedAt);
  return result;
}
