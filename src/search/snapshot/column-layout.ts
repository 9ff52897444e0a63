import { buildIndex } from '../indexing/build-index.ts';
import type { IndexColumns } from '../indexing/index-columns.ts';

/** The kinds of array an index is made of, by the name a snapshot gives them. */
const KINDS = {
  u8: Uint8Array<ArrayBufferLike>,
  u16: Uint16Array<ArrayBufferLike>,
  u32: Uint32Array<ArrayBufferLike>,
  i32: Int32Array<ArrayBufferLike>,
  f32: Float32Array<ArrayBufferLike>,
} as const;
type Column = InstanceType<(typeof KINDS)[keyof typeof KINDS]>;

/** One array of an index. */
export interface Section {
  /** Where it belongs: the names of its groups and its own, with points between. */
  readonly name: string;
  readonly kind: keyof typeof KINDS;
  readonly array: Column;
}

const kindOf = (value: unknown) =>
  (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((kind) => value instanceof KINDS[kind]);

interface Groups {
  [name: string]: Column | Groups;
}

/** Takes an index apart, always in the same order. */
export function layOut(columns: object, group = ''): readonly Section[] {
  return Object.entries(columns).flatMap(([own, value]: [string, Column | object]) => {
    const name = group + own;
    const kind = kindOf(value);
    return kind ? [{ name, kind, array: value as Column }] : layOut(value, `${name}.`);
  });
}

const ALIGNMENT = 8;

/** The next offset at which an array of any kind can begin. */
export const align = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

/**
 * Where each of some arrays begins, by their lengths in bytes, when all are laid one after another, and the length of
 * all.
 */
export function placeArrays(lengths: readonly number[]): {
  readonly offsets: readonly number[];
  readonly length: number;
} {
  const offsets: number[] = [];
  let length = 0;
  for (const bytes of lengths) {
    offsets.push(length);
    length = align(length + bytes);
  }
  return { offsets, length };
}

/** Whether so many bytes are a whole number of values of a kind. */
export const areWhole = (kind: Section['kind'], bytes: number): boolean =>
  bytes % KINDS[kind].BYTES_PER_ELEMENT === 0;

/** The array of a kind over the bytes from `offset` on; copies nothing. `offset` must be a multiple of its size. */
export function arrayOver(kind: Section['kind'], bytes: Uint8Array, offset: number, length: number): Column {
  const Kind = KINDS[kind];
  return new Kind(bytes.buffer, bytes.byteOffset + offset, length / Kind.BYTES_PER_ELEMENT);
}

const signatureOf = (sections: readonly Pick<Section, 'name' | 'kind'>[]) =>
  sections.map(({ name, kind }) => `${name} ${kind}`).join('\n');

/** Whether these are all arrays an index has, each of its kind, in their order, and no other. */
export function areOfIndex(sections: readonly Pick<Section, 'name' | 'kind'>[]): boolean {
  return signatureOf(sections) === signatureOf(layOut(buildIndex([])));
}

const isIndex = (groups: object): groups is IndexColumns => areOfIndex(layOut(groups));

/** Puts an index together again; undefined when the sections are not those of an index. */
export function putTogether(sections: readonly Section[]): IndexColumns | undefined {
  // Asked first: a name that is no index's may lead anywhere.
  if (!areOfIndex(sections)) return undefined;
  const groups: Groups = {};
  for (const { name, array } of sections) {
    const path = name.split('.');
    const own = path.pop() ?? '';
    let group = groups;
    for (const part of path) {
      const inner = group[part];
      const found: Groups = inner === undefined || ArrayBuffer.isView(inner) ? {} : inner;
      group[part] = found;
      group = found;
    }
    group[own] = array;
  }
  return isIndex(groups) ? groups : undefined;
}

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
