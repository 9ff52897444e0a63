import type { Passage } from '../corpus/index.ts';

/** The facts that may be shown, by the file of their sheet, in the order of the files. */
export type FactsBySheet = ReadonlyMap<string, readonly Passage[]>;

/** Facts of one sheet that are new or other ones; a sheet of many comes in several pieces, one behind the other. */
export interface SheetPiece {
  readonly file: string;
  /** Whether what was known of the sheet goes. A sheet without facts is gone. */
  readonly isFirst: boolean;
  readonly facts: readonly Passage[];
}

/** Sorts facts by sheet. A sheet whose facts are the very same as `before` keeps its list. */
export function sortBySheet(facts: readonly Passage[], before: FactsBySheet): FactsBySheet {
  const sheets = new Map<string, Passage[]>();
  for (const fact of facts) {
    const sheet = sheets.get(fact.place.file);
    if (sheet) sheet.push(fact);
    else sheets.set(fact.place.file, [fact]);
  }
  const kept = new Map<string, readonly Passage[]>();
  for (const [file, now] of sheets) {
    const known = before.get(file);
    kept.set(file, known && isSame(known, now) ? known : now);
  }
  return kept;
}

function isSame(a: readonly Passage[], b: readonly Passage[]): boolean {
  return a.length === b.length && a.every((fact, at) => fact === b[at]);
}

/** What has to be told to somebody who knows `before`, in pieces of at most `most` facts. */
export function* changesSince(
  before: FactsBySheet,
  now: FactsBySheet,
  most: number,
): Generator<readonly SheetPiece[]> {
  let batch: SheetPiece[] = [];
  let room = most;
  for (const file of new Set([...before.keys(), ...now.keys()])) {
    const facts = now.get(file) ?? [];
    if (before.get(file) === facts) continue;
    for (let from = 0; from === 0 || from < facts.length; ) {
      const piece = facts.slice(from, from + room);
      batch.push({ file, isFirst: from === 0, facts: piece });
      from += Math.max(1, piece.length);
      // A sheet that is gone takes room, too.
      room -= Math.max(1, piece.length);
      if (room > 0) continue;
      yield batch;
      batch = [];
      room = most;
    }
  }
  if (batch.length > 0) yield batch;
}

/** The facts once some pieces were told. */
export function withChanges(before: FactsBySheet, pieces: readonly SheetPiece[]): FactsBySheet {
  if (pieces.length === 0) return before;
  const sheets = new Map(before);
  let isInOrder = true;
  for (const { file, isFirst, facts } of pieces) {
    isInOrder &&= sheets.has(file);
    const now = isFirst ? facts : [...(sheets.get(file) ?? []), ...facts];
    if (now.length === 0) sheets.delete(file);
    else sheets.set(file, now);
  }
  return isInOrder ? sheets : new Map([...sheets].sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}
