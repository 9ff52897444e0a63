import { readWords } from '../analysis/read-words.ts';
import { stem } from '../analysis/stem.ts';
import { ASKING_WORDS, STOP_WORDS } from '../analysis/stop-words.ts';
import type { Assumption } from '../search-index.ts';
import { type Expected, readAnswerType } from './answer-type.ts';
import { splitCompound } from './compounds.ts';
import { mendGrammarWord } from './grammar-words.ts';
import { type KnownWords, MOST_TERMS, type Question, type QuestionTerm, type TypedWord } from './question.ts';
import { readTerm } from './read-term.ts';

/** Words beyond this number are not read: by then there are terms enough. */
const MOST_WORDS = 200;
/** Longer words are keys that were held down; their letters say nothing. */
const LONGEST_WORD = 60;

const isSearched = (form: string) => !STOP_WORDS.has(form) && !ASKING_WORDS.has(form);

/** The words of a question with misspelt grammar words put right: `waht` asks what `what` asks. */
function readTyped(text: string, known: KnownWords): readonly TypedWord[] {
  const words: TypedWord[] = [];
  readWords(text, (form, _start, _end, spelling) => {
    if (words.length >= MOST_WORDS || form.length > LONGEST_WORD) return;
    const mended = STOP_WORDS.has(form) || known.termOf(form) >= 0 ? form : mendGrammarWord(form);
    words.push({ form: mended, position: words.length, spelling });
  });
  return words;
}

/** One word as two, where the corpus writes it so; the guess about an unknown word is reported. */
function splitWord(typed: TypedWord, known: KnownWords, assumptions: Assumption[]): readonly TypedWord[] {
  const split = isSearched(typed.form) ? splitCompound(typed.form, known) : undefined;
  if (!split) return [typed];
  if (known.termOf(typed.form) < 0) assumptions.push({ typed: typed.form, searchedFor: split.join(' ') });
  const [first, second] = split;
  return [
    { ...typed, form: first, joined: typed.form },
    { ...typed, form: second, position: typed.position + 1, joined: typed.form },
  ];
}

/** Two words that the corpus (also) writes as one. */
function joinNeighbours(words: readonly TypedWord[], known: KnownWords): readonly TypedWord[] {
  return words.map((word, i) => {
    if (word.joined !== undefined || !isSearched(word.form)) return word;
    const before = words[i - 1];
    const behind = words[i + 1];
    const pairs = [
      before && isSearched(before.form) ? before.form + word.form : undefined,
      behind && isSearched(behind.form) ? word.form + behind.form : undefined,
    ];
    const joined = pairs.find((pair) => pair !== undefined && known.lexicon.idOf(pair) >= 0);
    return joined === undefined ? word : { ...word, joined };
  });
}

/** Reads a question: its distinct words that are searched, what it asks for, and what was assumed. */
export function readQuestion(text: string, known: KnownWords): Question {
  const typed = readTyped(text, known);
  const expected: Expected = readAnswerType(typed.map(({ form }) => form));
  const assumptions: Assumption[] = [];
  const split = typed.flatMap((word) => splitWord(word, known, assumptions));
  const terms = new Map<string, QuestionTerm>();
  let focus = -1;
  for (const word of joinNeighbours(split, known)) {
    const key = stem(word.form);
    if (!isSearched(word.form) || terms.size >= MOST_TERMS) continue;
    if (!terms.has(key)) {
      const guess = ({ word: meant }: { readonly word: number }) =>
        assumptions.push({ typed: word.form, searchedFor: known.lexicon.wordOf(meant) });
      terms.set(key, readTerm(known, word, guess));
    }
    if (word.position === expected.focus) focus = [...terms.keys()].indexOf(key);
  }
  return { terms: [...terms.values()], expected, focus, assumptions };
}
