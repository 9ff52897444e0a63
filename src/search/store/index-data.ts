import type { DeletionTable } from '../spelling/deletion-table.ts';
import type { LetterTable } from '../spelling/letter-scan.ts';
import type { Lexicon } from './lexicon.ts';
import type { PassageTable } from './passage-table.ts';
import type { PostingLists } from './posting-lists.ts';
import type { TokenLists } from './token-lists.ts';

/** Words in reading order, and the same turned round. */
export interface Field {
  readonly words: TokenLists;
  readonly postings: PostingLists;
}

/** Everything a search reads. Passages have ordinals, from 0, in the order they were given. */
export interface IndexData {
  readonly passages: PassageTable;
  readonly lexicon: Lexicon;
  /** By number of the word: what it can be part of, see `WORD_CLASS`. */
  readonly wordClasses: Int32Array;
  /** By number of the word: number of the stem that stands for it. */
  readonly termOfWord: Int32Array;
  /** By number of the word: 1 when it carries grammar only. */
  readonly isStopWord: Uint8Array;
  readonly deletions: DeletionTable;
  readonly letters: LetterTable;
  /** The passages' own words, by ordinal. */
  readonly text: Field;
  /** By ordinal: 1 when the passage ends with a question mark. */
  readonly asksItself: Uint8Array;
  /** Questions a passage is known to answer and its other names, a list each. */
  readonly lines: Field;
  /** By number of the line: ordinal of its passage, ascending. */
  readonly passageOfLine: Int32Array;
  /** Title, topics and paragraph, once for all passages that share them. */
  readonly surroundings: Pick<Field, 'postings'>;
  /** By ordinal: number of the surroundings. */
  readonly surroundingsOf: Int32Array;
  /** By number of the surroundings: 1 when they hold a paragraph, 0 when the passages stand alone. */
  readonly hasParagraph: Uint8Array;
}
