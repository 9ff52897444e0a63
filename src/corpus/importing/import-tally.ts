import { type Placement, visibilityAt } from '../archive/index.ts';
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
  /** Articles that are not shown for now, being drafts, under embargo, withdrawn and the like. */
  readonly heldBack: number;
  /** Those of them whose state was not understood. */
  readonly doubted: number;
  /** Articles that the desk has erased, which are not let in again. */
  readonly erased: number;
  /** Cancellations and corrections that met no article. Each was told as a remark. */
  readonly unmet: number;
  /** Files, lines and articles that could not be used. Each was told as a remark. */
  readonly skipped: number;
  /** What came along and is no article: how many of each type, such as `picture`. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** What became of one thing that was read. */
export type Outcome = Exclude<Placement, 'duplicate'> | Exclude<Imported, { kind: 'item' }>;

/** Something to tell of one file, line or article. A `problem` kept it out of the archive, a `warning` did not. */
export interface ImportRemark extends Problem {
  readonly kind: 'problem' | 'warning';
}

/** Files may name any number of types. */
const MOST_TYPES = 20;

/** Counts what an import does, while it does it. */
export interface ImportTally {
  /** Notes what became of something in `file`. */
  note(outcome: Outcome, file: string): void;
  /** Notes whether an article may be shown at `now`, and what of it was not understood. */
  noteState(imported: Extract<Imported, { kind: 'item' }>, file: string, now: Date): void;
  /** Notes what could not even be read. */
  skip(problem: Problem): void;
  /** Notes something else about an article that was counted. */
  warn(problem: Problem): void;
  /** Notes a cancellation or a correction that met no article. */
  leaveUnmet(problem: Problem): void;
  report(): ImportReport;
}

/** A tally of nothing yet. Remarks are told at once and not kept: an import may have millions. */
export function openTally(onRemark: (remark: ImportRemark) => void): ImportTally {
  const counts = {
    read: 0,
    written: 0,
    replaced: 0,
    unchanged: 0,
    older: 0,
    heldBack: 0,
    doubted: 0,
    erased: 0,
    unmet: 0,
    skipped: 0,
  };
  const leftOut = new Map<string, number>();
  const leaveOut = (type: string) => {
    const counted = leftOut.has(type) || leftOut.size < MOST_TYPES ? type : 'of other types';
    leftOut.set(counted, (leftOut.get(counted) ?? 0) + 1);
  };
  const remark = (kind: ImportRemark['kind'], problem: Problem) => {
    if (kind === 'problem') counts.skipped += 1;
    onRemark({ kind, ...problem });
  };
  return {
    note(outcome, file) {
      if (typeof outcome === 'string') counts[outcome] += 1;
      else if (outcome.kind === 'no article') leaveOut(outcome.type);
      else remark(outcome.kind, { file, line: outcome.line, what: outcome.what, mend: outcome.mend });
      if (typeof outcome === 'string' || outcome.kind === 'problem') counts.read += 1;
    },
    noteState({ item, line, doubts }, file, now) {
      for (const { what, mend } of doubts) remark('warning', { file, line, what, mend });
      if (visibilityAt(item, now) !== 'usable') counts.heldBack += 1;
      if (doubts.length > 0 && item.pubStatus !== 'usable') counts.doubted += 1;
    },
    skip: (problem) => remark('problem', problem),
    warn: (problem) => remark('warning', problem),
    leaveUnmet(problem) {
      counts.unmet += 1;
      remark('warning', problem);
    },
    report: () => ({ ...counts, leftOut }),
  };
}
