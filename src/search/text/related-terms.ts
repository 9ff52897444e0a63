import { readDataLines } from './data-files.ts';

/** A word that stands in the same texts as another, by its stem, and how similar these texts are, 0 to 1. */
export interface RelatedStem {
  readonly root: string;
  readonly similarity: number;
}

const NONE: readonly RelatedStem[] = [];

/**
 * English words that stand in the same texts (distributional similarity). How they were found:
 * docs/decisions/0025-words-of-one-field.md.
 */
export class RelatedTerms {
  /** By stem: what the file says of it. Read as words when it is asked for, since most of it never is. */
  readonly #lines: ReadonlyMap<string, string>;

  /** @param lines each a stem and what it is related to, as in `data/related-terms.txt` */
  constructor(lines: readonly string[]) {
    this.#lines = new Map(
      lines.map((line) => {
        const end = line.indexOf(' ');
        return [line.slice(0, end), line.slice(end + 1)];
      }),
    );
  }

  /** The words related to a stem, the most similar first. */
  of(root: string): readonly RelatedStem[] {
    const line = this.#lines.get(root);
    if (line === undefined) return NONE;
    const words: RelatedStem[] = [];
    let similarity = 0;
    for (const word of line.split(' ')) {
      if (/^\d+$/.test(word)) similarity = Number(word) / 10;
      else words.push({ root: word, similarity });
    }
    return words;
  }
}

/** Reads the list, some 3 MB in memory. */
export const readRelatedTerms = (): RelatedTerms => new RelatedTerms(readDataLines('related-terms.txt'));
