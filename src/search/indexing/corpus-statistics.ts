import { GrowingInts } from '../columns/growing-array.ts';
import { createDeletionTable, type DeletionTable } from '../spelling/deletion-table.ts';
import { createLetterTable, type LetterTable } from '../spelling/letter-scan.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { Lexicon, LexiconBuilder, type LexiconColumns } from './lexicon.ts';
import type { WordSource } from './word-source.ts';

/**
 * What is known of passages that lie elsewhere: how many they are, and which words they hold. With it every word weighs
 * what it would if they stood in the index. Typed arrays and nothing else, as `IndexColumns`.
 */
export interface CorpusStatistics {
  /** How many passages lie elsewhere, and of how many articles they are. */
  readonly passages: number;
  readonly articles: number;
  readonly lexicon: LexiconColumns;
  /**
   * By number of the term: how many passages hold it, 0 where titles, topics or speakers alone do, -1 for what no text
   * is searched by.
   */
  readonly holders: Int32Array;
  readonly deletions: DeletionTable;
  readonly letters: LetterTable;
}

/** Collects the words of passages that lie elsewhere. */
export class StatisticsBuilder {
  readonly #lexicon = new LexiconBuilder();
  readonly #holders = new GrowingInts();
  readonly #searched = new GrowingInts();

  /**
   * Adds a folded word that stands in a passage or around one; each once.
   * @param holders how many passages hold a word of its stem, 0 where none does
   */
  add(word: string, holders: number): void {
    const id = this.#lexicon.intern(word);
    const term = this.#lexicon.termOf(id);
    while (this.#holders.length < this.#lexicon.size) this.#holders.push(-1);
    if (STOP_WORDS.has(word)) return;
    this.#searched.push(id);
    this.#holders.set(term, Math.max(this.#holders.at(term), holders));
  }

  /** Gives the statistics of so many passages. To be called once. */
  finish(counts: Pick<CorpusStatistics, 'passages' | 'articles'>): CorpusStatistics {
    const lexicon = this.#lexicon.finish();
    const searched = this.#searched.toArray();
    return {
      ...counts,
      lexicon,
      holders: this.#holders.toArray(),
      deletions: createDeletionTable(searched, lexicon),
      letters: createLetterTable(searched, lexicon),
    };
  }
}

/** The words of what lies elsewhere. */
export function wordsElsewhere({ lexicon, holders, deletions, letters }: CorpusStatistics): WordSource {
  const holdersOf = (term: number) => Math.max(0, holders[term] ?? 0);
  return {
    ...{ lexicon: new Lexicon(lexicon), deletions, letters },
    holdersOf,
    mostHoldersOf: holdersOf,
    isUsed: (term) => (holders[term] ?? -1) >= 0,
    isGone: () => false,
  };
}
