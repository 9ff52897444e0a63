import { stem } from '../analysis/stem.ts';
import { ASKING_WORDS, STOP_WORDS } from '../analysis/stop-words.ts';
import { scanWords } from '../analysis/words.ts';
import type { Assumption } from '../search-index.ts';
import type { Lexicon } from '../store/lexicon.ts';
import { type Suggestion, suggestWords } from '../vocabulary.ts';
import type { DeletionTable } from './deletion-table.ts';

/** Words beyond this number are not searched: nobody asks a question of a page. */
const MOST_WORDS = 64;
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
  /** Empty when nothing in the corpus is like it. */
  readonly alternatives: readonly Alternative[];
}

/** What the index knows of words. */
export interface KnownWords {
  readonly lexicon: Lexicon;
  readonly deletions: DeletionTable;
  /** Whether any passage or its surroundings hold the term. */
  isUsed(term: number): boolean;
}

export interface QuestionTerms {
  readonly terms: readonly QuestionTerm[];
  readonly assumptions: readonly Assumption[];
}

function exactTerm(known: KnownWords, form: string): number {
  for (const spelling of [form, stem(form)]) {
    const id = known.lexicon.idOf(spelling);
    if (id >= 0 && known.isUsed(known.lexicon.termOf(id))) return known.lexicon.termOf(id);
  }
  return -1;
}

function toAlternatives(known: KnownWords, suggestions: readonly Suggestion[]): readonly Alternative[] {
  const seen = new Set<number>();
  const alternatives: Alternative[] = [];
  for (const { word, likeness } of suggestions) {
    const term = known.lexicon.termOf(word);
    if (seen.has(term)) continue;
    seen.add(term);
    alternatives.push({ term, certainty: likeness });
  }
  return alternatives;
}

/** The distinct words of a question that are searched, and what was assumed about unknown ones. */
export function readQuestionTerms(question: string, known: KnownWords): QuestionTerms {
  const forms = new Set<string>();
  scanWords(question, (form) => {
    if (forms.size < MOST_WORDS && !STOP_WORDS.has(form) && !ASKING_WORDS.has(form)) forms.add(form);
  });
  const terms: QuestionTerm[] = [];
  const assumptions: Assumption[] = [];
  const seen = new Set<number>();
  for (const form of forms) {
    const term = exactTerm(known, form);
    if (term >= 0) {
      if (!seen.has(term)) terms.push({ typed: form, alternatives: [{ term, certainty: 1 }] });
      seen.add(term);
      continue;
    }
    const suggestions = suggestWords(known.deletions, form, MOST_SUGGESTIONS);
    terms.push({ typed: form, alternatives: toAlternatives(known, suggestions) });
    const best = suggestions[0];
    if (best) assumptions.push({ typed: form, searchedFor: known.lexicon.wordOf(best.word) });
  }
  return { terms, assumptions };
}
