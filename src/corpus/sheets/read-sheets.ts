import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';
import { readTextFile } from '../text-file.ts';
import type { Fact } from './fact.ts';
import type { FactRights } from './fact-rights.ts';
import { parseFactSheet } from './fact-sheet.ts';
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
}

/** A sheet of this size holds some ten thousand facts: more is an export that went to the wrong folder. */
const KIND = { name: 'sheet', largestMegabytes: 4, mendSize: 'Split it: one sheet for each source' };

/** Reads all sheets of `folder`, sub-folders included, in the order of their names. Never rejects. */
export async function readSheets(folder: string): Promise<Sheets> {
  const names = await listSheets(folder);
  const problems: Problem[] = [];
  const facts: Fact[] = [];
  const ids = new Set<string>();
  const rights = new Map<string, ReadonlyMap<string, FactRights>>();
  const readBlocks = createBlockReader();
  for (const name of names ?? []) {
    const file = join(folder, name);
    const text = await readTextFile(file, KIND);
    if (typeof text !== 'string') {
      problems.push(text);
      continue;
    }
    const id = name.replaceAll('\\', '/').replace(/\.md$/i, '');
    const sheet = parseFactSheet(text, { id, file, readBlocks });
    for (const problem of sheet.problems) problems.push(problem);
    for (const fact of sheet.facts) facts.push(fact);
    rights.set(file, sheet.rights);
    for (const id of sheet.ids) ids.add(id);
  }
  return { facts, ids, rights, sheets: names?.length ?? 0, problems, isReadable: names !== undefined };
}

async function listSheets(folder: string): Promise<readonly string[] | undefined> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names.filter(isSheetName).sort();
  } catch {
    return undefined;
  }
}

/** README.md tells people about the folder; dot files are editors' and git's. */
function isSheetName(name: string): boolean {
  const parts = name.split(/[\\/]/);
  return (
    /\.md$/i.test(name) &&
    !/^readme\.md$/i.test(parts.at(-1) ?? '') &&
    !parts.some((part) => part.startsWith('.'))
  );
}
