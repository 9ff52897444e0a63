import { readFileSync } from 'node:fs';

/** A word that stands in the same texts as another, by its stem, and how alike these texts are, 0 to 1. */
export interface AkinWord {
  readonly root: string;
  readonly likeness: number;
}

const FILE = new URL('akin-words.txt', import.meta.url);
const NONE: readonly AkinWord[] = [];

/** By stem: what the file says of it. Read as words when it is asked for, since most of it never is. */
let lines: ReadonlyMap<string, string> | undefined;

/** Reads the file, once, so that no question waits for it. Not when the module is loaded: a thread that indexes needs none. */
export function readAkinWords(): ReadonlyMap<string, string> {
  lines ??= new Map(
    readFileSync(FILE, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const end = line.indexOf(' ');
        return [line.slice(0, end), line.slice(end + 1)];
      }),
  );
  return lines;
}

/** The words akin to a stem, the nearest first. How they were found: docs/decisions/0025-words-of-one-field.md. */
export function akinWords(root: string): readonly AkinWord[] {
  const line = readAkinWords().get(root);
  if (line === undefined) return NONE;
  const words: AkinWord[] = [];
  let likeness = 0;
  for (const word of line.split(' ')) {
    if (/^\d+$/.test(word)) likeness = Number(word) / 10;
    else words.push({ root: word, likeness });
  }
  return words;
}
