import type { IndexColumns } from '../store/index-data.ts';
import { arrayOver, layOut, placeArrays, putTogether } from './layout.ts';

/** The same index in memory that threads share: it can be handed on and kept, without another copy. */
export function shareColumns(columns: IndexColumns): IndexColumns {
  const sections = layOut(columns);
  const { offsets, length } = placeArrays(sections.map(({ array }) => array.byteLength));
  const memory = new Uint8Array(new SharedArrayBuffer(length));
  const shared = sections.map(({ name, kind, array }, i) => {
    const copy = arrayOver(kind, memory, offsets[i] ?? 0, array.byteLength);
    copy.set(array);
    return { name, kind, array: copy };
  });
  return putTogether(shared) ?? columns;
}
