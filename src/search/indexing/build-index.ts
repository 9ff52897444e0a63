import type { Passage } from '../../corpus/index.ts';
import { GrowingInts } from '../columns/growing-array.ts';
import { createDeletionTable } from '../spelling/deletion-table.ts';
import { createLetterTable } from '../spelling/letter-scan.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { wordClasses as classes } from '../text/word-classes.ts';
import { FIRST_STEPS, SURROUNDINGS_SATURATION, TEXT_SATURATION } from './bm25.ts';
import type { IndexColumns } from './index-columns.ts';
import { Lexicon, LexiconBuilder } from './lexicon.ts';
import { boundParagraphs } from './paragraph-bounds.ts';
import { type Paragraph, ParagraphGrouper, SurroundingsBuilder } from './paragraphs.ts';
import { PassageTableBuilder } from './passage-table.ts';
import { invert } from './posting-lists.ts';
import { type TokenLists, TokenListsBuilder, wordOfToken } from './token-lists.ts';

/** What can be said of a word once, by its number. */
function describeWords(lexicon: Lexicon): Pick<IndexColumns, 'wordClasses' | 'isStopWord'> {
  const classOf = classes();
  const wordClasses = new Int32Array(lexicon.size);
  const isStopWord = new Uint8Array(lexicon.size);
  for (let id = 0; id < lexicon.size; id++) {
    const word = lexicon.wordOf(id);
    wordClasses[id] = classOf(word);
    isStopWord[id] = STOP_WORDS.has(word) ? 1 : 0;
  }
  return { wordClasses, isStopWord };
}

/** Words that occur, grammar words left out: what a misspelt word can have been meant for. */
function searchedWords(isStopWord: Uint8Array, lists: readonly TokenLists[]): Int32Array {
  const occurs = new Uint8Array(isStopWord.length);
  for (const { tokens } of lists) for (const token of tokens) occurs[wordOfToken(token)] = 1;
  const words = new GrowingInts();
  for (let id = 0; id < occurs.length; id++) if (occurs[id] === 1 && isStopWord[id] === 0) words.push(id);
  return words.toArray();
}

/** Lays passages out for searching; each is read once and not kept. */
export class IndexBuilder {
  readonly #lexicon = new LexiconBuilder();
  readonly #texts = new TokenListsBuilder(this.#lexicon);
  readonly #lines = new TokenListsBuilder(this.#lexicon);
  readonly #passageOfLine = new GrowingInts();
  readonly #around = new SurroundingsBuilder(this.#lexicon);
  readonly #table = new PassageTableBuilder();
  readonly #paragraphs = new ParagraphGrouper();

  /** Adds the next passage in reading order. */
  add(passage: Passage): void {
    this.#addParagraph(this.#paragraphs.add(passage));
  }

  /** Ends the paragraph that is open, whatever the next passage is. */
  endParagraph(): void {
    this.#addParagraph(this.#paragraphs.end());
  }

  /**
   * Gives the index of what was added. To be called once.
   * @param isMended whether a misspelt word can have been meant for its words @default true
   */
  finish({ isMended = true } = {}): IndexColumns {
    this.endParagraph();
    const lexicon = this.#lexicon.finish();
    const described = describeWords(new Lexicon(lexicon));
    const [text, lines, surroundings] = [this.#texts.finish(), this.#lines.finish(), this.#around.finish()];
    const searched = isMended
      ? searchedWords(described.isStopWord, [text, lines, surroundings])
      : new Int32Array();
    const vocabulary = { ...described, termOfWord: lexicon.terms };
    const columns = {
      passages: this.#table.finish(),
      lexicon,
      ...described,
      deletions: createDeletionTable(searched, lexicon),
      letters: createLetterTable(searched, lexicon),
      text: { words: text, postings: invert(text, vocabulary, TEXT_SATURATION) },
      lines: { words: lines, postings: invert(lines, vocabulary, TEXT_SATURATION) },
      passageOfLine: this.#passageOfLine.toArray(),
      surroundings: { postings: invert(surroundings, vocabulary, SURROUNDINGS_SATURATION) },
    };
    return { ...columns, reach: boundParagraphs(columns, FIRST_STEPS.text / FIRST_STEPS.surroundings) };
  }

  #addParagraph(paragraph: Paragraph | undefined): void {
    if (!paragraph) return;
    const first = this.#table.add(paragraph);
    for (const { text, askedAs, alsoCalled } of paragraph.passages) {
      this.#texts.read(text);
      const ordinal = this.#texts.end();
      for (const line of [...askedAs, ...alsoCalled]) {
        this.#lines.read(line);
        this.#lines.end();
        this.#passageOfLine.push(ordinal);
      }
    }
    this.#around.add(paragraph, this.#texts, first);
  }
}

/** Builds the index of some passages, which arrive in reading order. */
export function buildIndex(passages: Iterable<Passage>): IndexColumns {
  const builder = new IndexBuilder();
  for (const passage of passages) builder.add(passage);
  return builder.finish();
}

/**
 * Builds the index of paragraphs that were fetched for one question, in the order of the corpus. Which words a slip can
 * have been meant for is known of the whole corpus, and not told by them.
 */
export function indexFetched(paragraphs: Iterable<readonly Passage[]>): IndexColumns {
  const builder = new IndexBuilder();
  for (const passages of paragraphs) {
    for (const passage of passages) builder.add(passage);
    // The next one need not have been its neighbour.
    builder.endParagraph();
  }
  return builder.finish({ isMended: false });
}
