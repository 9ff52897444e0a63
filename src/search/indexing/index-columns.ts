import type { DeletionTable } from '../spelling/deletion-table.ts';
import type { LetterTable } from '../spelling/letter-scan.ts';
import { Lexicon, type LexiconColumns } from './lexicon.ts';
import { type PassageColumns, PassageTable } from './passage-table.ts';
import type { PostingLists } from './posting-lists.ts';
import type { TokenLists } from './token-lists.ts';

/** Words in reading order, and the same inverted. */
export interface Field {
  readonly words: TokenLists;
  readonly postings: PostingLists;
}

/**
 * An index as it is kept in a file and handed from thread to thread: groups of typed arrays and nothing else. Passages
 * have ordinals, from 0, in the order they were given.
 */
export interface IndexColumns {
  readonly passages: PassageColumns;
  readonly lexicon: LexiconColumns;
  /** By number of the word: what it can be part of, see `WORD_CLASS`. */
  readonly wordClasses: Int32Array;
  /** By number of the word: 1 when it carries grammar only. */
  readonly isStopWord: Uint8Array;
  readonly deletions: DeletionTable;
  readonly letters: LetterTable;
  /** The passages' own words, by ordinal. */
  readonly text: Field;
  /** Questions a passage is known to answer and its other names, a list each. */
  readonly lines: Field;
  /** By number of the line: ordinal of its passage, ascending. */
  readonly passageOfLine: Int32Array;
  /** Title, topics, speaker and paragraph, once for all passages of a paragraph; by number of the paragraph. */
  readonly surroundings: Pick<Field, 'postings'>;
  /** By number of the paragraph: see `boundParagraphs`. */
  readonly reach: Float32Array;
}

/** Everything a search reads. */
export interface IndexData extends Omit<IndexColumns, 'passages' | 'lexicon'> {
  readonly columns: IndexColumns;
  readonly passages: PassageTable;
  readonly lexicon: Lexicon;
  /** By number of the word: number of the stem that stands for it. */
  readonly termOfWord: Int32Array;
}

/** Makes columns ready to be read; copies nothing. */
export function openColumns(columns: IndexColumns): IndexData {
  return {
    ...columns,
    columns,
    passages: new PassageTable(columns.passages),
    lexicon: new Lexicon(columns.lexicon),
    termOfWord: columns.lexicon.terms,
  };
}
