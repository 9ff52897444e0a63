import type { Passage } from '../corpus/index.ts';
import {
  buildIndex,
  documentsOf,
  type IndexColumns,
  removeFrom,
  type Segment,
  shareColumns,
} from '../search/index.ts';
import type { FactsBySheet } from './facts-by-sheet.ts';

/** The index of the sheets, kept from one state of theirs to the next. */
export interface SheetIndex {
  /** The segments of some facts. Only sheets that are other ones than before are read again. */
  segments(facts: FactsBySheet): readonly SheetSegment[];
}

/** A segment, and what it was built from. */
export interface SheetSegment {
  readonly segment: Segment;
  /** Its passages in their order, those too that were removed since. */
  readonly passages: readonly Passage[];
}

/** So many facts are indexed faster than anybody waits for: they stay in one segment, in their order. */
const FEW_FACTS = 1_000;
/** From this share of changed facts on, the index is rebuilt. */
const STALE_SHARE = 0.1;

/** What was indexed as a whole, and of which facts. */
interface Base {
  readonly facts: FactsBySheet;
  readonly passages: readonly Passage[];
  readonly columns: IndexColumns;
}

/** Opens an index of no sheets. */
export function openSheetIndex(): SheetIndex {
  let base: Base = { facts: new Map(), passages: [], columns: buildIndex([]) };
  const whole = ({ columns, passages }: Base) => [{ segment: { columns }, passages }];
  let last: { readonly facts: FactsBySheet; readonly segments: readonly SheetSegment[] } = {
    facts: base.facts,
    segments: whole(base),
  };
  return {
    segments(facts) {
      const changed = changedFiles(base.facts, facts);
      if (isStale(base, facts, changed)) {
        const passages = [...facts.values()].flat();
        base = { facts, passages, columns: shareColumns(buildIndex(passages)) };
        last = { facts, segments: whole(base) };
      } else if (changedFiles(last.facts, facts).size > 0) {
        last = { facts, segments: besideBase(base, facts, changed) };
      }
      return last.segments;
    },
  };
}

function changedFiles(before: FactsBySheet, now: FactsBySheet): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [file, facts] of before) if (now.get(file) !== facts) changed.add(file);
  for (const [file, facts] of now) if (before.get(file) !== facts) changed.add(file);
  return changed;
}

function isStale(base: Base, facts: FactsBySheet, changed: ReadonlySet<string>): boolean {
  if (changed.size === 0) return false;
  const count = (sheets: FactsBySheet, of: Iterable<string>) => {
    let sum = 0;
    for (const file of of) sum += sheets.get(file)?.length ?? 0;
    return sum;
  };
  const all = count(facts, facts.keys());
  const other = count(base.facts, changed) + count(facts, changed);
  return all <= FEW_FACTS || other > Math.max(FEW_FACTS, all * STALE_SHARE);
}

/** The base without the sheets that changed, and these in a segment of their own. */
function besideBase(
  { columns, passages }: Base,
  facts: FactsBySheet,
  changed: ReadonlySet<string>,
): readonly SheetSegment[] {
  const isRemoved = new Uint8Array(columns.passages.commonOf.length);
  for (const { from, to, place } of documentsOf(columns)) {
    if (changed.has(place.file)) isRemoved.fill(1, from, to);
  }
  const recent = [...facts].filter(([file]) => changed.has(file)).flatMap(([, sheet]) => sheet);
  const segment = isRemoved.includes(1) ? { columns, removal: removeFrom(columns, isRemoved) } : { columns };
  const rest = { segment, passages };
  if (recent.length === 0) return [rest];
  return [rest, { segment: { columns: shareColumns(buildIndex(recent)) }, passages: recent }];
}
