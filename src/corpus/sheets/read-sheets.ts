import { join } from 'node:path';
import { isWithin } from '../files/is-within.ts';
import { type ListedFile, type Listing, listFiles } from '../files/list-files.ts';
import { notAFile, unreachable } from '../files/read-text.ts';
import type { Problem } from '../problem.ts';
import type { Fact } from './fact.ts';
import type { FactRights } from './fact-rights.ts';
import { type KnownSheet, readSheet, SHEET_KIND } from './read-sheet.ts';
import { createBlockReader } from './sheet-blocks.ts';

/** Of each sheet that could be opened, by its file and the id of the fact. */
export type SheetRights = ReadonlyMap<string, ReadonlyMap<string, FactRights>>;

/** The sheets of a folder: what is sound in them, and everything that has to be mended. */
export interface Sheets {
  readonly facts: readonly Fact[];
  /** The id of every fact, unsound ones too. */
  readonly ids: ReadonlySet<string>;
  /** By file: who may see each fact, unsound ones too; without those of which that is in doubt. */
  readonly rights: SheetRights;
  /** How many sheets were found. */
  readonly sheets: number;
  readonly problems: readonly Problem[];
  /** Whether the folder itself could be read. */
  readonly isReadable: boolean;
  /** Whether anything of it could not be looked into just now. */
  readonly isPartial: boolean;
}

/** Reads a folder of sheets again and again. */
export interface SheetReader {
  /**
   * Gives all sheets, sub-folders included, in the order of their names; reads those that were written since the last
   * time. What could not be looked into just now is as it was the last time, and a problem. Never rejects.
   */
  read(): Promise<Sheets>;
}

type Known = ReadonlyMap<string, KnownSheet>;

/** Opens a folder of sheets; reads nothing yet. */
export function openSheetReader(folder: string): SheetReader {
  const readBlocks = createBlockReader();
  let known: Known = new Map();
  return {
    async read() {
      const listing = listFiles(folder, isSheetName);
      const current = new Map<string, KnownSheet>();
      for (const listed of withMissed(listing, known)) {
        const before = known.get(listed.file);
        const isSame = before?.stamp === listed.stamp && listed.stamp !== '';
        const now = isSame ? before : await readSheet(listed, before, readBlocks);
        if (now) current.set(listed.file, now);
      }
      const problems = problemsOf(listing, { folder, hadSheets: known.size > 0 });
      const isReadable = listing.unreachable.every(({ file }) => file !== join(folder, ''));
      const isPartial =
        (listing.unreachable.length > 0 && known.size > 0) ||
        [...current.values()].some(({ stamp }) => stamp === '');
      known = current;
      return { ...gather(current, problems), isReadable, isPartial };
    },
  };
}

/** The files that were listed, and those that were known in what could not be looked into, in the order of their names. */
function withMissed({ files, unreachable: missed }: Listing, known: Known): readonly ListedFile[] {
  if (missed.length === 0) return files;
  const isMissed = (file: string) => missed.some((one) => isWithin(one.file, file));
  const kept = [...known.values()].filter(({ file }) => isMissed(file));
  return [...files, ...kept].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/** What is wrong beside the sheets themselves. Who has an archive needs no folder of sheets, unless there was one. */
function problemsOf(
  { odd, unreachable: missed }: Listing,
  { folder, hadSheets }: { readonly folder: string; readonly hadSheets: boolean },
): readonly Problem[] {
  const isTold = ({ file, code }: Listing['unreachable'][number]) =>
    hadSheets || code !== 'ENOENT' || file !== join(folder, '');
  return [
    ...odd.map(({ file, what }) => notAFile(file, SHEET_KIND, what)),
    ...missed.filter(isTold).map(({ file, code }) => unreachable(file, SHEET_KIND, code)),
  ];
}

function gather(known: Known, others: readonly Problem[]): Omit<Sheets, 'isReadable' | 'isPartial'> {
  const problems = [...others];
  const facts: Fact[] = [];
  const ids = new Set<string>();
  const rights = new Map<string, ReadonlyMap<string, FactRights>>();
  for (const { file, sheet, problems: own } of known.values()) {
    for (const problem of own) problems.push(problem);
    if (!sheet) continue;
    for (const fact of sheet.facts) facts.push(fact);
    for (const id of sheet.ids) ids.add(id);
    rights.set(file, sheet.rights);
  }
  return { facts, ids, rights, sheets: known.size, problems };
}

/** README.md tells people about the folder. */
function isSheetName(name: string): boolean {
  return /\.md$/i.test(name) && !/(?:^|\/)readme\.md$/i.test(name);
}
