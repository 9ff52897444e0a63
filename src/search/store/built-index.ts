import type { Passage } from '../../corpus/index.ts';
import { createDeletionTable, type DeletionTable } from '../matching/deletion-table.ts';
import { WEIGHTS } from '../matching/weights.ts';
import { GrowingInts } from './growing-array.ts';
import { type Lexicon, LexiconBuilder } from './lexicon.ts';
import { invert, type PostingLists } from './posting-lists.ts';
import { SurroundingsBuilder } from './surroundings.ts';
import { type TokenLists, TokenListsBuilder, wordOfToken } from './token-lists.ts';

/** Everything a search reads. Passages have ordinals, from 0, in the order they were given. */
export interface BuiltIndex {
  readonly passages: readonly Passage[];
  readonly lexicon: Lexicon;
  readonly deletions: DeletionTable;
  /** The passages' own words, by ordinal. */
  readonly text: TokenLists;
  readonly textPostings: PostingLists;
  /** Questions a passage is known to answer and its other names, a list each; ascending ordinals in `ofLine`. */
  readonly lines: TokenLists;
  readonly ofLine: Int32Array;
  readonly linePostings: PostingLists;
  readonly surroundingsOf: Int32Array;
  readonly surroundings: TokenLists;
  readonly surroundingsPostings: PostingLists;
}

function wordsIn(lists: readonly TokenLists[]): readonly number[] {
  const words = new Set<number>();
  for (const { tokens } of lists) for (const token of tokens) words.add(wordOfToken(token));
  return [...words];
}

/** Reads the passages once and lays them out for searching. */
export function buildIndex(passages: Iterable<Passage>): BuiltIndex {
  const lexicon = new LexiconBuilder();
  const text = new TokenListsBuilder(lexicon);
  const lines = new TokenListsBuilder(lexicon);
  const ofLine = new GrowingInts();
  const around = new SurroundingsBuilder(lexicon);
  const kept: Passage[] = [];
  for (const passage of passages) {
    const ordinal = kept.push(passage) - 1;
    text.add(passage.text);
    around.add(passage);
    for (const line of [...passage.askedAs, ...passage.alsoCalled]) {
      lines.add(line);
      ofLine.push(ordinal);
    }
  }
  const textLists = text.finish();
  const lineLists = lines.finish();
  const surroundings = around.finish();
  const words = wordsIn([textLists, lineLists, surroundings.words]);
  return {
    passages: kept,
    lexicon,
    deletions: createDeletionTable(
      words.filter((id) => !lexicon.isStopWord(id)),
      (id) => lexicon.wordOf(id),
    ),
    text: textLists,
    textPostings: invert(textLists, lexicon, WEIGHTS.text),
    lines: lineLists,
    ofLine: ofLine.toArray(),
    linePostings: invert(lineLists, lexicon, WEIGHTS.text),
    surroundingsOf: surroundings.ofPassage,
    surroundings: surroundings.words,
    surroundingsPostings: invert(surroundings.words, lexicon, WEIGHTS.surroundings),
  };
}
