import type { Passage } from '../../corpus/index.ts';
import { STOP_WORDS } from '../analysis/stop-words.ts';
import { classOf } from '../analysis/word-classes.ts';
import { FIRST_STEPS, SURROUNDINGS_SATURATION, TEXT_SATURATION } from '../ranking/weights.ts';
import { createDeletionTable } from '../spelling/deletion-table.ts';
import { createLetterTable } from '../spelling/letter-scan.ts';
import { GrowingInts } from './growing-array.ts';
import type { IndexColumns } from './index-data.ts';
import { Lexicon, LexiconBuilder } from './lexicon.ts';
import { paragraphsOf } from './paragraphs.ts';
import { PassageTableBuilder } from './passage-table.ts';
import { invert } from './posting-lists.ts';
import { reachOfParagraphs } from './reach.ts';
import { SurroundingsBuilder } from './surroundings.ts';
import { type TokenLists, TokenListsBuilder, wordOfToken } from './token-lists.ts';

/** What can be said of a word once, by its number. */
function describeWords(lexicon: Lexicon): Pick<IndexColumns, 'wordClasses' | 'isStopWord'> {
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

/** Reads the passages once and lays them out for searching. */
export function buildIndex(passages: Iterable<Passage>): IndexColumns {
  const lexicon = new LexiconBuilder();
  const texts = new TokenListsBuilder(lexicon);
  const known = new TokenListsBuilder(lexicon);
  const passageOfLine = new GrowingInts();
  const around = new SurroundingsBuilder(lexicon);
  const table = new PassageTableBuilder();
  const asksItself = new GrowingInts();
  for (const paragraph of paragraphsOf(passages)) {
    const first = table.add(paragraph);
    for (const { text, askedAs, alsoCalled } of paragraph.passages) {
      texts.read(text);
      const ordinal = texts.end();
      asksItself.push(/\?["”’'\s]*$/.test(text.slice(-4)) ? 1 : 0);
      for (const line of [...askedAs, ...alsoCalled]) {
        known.read(line);
        known.end();
        passageOfLine.push(ordinal);
      }
    }
    around.add(paragraph, texts, first);
  }
  const words = lexicon.finish();
  const described = describeWords(new Lexicon(words));
  const [text, lines, surroundings] = [texts.finish(), known.finish(), around.finish()];
  const searched = searchedWords(described.isStopWord, [text, lines, surroundings]);
  const vocabulary = { ...described, termOfWord: words.terms };
  const columns = {
    passages: table.finish(),
    lexicon: words,
    ...described,
    deletions: createDeletionTable(searched, words),
    letters: createLetterTable(searched, words),
    text: { words: text, postings: invert(text, vocabulary, TEXT_SATURATION) },
    asksItself: Uint8Array.from(asksItself.toArray()),
    lines: { words: lines, postings: invert(lines, vocabulary, TEXT_SATURATION) },
    passageOfLine: passageOfLine.toArray(),
    surroundings: { postings: invert(surroundings, vocabulary, SURROUNDINGS_SATURATION) },
  };
  return { ...columns, reach: reachOfParagraphs(columns, FIRST_STEPS.text / FIRST_STEPS.surroundings) };
}
