import { idf } from '../indexing/bm25.ts';
import type { IndexData } from '../indexing/index-columns.ts';
import type { Lexicon } from '../indexing/lexicon.ts';
import { frequencyOf } from '../indexing/posting-lists.ts';
import { type OpenSegment, sizeOf, standTogether } from '../indexing/segment.ts';
import type { SharedLexicon } from '../indexing/shared-lexicon.ts';
import { nearWords } from '../spelling/deletion-table.ts';
import { wordsTwoSlipsAway } from '../spelling/letter-scan.ts';
import { judgeWords, type Suggestion, suggestWords, type WordsByLetters } from '../spelling/suggest-words.ts';
import { stem } from '../text/stem.ts';
import type { Compounding } from './compounds.ts';
import type { Language } from './language.ts';
import type { NameBook } from './name-book.ts';

/** What the corpus and the language know of words, as reading a question asks it. */
export interface Vocabulary extends Compounding {
  readonly lexicon: Pick<Lexicon, 'idOf' | 'wordOf' | 'termOf'>;
  readonly names: NameBook;
  readonly language: Language;
  /** Number of the corpus term with this stem, or -1 when no passage holds it. */
  termOfStem(stem: string): number;
  /** Words of the corpus that are so many slips at most away from the typed one, best first. */
  suggest(form: string, mostSlips: 1 | 2): readonly Suggestion[];
  /** Whether the corpus holds a word one slip away from the typed one. */
  hasNear(form: string): boolean;
  /**
   * The word of the corpus that a word which it hardly holds may be a slip in: it is one slip away, and far commoner.
   * Undefined for a word that is held often enough to be one.
   */
  commonerNear(form: string): Suggestion | undefined;
  /** Weight of a term: the rarer, the greater. */
  idfOf(term: number): number;
  /** Rarity of a word that no passage holds. */
  readonly greatestIdf: number;
}

/** How many words of the corpus an unknown word may stand for. */
const MOST_SUGGESTIONS = 3;

/**
 * A word that more passages hold than this is no slip: nobody makes the same slip in a desk's facts again and again.
 */
const MOST_SLIPPED = 2;
/** So many times as many passages hold a word that a rare one is taken for a slip in. */
const FAR_COMMONER = 100;

/** No more passages of a segment than this hold a word, in their text or in a line. */
function mostHolders({ lexicon, text, lines }: IndexData, word: number): number {
  const term = lexicon.termOf(word);
  return frequencyOf(text.postings, term) + frequencyOf(lines.postings, term);
}

interface CountedWords extends WordsByLetters {
  /** Words one slip away from the typed one that at least so many passages hold. */
  commonNear(typed: string, holders: number): readonly number[];
}

/** The words of all segments, by their letters. */
function wordsByLetters(segments: readonly OpenSegment[], sharedLexicon: SharedLexicon): CountedWords {
  const numbered = ({ index, removal }: OpenSegment, words: readonly number[]) =>
    words
      .filter((word) => removal?.isGone[word] !== 1)
      .map((word) => sharedLexicon.idOf(index.lexicon.wordOf(word)));
  const ofAllSegments = (wordsOf: (segment: OpenSegment) => readonly number[]) => [
    ...new Set(segments.flatMap((segment) => numbered(segment, wordsOf(segment)))),
  ];
  const holdersOf = (id: number) => sharedLexicon.at(sharedLexicon.termOf(id)).holders;
  return {
    near: (typed: string) =>
      ofAllSegments(({ index }) => nearWords(index.deletions, index.lexicon.columns, typed)),
    commonNear: (typed: string, holders: number) =>
      // Held by so many passages of all segments, a word is held by its share of them in one: most words are told
      // apart by that.
      ofAllSegments(({ index }) =>
        nearWords(index.deletions, index.lexicon.columns, typed).filter(
          (word) => mostHolders(index, word) * segments.length >= holders,
        ),
      ).filter((word) => holdersOf(word) >= holders),
    twoSlipsAway: (typed: string) =>
      ofAllSegments(({ index }) => wordsTwoSlipsAway(index.letters, typed, (id) => index.lexicon.wordOf(id))),
    wordOf: (id: number) => sharedLexicon.wordOf(id),
    holdersOf,
  };
}

/** The same, and what a term of one segment weighs. */
export interface SegmentedVocabulary extends Vocabulary {
  /** Weight of a term, by the place of the segment and its own number there. */
  idfIn(place: number, term: number): number;
}

/**
 * What the segments of a corpus know of words, as reading a question asks it. Words are numbered by the shared
 * lexicon.
 */
export function createVocabulary(
  segments: readonly OpenSegment[],
  sharedLexicon: SharedLexicon,
  { language, names }: { readonly language: Language; readonly names: NameBook },
): SegmentedVocabulary {
  const termOfForm = (form: string) => {
    const id = sharedLexicon.idOf(form);
    const term = id < 0 ? -1 : sharedLexicon.termOf(id);
    return term >= 0 && sharedLexicon.at(term).isUsed ? term : -1;
  };
  const termOfStem = (root: string) => {
    const id = sharedLexicon.idOf(root);
    return id >= 0 && sharedLexicon.at(id).isUsed ? id : -1;
  };
  const vocabulary = wordsByLetters(segments, sharedLexicon);
  const passages = Math.max(
    1,
    segments.reduce((sum, segment) => sum + sizeOf(segment), 0),
  );
  // A term that stands in titles only is held by no passage, and counts as one held by a single passage.
  const idfOf = (holders: number) => idf(Math.max(1, holders), passages);
  return {
    lexicon: sharedLexicon,
    names,
    language,
    termOf(form) {
      const known = termOfForm(form);
      return known >= 0 ? known : termOfStem(stem(form));
    },
    termOfForm,
    termOfStem,
    holdsPart: (form, part) => sharedLexicon.holdsPart(form, part),
    standTogether: (first, second) => {
      if (first < 0 || second < 0) return false;
      const [one, other] = [sharedLexicon.at(first).idIn, sharedLexicon.at(second).idIn];
      return segments.some((segment, i) => standTogether(segment, one[i] ?? -1, other[i] ?? -1));
    },
    hasNear: (form) => vocabulary.near(form).length > 0,
    commonerNear(form) {
      const id = sharedLexicon.idOf(form);
      const held = id < 0 ? 0 : vocabulary.holdersOf(id);
      if (held === 0 || held > MOST_SLIPPED) return undefined;
      return judgeWords(vocabulary, form, vocabulary.commonNear(form, FAR_COMMONER * held))[0];
    },
    suggest: (form, mostSlips) => suggestWords(vocabulary, form, { limit: MOST_SUGGESTIONS, mostSlips }),
    idfOf: (term) => idfOf(sharedLexicon.at(term).holders),
    idfIn: (place, term) => idfOf(sharedLexicon.holdersOf(place, term)),
    greatestIdf: idf(0, passages),
  };
}
