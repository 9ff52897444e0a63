/** How much of what was read is wanted, and how much of what is wanted was read. */
export interface Overlap {
  /** Undefined where nothing was read. */
  readonly precision: number | undefined;
  /** Undefined where nothing is wanted. */
  readonly recall: number | undefined;
}

/** Of runs of four words, as the article extraction benchmark counts them. */
export function overlapOf(wanted: string, read: string): Overlap {
  const [want, have] = [runsOf(wanted), runsOf(read)];
  let shared = 0;
  for (const [run, count] of have) shared += Math.min(count, want.get(run) ?? 0);
  return { precision: share(shared, sizeOf(have)), recall: share(shared, sizeOf(want)) };
}

/** Means over all pages, and the F1 of the means. */
export function summarise(overlaps: readonly Overlap[]) {
  const mean = (name: keyof Overlap) => {
    const figures = overlaps.flatMap((overlap) => overlap[name] ?? []);
    return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  };
  const [precision, recall] = [mean('precision'), mean('recall')];
  return { precision: round(precision), recall: round(recall), f1: round(f1(precision, recall)) };
}

/** The harmonic mean. */
export function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** To three digits, as such figures are compared. */
export function round(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}

const RUN = 4;

function runsOf(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const runs = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - RUN + 1); at += 1) {
    const run = words.slice(at, at + RUN).join(' ');
    if (run !== '') runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

function sizeOf(runs: ReadonlyMap<string, number>): number {
  return [...runs.values()].reduce((sum, count) => sum + count, 0);
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
