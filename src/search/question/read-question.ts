import { readWords } from '../analysis/read-words.ts';
import { stem } from '../analysis/stem.ts';
import { ASKING_WORDS, STOP_WORDS } from '../analysis/stop-words.ts';
import type { Assumption } from '../search-index.ts';
import type { DeletionTable } from '../spelling/deletion-table.ts';
import type { Lexicon } from '../store/lexicon.ts';
import { type Suggestion, suggestWords } from '../vocabulary.ts';
import { type Expected, readAnswerType } from './answer-type.ts';
import { relatedTerms } from './related-terms.ts';

/** Words beyond this number are not searched: nobody asks a question of a page. */
const MOST_TERMS = 48;
/** How many words of the corpus an unknown word may stand for. */
const MOST_SUGGESTIONS = 3;

/** A term of the corpus that a word of the question stands for, and how surely (0 to 1). */
export interface Alternative {
  readonly term: number;
  readonly certainty: number;
}

/** One word of the question that carries meaning. */
export interface QuestionTerm {
  readonly typed: string;
  /** Position among all words of the question. */
  readonly position: number;
  readonly spelling: number;
  /** What the rarity of the word is worth: the weight of the question that hangs on it. */
  readonly weight: number;
  /** The surest first. Empty when nothing in the corpus is like the word. */
  readonly alternatives: readonly Alternative[];
  /** The number of the very word in the corpus, or -1. */
  readonly word: number;
}

/** A question as it is searched. */
export interface Question {
  readonly terms: readonly QuestionTerm[];
  readonly expected: Expected;
  /** Number in `terms` of the noun that is asked for, or -1. */
  readonly focus: number;
  readonly assumptions: readonly Assumption[];
}

/** What the index knows of words. */
export interface KnownWords {
  readonly lexicon: Lexicon;
  readonly deletions: DeletionTable;
  /** Whether any passage or its surroundings hold the term. */
  isUsed(term: number): boolean;
  rarityOf(term: number): number;
  /** Rarity of a word that no passage holds. */
  readonly greatestRarity: number;
}

function usedTerm(known: KnownWords, form: string): number {
  for (const spelling of [form, stem(form)]) {
    const id = known.lexicon.idOf(spelling);
    if (id >= 0 && known.isUsed(known.lexicon.termOf(id))) return known.lexicon.termOf(id);
  }
  return -1;
}

function toAlternatives(known: KnownWords, suggestions: readonly Suggestion[]): readonly Alternative[] {
  const byTerm = new Map<number, number>();
  for (const { word, likeness } of suggestions) {
    const term = known.lexicon.termOf(word);
    if (!byTerm.has(term)) byTerm.set(term, likeness);
  }
  return [...byTerm].map(([term, certainty]) => ({ term, certainty }));
}

interface TypedWord {
  readonly form: string;
  readonly position: number;
  readonly spelling: number;
}

function readTerm(known: KnownWords, typed: TypedWord, assumptions: Assumption[]): QuestionTerm {
  const { form, position, spelling } = typed;
  const term = usedTerm(known, form);
  if (term >= 0) {
    const related = relatedTerms(form, (word) => usedTerm(known, word)).filter(
      (other) => other.term !== term,
    );
    const alternatives = [{ term, certainty: 1 }, ...related];
    return {
      typed: form,
      position,
      spelling,
      weight: known.rarityOf(term),
      alternatives,
      word: known.lexicon.idOf(form),
    };
  }
  const related = relatedTerms(form, (word) => usedTerm(known, word));
  if (related.length > 0 && (related[0]?.certainty ?? 0) >= 0.5) {
    return {
      typed: form,
      position,
      spelling,
      weight: known.rarityOf(related[0]?.term ?? 0),
      alternatives: related,
      word: -1,
    };
  }
  const suggestions = suggestWords(known.deletions, form, MOST_SUGGESTIONS);
  const alternatives = toAlternatives(known, suggestions);
  const [best] = suggestions;
  if (best) assumptions.push({ typed: form, searchedFor: known.lexicon.wordOf(best.word) });
  const weight = alternatives[0] ? known.rarityOf(alternatives[0].term) : known.greatestRarity;
  return { typed: form, position, spelling, weight, alternatives, word: best?.word ?? -1 };
}

/** Reads a question: its distinct words that are searched, what it asks for, and what was assumed. */
export function readQuestion(text: string, known: KnownWords): Question {
  const words: TypedWord[] = [];
  readWords(text, (form, _start, _end, spelling) => {
    if (words.length < MOST_TERMS * 4) words.push({ form, position: words.length, spelling });
  });
  const expected = readAnswerType(words.map(({ form }) => form));
  const assumptions: Assumption[] = [];
  const terms = new Map<string, QuestionTerm>();
  let focus = -1;
  for (const word of words) {
    if (STOP_WORDS.has(word.form) || ASKING_WORDS.has(word.form) || terms.size >= MOST_TERMS) continue;
    const key = stem(word.form);
    if (!terms.has(key)) terms.set(key, readTerm(known, word, assumptions));
    if (word.position === expected.focus) focus = [...terms.keys()].indexOf(key);
  }
  return { terms: [...terms.values()], expected, focus, assumptions };
}
