import { basename, join } from 'node:path';
import { nonFileProblem } from '../files/non-file-problem.ts';
import { readText, type TextFileKind } from '../files/read-text.ts';
import { type ParsedSynonyms, parseSynonyms } from './parse-synonyms.ts';

/** Name of the file of synonyms in the folder of the sheets. */
const FILE = 'synonyms.yml';

/** Some twenty thousand names: more is another file. */
const KIND: TextFileKind = {
  name: 'file of synonyms',
  largestMegabytes: 1,
  mendSize: 'Keep the names that reporters really use',
};

/** Whether a file is the one that holds the desk's synonyms. */
export function isSynonymsFile(file: string): boolean {
  return basename(file) === FILE;
}

/** Reads the desk's synonyms. A folder need not have any. Never rejects. */
export async function readSynonyms(folder: string): Promise<ParsedSynonyms> {
  const file = join(folder, FILE);
  const problem = nonFileProblem(folder, file, KIND);
  if (problem !== undefined) return { rules: [], problems: [problem] };
  const reading = await readText(file, KIND);
  if (reading.kind === 'gone') return { rules: [], problems: [] };
  if (reading.kind !== 'text') return { rules: [], problems: [reading.problem] };
  try {
    return parseSynonyms(reading.text, file);
  } catch {
    const what = 'the file of synonyms cannot be read: its lists are nested too deeply';
    return { rules: [], problems: [{ file, line: 1, what, mend: 'Write one list of names a line' }] };
  }
}
