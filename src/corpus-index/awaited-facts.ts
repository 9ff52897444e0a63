import type { Passage } from '../corpus/index.ts';
import { buildIndex, shareColumns } from '../search/index.ts';
import type { SheetSegment } from './sheet-segments.ts';

/** The index of the facts that may be shown later, in no other index. */
export interface AwaitedFactIndex {
  /** No segment where there are none. It is built anew only for other facts than before. */
  segments(facts: readonly Passage[]): readonly SheetSegment[];
  /** The facts that were indexed last. */
  facts(): readonly Passage[];
}

/** Opens an index of no facts. */
export function openAwaitedFacts(): AwaitedFactIndex {
  let facts: readonly Passage[] = [];
  let segments: readonly SheetSegment[] = [];
  return {
    segments(now) {
      if (isSame(facts, now)) return segments;
      facts = now;
      segments = now.length === 0 ? [] : [indexed(now)];
      return segments;
    },
    facts: () => facts,
  };
}

function isSame(before: readonly Passage[], now: readonly Passage[]): boolean {
  return before.length === now.length && before.every((passage, at) => passage === now[at]);
}

function indexed(passages: readonly Passage[]): SheetSegment {
  return { segment: { columns: shareColumns(buildIndex(passages)) }, passages };
}
