import { type IndexColumns, type IndexData, openColumns } from './index-data.ts';
import type { Removal } from './removal.ts';

/** A part of a corpus with an index of its own. Neither ever changes: what is new comes as another segment. */
export interface Segment {
  readonly columns: IndexColumns;
  /** What is no longer found of it. @default everything is found */
  readonly removal?: Removal;
}

/** A segment that is open. */
export interface OpenSegment {
  readonly index: IndexData;
  readonly removal: Removal | undefined;
}

/** Opens a segment; reads nothing and copies nothing. */
export function openSegment({ columns, removal }: Segment): OpenSegment {
  return { index: openColumns(columns), removal };
}

/** How many passages of a segment can be found. */
export const sizeOf = ({ index, removal }: OpenSegment): number =>
  index.passages.size - (removal?.count ?? 0);
