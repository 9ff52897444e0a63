import type { Placement } from '../archive/index.ts';
import type { Imported } from '../importers/index.ts';
import type { Problem } from '../problem.ts';

/** What an import did. */
export interface ImportReport {
  /** Articles that were found, in whatever state, and what should have been one. */
  readonly read: number;
  readonly written: number;
  /** Newer versions of articles that were on file. */
  readonly replaced: number;
  /** On file already, word for word. */
  readonly unchanged: number;
  /** Older versions of what is on file. */
  readonly older: number;
  readonly skipped: readonly Problem[];
  /** Faults of files whose articles were read all the same. */
  readonly warnings: readonly Problem[];
  /** What came along and is no article: how many of each type, such as `picture`. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** What became of one thing that was read. */
export type Outcome = Exclude<Placement, 'duplicate'> | Exclude<Imported, { kind: 'item' }>;

/** Counts what an import does, while it does it. */
export interface ImportTally {
  /** Notes what became of something in `file`. */
  note(outcome: Outcome, file: string): void;
  /** Notes what could not even be read. */
  skip(problem: Problem): void;
  report(): ImportReport;
}

/** A tally of nothing yet. */
export function openTally(): ImportTally {
  const counts = { read: 0, written: 0, replaced: 0, unchanged: 0, older: 0 };
  const skipped: Problem[] = [];
  const warnings: Problem[] = [];
  const leftOut = new Map<string, number>();
  return {
    note(outcome, file) {
      if (typeof outcome === 'string') counts[outcome] += 1;
      else if (outcome.kind === 'no article') leftOut.set(outcome.type, (leftOut.get(outcome.type) ?? 0) + 1);
      else {
        const { kind, line, what, mend } = outcome;
        (kind === 'problem' ? skipped : warnings).push({ file, line, what, mend });
      }
      if (typeof outcome === 'string' || outcome.kind === 'problem') counts.read += 1;
    },
    skip: (problem) => void skipped.push(problem),
    report: () => ({ ...counts, skipped, warnings, leftOut }),
  };
}
