import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fact } from './fact.ts';
import { parseFactSheet } from './fact-sheet.ts';
import { CorpusError, type Problem } from './problem.ts';

/** Where the corpus is kept. Either part may hold nothing, not both. */
export interface CorpusPlace {
  /** Folder of the fact sheets. */
  readonly sheets: string;
  /** Folders of the archive; read anew whenever what may be shown changes. */
  readonly archive: readonly string[];
}

/** What is on file: every fact of every sheet, withdrawn and embargoed ones too, and the archive. */
export interface Corpus {
  readonly facts: readonly Fact[];
  /** How many sheets were read. */
  readonly sheets: number;
  /** Folders of the archive. */
  readonly archive: readonly string[];
}

/** A sheet of this size holds some ten thousand facts: more is an export that went to the wrong folder. */
const LARGEST_SHEET_BYTES = 4 * 1024 * 1024;

/** Reads the sheets, sub-folders included. Throws CorpusError with all problems of all of them. */
export async function loadCorpus(place: CorpusPlace): Promise<Corpus> {
  const { corpus, problems } = await inspectCorpus(place);
  if (problems.length > 0) throw new CorpusError(problems);
  return corpus;
}

/** Gives both what is sound and what is not. A folder without sheets is a problem unless there is an archive. */
export async function inspectCorpus({
  sheets: folder,
  archive,
}: CorpusPlace): Promise<{ readonly corpus: Corpus; readonly problems: readonly Problem[] }> {
  const names = await listSheets(folder);
  const problems: Problem[] = [];
  if (!names?.length && archive.length === 0) problems.push(noSheets(folder, names));
  const facts: Fact[] = [];
  for (const name of names ?? []) {
    const file = join(folder, name);
    const text = await readSheet(file, problems);
    if (text === undefined) continue;
    const sheet = parseFactSheet(text, { id: name.replaceAll('\\', '/').replace(/\.md$/i, ''), file });
    problems.push(...sheet.problems);
    facts.push(...sheet.facts);
  }
  problems.push(...findDuplicates(facts));
  return { corpus: { facts, sheets: names?.length ?? 0, archive }, problems: problems.sort(byPlace) };
}

function byPlace(a: Problem, b: Problem): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}

function noSheets(folder: string, names: readonly string[] | undefined): Problem {
  return names
    ? { file: folder, line: 1, what: 'the folder holds no fact sheets', mend: 'Add a sheet that ends in .md' }
    : {
        file: folder,
        line: 1,
        what: 'the folder cannot be read',
        mend: 'Name a folder that holds fact sheets',
      };
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

async function readSheet(file: string, problems: Problem[]): Promise<string | undefined> {
  const report = (what: string, mend: string) => {
    problems.push({ file, line: 1, what, mend });
    return undefined;
  };
  try {
    if ((await stat(file)).size > LARGEST_SHEET_BYTES) {
      return report('the sheet is larger than 4 MB', 'Split it: one sheet for each source');
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof TypeError) return report('the sheet is not UTF-8 text', 'Save it again as UTF-8');
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return report(
      `the sheet cannot be read (${code})`,
      'Check that it is a file and that its rights allow reading',
    );
  }
}

function findDuplicates(facts: readonly Fact[]): readonly Problem[] {
  const first = new Map<string, Fact>();
  return facts.flatMap((fact) => {
    const earlier = first.get(fact.id);
    if (!earlier) first.set(fact.id, fact);
    if (!earlier) return [];
    const what = `the id "${fact.id}" is taken by ${earlier.source.file}:${earlier.line}`;
    return [{ file: fact.source.file, line: fact.line, what, mend: 'Give one of the two facts another id' }];
  });
}
