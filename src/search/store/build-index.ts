import type { Passage } from '../../corpus/index.ts';
import { classOf } from '../analysis/word-classes.ts';
import { SURROUNDINGS_SATURATION, TEXT_SATURATION } from '../ranking/weights.ts';
import { createDeletionTable } from '../spelling/deletion-table.ts';
import { createLetterTable } from '../spelling/letter-scan.ts';
import { GrowingInts } from './growing-array.ts';
import type { IndexData } from './index-data.ts';
import { type Lexicon, LexiconBuilder } from './lexicon.ts';
import { PassageTableBuilder } from './passage-table.ts';
import { invert, type Saturation } from './posting-lists.ts';
import { SurroundingsBuilder } from './surroundings.ts';
import { type TokenLists, TokenListsBuilder, wordOfToken } from './token-lists.ts';

/** Words that occur, grammar words left out: what a misspelt word can have been meant for. */
function searchedWords(lexicon: Lexicon, lists: readonly TokenLists[]): readonly number[] {
  const occurs = new Uint8Array(lexicon.size);
  for (const { tokens } of lists) for (const token of tokens) occurs[wordOfToken(token)] = 1;
  const words: number[] = [];
  for (let id = 0; id < lexicon.size; id++) if (occurs[id] === 1 && !lexicon.isStopWord(id)) words.push(id);
  return words;
}

const field = (words: TokenLists, lexicon: Lexicon, saturation: Saturation) => ({
  words,
  postings: invert(words, lexicon, saturation),
});

/** Reads the passages once and lays them out for searching. */
export function buildIndex(passages: Iterable<Passage>): IndexData {
  const lexicon = new LexiconBuilder();
  const text = new TokenListsBuilder(lexicon);
  const lines = new TokenListsBuilder(lexicon);
  const passageOfLine = new GrowingInts();
  const around = new SurroundingsBuilder(lexicon);
  const table = new PassageTableBuilder();
  const asksItself = new GrowingInts();
  for (const passage of passages) {
    const ordinal = table.add(passage, around.add(passage));
    text.add(passage.text);
    asksItself.push(/\?["”’'\s]*$/.test(passage.text.slice(-4)) ? 1 : 0);
    for (const line of [...passage.askedAs, ...passage.alsoCalled]) {
      lines.add(line);
      passageOfLine.push(ordinal);
    }
  }
  const surroundings = around.finish();
  const textWords = text.finish();
  const lineWords = lines.finish();
  const words = searchedWords(lexicon, [textWords, lineWords, surroundings.words]);
  const byWord = <T extends Int32Array | Uint8Array>(into: T, value: (id: number) => number): T => {
    for (let id = 0; id < lexicon.size; id++) into[id] = value(id);
    return into;
  };
  return {
    passages: table.finish(),
    lexicon,
    wordClasses: byWord(new Int32Array(lexicon.size), (id) => classOf(lexicon.wordOf(id))),
    termOfWord: byWord(new Int32Array(lexicon.size), (id) => lexicon.termOf(id)),
    isStopWord: byWord(new Uint8Array(lexicon.size), (id) => (lexicon.isStopWord(id) ? 1 : 0)),
    deletions: createDeletionTable(words, (id) => lexicon.wordOf(id)),
    letters: createLetterTable(words, (id) => lexicon.wordOf(id)),
    text: field(textWords, lexicon, TEXT_SATURATION),
    asksItself: Uint8Array.from(asksItself.toArray()),
    lines: field(lineWords, lexicon, TEXT_SATURATION),
    passageOfLine: passageOfLine.toArray(),
    surroundings: { postings: invert(surroundings.words, lexicon, SURROUNDINGS_SATURATION) },
    surroundingsOf: surroundings.ofPassage,
    hasParagraph: surroundings.hasParagraph,
  };
}
