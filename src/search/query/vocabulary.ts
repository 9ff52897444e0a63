import { idf } from '../indexing/bm25.ts';
import type { Lexicon } from '../indexing/lexicon.ts';
import { type OpenSegment, sizeOf, standTogether } from '../indexing/segment.ts';
import type { SharedLexicon } from '../indexing/shared-lexicon.ts';
import type { WordSource } from '../indexing/word-source.ts';
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

interface CountedWords extends WordsByLetters {
  /** Words one slip away from the typed one that at least so many passages hold. */
  commonNear(typed: string, holders: number): readonly number[];
}

/** The words of the whole corpus, by their letters. */
function wordsByLetters(sharedLexicon: SharedLexicon): CountedWords {
  const { sources } = sharedLexicon;
  const ofAll = (wordsOf: (source: WordSource) => readonly number[]) => [
    ...new Set(
      sources.flatMap((source) =>
        wordsOf(source)
          .filter((word) => !source.isGone(word))
          .map((word) => sharedLexicon.idOf(source.lexicon.wordOf(word))),
      ),
    ),
  ];
  const nearIn = ({ deletions, lexicon }: WordSource, typed: string) =>
    nearWords(deletions, lexicon.columns, typed);
  const holdersOf = (id: number) => sharedLexicon.at(sharedLexicon.termOf(id)).holders;
  return {
    near: (typed: string) => ofAll((source) => nearIn(source, typed)),
    commonNear: (typed: string, holders: number) =>
      // Held by so many passages of the corpus, a word is held by its share of them in one part: most words are told
      // apart by that.
      ofAll((source) =>
        nearIn(source, typed).filter(
          (word) => source.mostHoldersOf(source.lexicon.termOf(word)) * sources.length >= holders,
        ),
      ).filter((word) => holdersOf(word) >= holders),
    twoSlipsAway: (typed: string) =>
      ofAll(({ letters, lexicon }) => wordsTwoSlipsAway(letters, typed, (id) => lexicon.wordOf(id))),
    wordOf: (id: number) => sharedLexicon.wordOf(id),
    holdersOf,
  };
}

/** The same, and what a term weighs by other names. */
export interface SegmentedVocabulary extends Vocabulary {
  /** Weight of a term, by the place of the segment and its own number there. */
  idfIn(place: number, term: number): number;
  /** Weight of a stem, which gets no number by that. */
  idfOfRoot(root: string): number;
}

/**
 * What a corpus knows of words, as reading a question asks it: its segments, and what is known of passages that lie
 * elsewhere. Words are numbered by the shared lexicon, where the segments come first.
 */
export function createVocabulary(
  segments: readonly OpenSegment[],
  sharedLexicon: SharedLexicon,
  {
    language,
    names,
    passagesElsewhere = 0,
  }: {
    readonly language: Language;
    readonly names: NameBook;
    readonly passagesElsewhere?: number | undefined;
  },
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
  const vocabulary = wordsByLetters(sharedLexicon);
  const passages = Math.max(
    1,
    segments.reduce((sum, segment) => sum + sizeOf(segment), passagesElsewhere),
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
    idfOfRoot: (root) => idfOf(sharedLexicon.holdersOfRoot(root)),
    greatestIdf: idf(0, passages),
  };
}
