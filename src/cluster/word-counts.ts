import { createHash } from 'node:crypto';
import { stem } from '../search/index.ts';
import type { WordListener } from './passage-document.ts';

/** The words of the corpus, as the cluster keeps them. */
export interface LexiconText {
  /** Differs where a word or a number does. */
  readonly id: string;
  /** Each some hundred kilobytes of lines, see `readLexiconLines`. */
  readonly parts: readonly string[];
}

/** From so many passages on, a word that stands in no more than one passage is left out: most are slips and codes. */
const LARGE_CORPUS = 1_000_000;

const PART_LENGTH = 500_000;

/** Counts in how many passages a word of each stem stands, and keeps every word that stands in or around a passage. */
export class WordCounts implements WordListener {
  /** Words by their stem. */
  readonly #words = new Map<string, Set<string>>();
  readonly #holders = new Map<string, number>();
  #passages = 0;

  get passages(): number {
    return this.#passages;
  }

  passage(words: readonly string[]): void {
    this.#passages++;
    const stems = new Set(words.map((word) => this.#keep(word)));
    for (const root of stems) this.#holders.set(root, (this.#holders.get(root) ?? 0) + 1);
  }

  surroundings(words: readonly string[]): void {
    for (const word of words) this.#keep(word);
  }

  /** The words in the order of their stems, so that one corpus gives one text. */
  finish(): LexiconText {
    const least = this.#passages > LARGE_CORPUS ? 2 : 0;
    const hash = createHash('sha256');
    const parts: string[] = [];
    let part = '';
    for (const root of [...this.#words.keys()].sort()) {
      const holders = this.#holders.get(root) ?? 0;
      if (holders < least) continue;
      const line = `${holders} ${[...(this.#words.get(root) ?? [])].sort().map(asOneWord).join(' ')}\n`;
      hash.update(line);
      part += line;
      if (part.length < PART_LENGTH) continue;
      parts.push(part);
      part = '';
    }
    if (part !== '') parts.push(part);
    return { id: hash.digest('hex').slice(0, 16), parts };
  }

  #keep(word: string): string {
    const root = stem(word);
    const known = this.#words.get(root);
    if (known) known.add(word);
    else this.#words.set(root, new Set([word]));
    return root;
  }
}

/** Of some rare letters, folding makes a word with a blank in it. */
const asOneWord = (word: string) => word.replaceAll(' ', '_');

/**
 * Reads a part of a lexicon: a line a stem, with the number of passages that hold it (0 where only titles, topics or
 * paragraphs do) and its words. Hands on each word with that number.
 */
export function readLexiconLines(part: string, onWord: (word: string, holders: number) => void): void {
  for (const line of part.split('\n')) {
    const [holders = '', ...words] = line.split(' ');
    for (const word of words) onWord(word.replaceAll('_', ' '), Number(holders));
  }
}
