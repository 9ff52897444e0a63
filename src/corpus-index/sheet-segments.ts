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
  segments(facts: FactsBySheet): readonly Segment[];
}

/** So many facts are indexed faster than anybody waits for: they stay in one segment, in their order. */
const FEW_FACTS = 1_000;
/** From this share of changed facts on, the index is rebuilt. */
const STALE_SHARE = 0.1;

/** What was indexed as a whole, and of which facts. */
interface Base {
  readonly facts: FactsBySheet;
  readonly columns: IndexColumns;
}

/** Opens an index of no sheets. */
export function openSheetIndex(): SheetIndex {
  let base: Base = { facts: new Map(), columns: buildIndex([]) };
  let last: { readonly facts: FactsBySheet; readonly segments: readonly Segment[] } = {
    facts: base.facts,
    segments: [{ columns: base.columns }],
  };
  return {
    segments(facts) {
      const changed = changedFiles(base.facts, facts);
      if (isStale(base, facts, changed)) {
        base = { facts, columns: shareColumns(buildIndex(inOrder(facts))) };
        last = { facts, segments: [{ columns: base.columns }] };
      } else if (changedFiles(last.facts, facts).size > 0) {
        last = { facts, segments: besideBase(base, facts, changed) };
      }
      return last.segments;
    },
  };
}

function* inOrder(facts: FactsBySheet): Generator<Passage> {
  for (const sheet of facts.values()) yield* sheet;
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
  { columns }: Base,
  facts: FactsBySheet,
  changed: ReadonlySet<string>,
): readonly Segment[] {
  const isRemoved = new Uint8Array(columns.passages.commonOf.length);
  for (const { from, to, place } of documentsOf(columns)) {
    if (changed.has(place.file)) isRemoved.fill(1, from, to);
  }
  const recent = [...facts].filter(([file]) => changed.has(file)).flatMap(([, sheet]) => sheet);
  const rest = isRemoved.includes(1) ? { columns, removal: removeFrom(columns, isRemoved) } : { columns };
  return recent.length === 0 ? [rest] : [rest, { columns: shareColumns(buildIndex(recent)) }];
}
