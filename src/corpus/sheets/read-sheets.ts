import { join } from 'node:path';
import { isWithin } from '../files/is-within.ts';
import { type ListedFile, type Listing, listFiles } from '../files/list-files.ts';
import { notAFile, unreachable } from '../files/read-text.ts';
import type { Problem } from '../problem.ts';
import type { Fact } from './fact.ts';
import type { FactVisibility } from './fact-visibility.ts';
import { createBlockReader } from './markdown-blocks.ts';
import { type KnownSheet, readSheet, SHEET_KIND } from './read-sheet.ts';

/** Visibility of the facts in each sheet that could be opened, by file, then by fact id. */
export type VisibilityByFile = ReadonlyMap<string, ReadonlyMap<string, FactVisibility>>;

/** The sheets of a folder: their valid facts, and every problem. */
interface Sheets {
  readonly facts: readonly Fact[];
  /** The id of every fact, invalid ones too. */
  readonly ids: ReadonlySet<string>;
  /** Of invalid facts too. */
  readonly visibility: VisibilityByFile;
  /** How many sheets were found. */
  readonly sheets: number;
  readonly problems: readonly Problem[];
  /** Whether the folder itself could be read. */
  readonly isReadable: boolean;
  /** Whether some file or folder could not be read just now. */
  readonly isPartial: boolean;
}

/** Reads a folder of sheets again and again. */
export interface SheetReader {
  /**
   * Gives all sheets, sub-folders included, in the order of their names; only those written since the last call are
   * read. A file that could not be read just now is as it was the last time, and a problem. Never rejects.
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

/** The listed files, and the known ones below a folder that could not be read, in the order of their names. */
function withMissed({ files, unreachable: missed }: Listing, known: Known): readonly ListedFile[] {
  if (missed.length === 0) return files;
  const isMissed = (file: string) => missed.some((one) => isWithin(one.file, file));
  const kept = [...known.values()].filter(({ file }) => isMissed(file));
  return [...files, ...kept].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/** Problems outside the sheets. A desk with an archive needs no folder of sheets, unless it had one before. */
function problemsOf(
  { nonFiles, unreachable: missed }: Listing,
  { folder, hadSheets }: { readonly folder: string; readonly hadSheets: boolean },
): readonly Problem[] {
  const isTold = ({ file, code }: Listing['unreachable'][number]) =>
    hadSheets || code !== 'ENOENT' || file !== join(folder, '');
  return [
    ...nonFiles.map(({ file, what }) => notAFile(file, SHEET_KIND, what)),
    ...missed.filter(isTold).map(({ file, code }) => unreachable(file, SHEET_KIND, code)),
  ];
}

function gather(known: Known, others: readonly Problem[]): Omit<Sheets, 'isReadable' | 'isPartial'> {
  const problems = [...others];
  const facts: Fact[] = [];
  const ids = new Set<string>();
  const visibility = new Map<string, ReadonlyMap<string, FactVisibility>>();
  for (const { file, sheet, problems: own } of known.values()) {
    for (const problem of own) problems.push(problem);
    if (!sheet) continue;
    for (const fact of sheet.facts) facts.push(fact);
    for (const id of sheet.ids) ids.add(id);
    visibility.set(file, sheet.visibility);
  }
  return { facts, ids, visibility, sheets: known.size, problems };
}

/** README.md tells people about the folder. */
function isSheetName(name: string): boolean {
  return /\.md$/i.test(name) && !/(?:^|\/)readme\.md$/i.test(name);
}
