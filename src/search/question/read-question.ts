import { stem } from '../text/stem.ts';
import { isSearched } from '../text/stop-words.ts';
import { type Expected, readAnswerType } from './answer-type.ts';
import { asksForWords } from './asks-for-words.ts';
import { readCasualties } from './casualties.ts';
import { splitCompound } from './compounds.ts';
import { firstTwoCountries } from './countries-of.ts';
import { markNames } from './find-names.ts';
import {
  type Assumption,
  type KnownWords,
  MOST_TERMS,
  type Question,
  type QuestionTerm,
  type TypedWord,
} from './question.ts';
import { readTerm } from './read-term.ts';
import { mendWords, readTyped } from './typed-words.ts';
import { weighNames } from './weigh-names.ts';

/** More strange words than these are no slips: somebody pasted a page, or another language. */
const MOST_STRANGE = 12;

/** Guessing what a word was meant for is the costliest step of reading, and is left out where most words are strange. */
function guessingWithin(known: KnownWords, typed: readonly TypedWord[]): KnownWords {
  const isStrange = ({ form }: TypedWord) => isSearched(form) && known.termOf(form) < 0;
  const isPatient = typed.length <= MOST_STRANGE || typed.filter(isStrange).length <= MOST_STRANGE;
  return isPatient ? known : { ...known, suggest: () => [], hasNear: () => true };
}

/** One word as two, where the corpus writes it so; the guess about an unknown word is reported. */
function splitWord(typed: TypedWord, known: KnownWords, assumptions: Assumption[]): readonly TypedWord[] {
  const isStrangeName =
    known.termOf(typed.form) < 0 &&
    ((typed.name?.others.length ?? 0) > 0 || known.names.isOfCountry(typed.form));
  const split = isSearched(typed.form) && !isStrangeName ? splitCompound(typed.form, known) : undefined;
  if (!split) return [typed];
  if (known.termOf(typed.form) < 0) assumptions.push({ typed: typed.form, searchedFor: split.join(' ') });
  const [first, second] = split;
  return [
    { ...typed, form: first, joined: typed.form, isParted: true },
    { ...typed, form: second, position: typed.position + 1, joined: typed.form, isParted: true },
  ];
}

/** Whether the corpus holds a word, in the singular or the plural: `land mines` are `landmine`. To stem each pair of words takes longer. */
function isWritten(form: string, { lexicon }: KnownWords): boolean {
  const other = form.endsWith('s') ? form.slice(0, -1) : `${form}s`;
  return lexicon.idOf(form) >= 0 || lexicon.idOf(other) >= 0;
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
    const joined = pairs.find((pair) => pair !== undefined && isWritten(pair, known));
    return joined === undefined ? word : { ...word, joined };
  });
}

/** Reports a name that the corpus holds by another name only. */
function reportNames(typed: readonly TypedWord[], known: KnownWords, assumptions: Assumption[]): void {
  for (const name of new Set(typed.map((word) => word.name))) {
    const forms = typed.filter((word) => word.name === name).map(({ form }) => form);
    const [other] = name?.others ?? [];
    const isStrange = forms.some((form) => isSearched(form) && known.termOf(form) < 0);
    if (other && isStrange) assumptions.push({ typed: forms.join(' '), searchedFor: other.written });
  }
}

/** The distinct words that are searched, by their stems. */
function readTerms(words: readonly TypedWord[], known: KnownWords, assumptions: Assumption[]) {
  const terms = new Map<string, QuestionTerm>();
  for (const word of words) {
    const key = stem(word.form);
    if (!isSearched(word.form) || terms.has(key) || terms.size >= MOST_TERMS) continue;
    const guess = ({ word: meant }: { readonly word: number }) =>
      assumptions.push({ typed: word.form, searchedFor: known.lexicon.wordOf(meant) });
    terms.set(key, readTerm(known, word, guess));
  }
  return terms;
}

/** Reads a question: its distinct words that are searched, what it asks for, and what was assumed. */
export function readQuestion(text: string, allKnown: KnownWords): Question {
  const assumptions: Assumption[] = [];
  const asTyped = readTyped(text);
  const known = guessingWithin(allKnown, asTyped);
  const typed = markNames(mendWords(asTyped, known, assumptions), known);
  const forms = typed.map(({ form }) => form);
  const expected: Expected = readAnswerType(forms);
  reportNames(typed, known, assumptions);
  const split = typed.flatMap((word) => splitWord(word, known, assumptions));
  const words = joinNeighbours(split, known);
  const terms = readTerms(words, known, assumptions);
  const asked = words.find(({ form, position }) => position === expected.focus && isSearched(form));
  const focus = asked ? [...terms.keys()].indexOf(stem(asked.form)) : -1;
  const weighed = weighNames([...terms.values()], known);
  return {
    terms: weighed,
    countries: firstTwoCountries(weighed),
    casualties: readCasualties(weighed, known),
    expected,
    asksForWords: asksForWords(forms),
    focus,
    assumptions,
  };
}
