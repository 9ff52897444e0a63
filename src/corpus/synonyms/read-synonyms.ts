import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readTextFile } from '../text-file.ts';
import { type ParsedSynonyms, parseSynonyms } from './parse-synonyms.ts';

/** Name of the file of synonyms in the folder of the sheets. */
const FILE = 'synonyms.yml';

/** Some twenty thousand names: more is another file. */
const KIND = {
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
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return { rules: [], problems: [] };
  const text = await readTextFile(file, KIND);
  return typeof text === 'string' ? parseSynonyms(text, file) : { rules: [], problems: [text] };
}
