import { readTimeSpans } from '../text/read-time-spans.ts';
import { SPELLING } from '../text/split-words.ts';
import { stem } from '../text/stem.ts';
import { isSearched } from '../text/stop-words.ts';
import { type ExpectedAnswer, readAnswerType } from './answer-type.ts';
import { asksForQuote, asksForWords } from './asks-for-words.ts';
import { joinCode, type Split, splitCode, splitCompound } from './compounds.ts';
import { countriesIn, markNames, weighNames } from './find-names.ts';
import { readLatestRequest } from './latest-question.ts';
import { readListRequest } from './list-question.ts';
import { findNameLabels } from './name-labels.ts';
import { findNamePairs } from './name-pairs.ts';
import { markOtherWritings } from './other-writings.ts';
import { type Assumption, MOST_TERMS, type Query, type QueryTerm, type TypedWord } from './query.ts';
import { readTerm } from './read-term.ts';
import { mendWords, readTyped } from './typed-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** More unknown words than these are no slips: somebody pasted a page, or another language. */
const MOST_UNKNOWN = 12;

/**
 * Guessing what a word was meant for is the costliest step of reading, and is left out where most words are unknown.
 */
function guessingWithin(vocabulary: Vocabulary, typed: readonly TypedWord[]): Vocabulary {
  const isUnknown = ({ form }: TypedWord) => isSearched(form) && vocabulary.termOf(form) < 0;
  const isGuessed = typed.length <= MOST_UNKNOWN || typed.filter(isUnknown).length <= MOST_UNKNOWN;
  return isGuessed ? vocabulary : { ...vocabulary, suggest: () => [], hasNear: () => true };
}

/** The parts of a word, the second spelt in its own way: of `MH17` it is digits. */
function splitInto(typed: TypedWord, [first, second]: Split, spelling: number): readonly TypedWord[] {
  const { form: joined, position } = typed;
  return [
    { ...typed, form: first, joined, isParted: true },
    { ...typed, form: second, position: position + 1, spelling, joined, isParted: true },
  ];
}

/** One word as two, where the corpus writes it so; the guess about an unknown word is reported. */
function splitWord(
  typed: TypedWord,
  vocabulary: Vocabulary,
  assumptions: Assumption[],
): readonly TypedWord[] {
  const isUnknownName =
    vocabulary.termOf(typed.form) < 0 &&
    ((typed.name?.others.length ?? 0) > 0 || vocabulary.names.isOfCountry(typed.form));
  const code = (typed.spelling & SPELLING.code) === 0 ? undefined : splitCode(typed.form, vocabulary);
  if (code) return splitInto(typed, code, SPELLING.digits);
  const split = isSearched(typed.form) && !isUnknownName ? splitCompound(typed.form, vocabulary) : undefined;
  if (!split) return [typed];
  if (vocabulary.termOf(typed.form) < 0)
    assumptions.push({ typed: typed.form, searchedFor: split.join(' ') });
  return splitInto(typed, split, typed.spelling);
}

/**
 * Whether the corpus holds a word, in the singular or the plural: `land mines` are `landmine`. To stem each pair of
 * words takes longer.
 */
function isWritten(form: string, { lexicon }: Vocabulary): boolean {
  const other = form.endsWith('s') ? form.slice(0, -1) : `${form}s`;
  return lexicon.idOf(form) >= 0 || lexicon.idOf(other) >= 0;
}

const isDigits = (word: TypedWord | undefined) =>
  word !== undefined && (word.spelling & SPELLING.digits) !== 0;

/** Letters and digits typed apart, as the code that the corpus writes. */
function joinCodes(words: readonly TypedWord[], vocabulary: Vocabulary): readonly TypedWord[] {
  if (!words.some(isDigits)) return words;
  return words.flatMap((word, i) => {
    const [before, behind] = [words[i - 1], words[i + 1]];
    if (before && joinCode(before.form, word.form, vocabulary)) return [];
    const code = behind && joinCode(word.form, behind.form, vocabulary);
    return code === undefined ? [word] : [{ ...word, form: code, spelling: word.spelling | SPELLING.code }];
  });
}

/** Two words that the corpus (also) writes as one. */
function joinNeighbours(words: readonly TypedWord[], vocabulary: Vocabulary): readonly TypedWord[] {
  return words.map((word, i) => {
    if (word.joined !== undefined || !isSearched(word.form)) return word;
    const before = words[i - 1];
    const behind = words[i + 1];
    const pairs = [
      before && isSearched(before.form) ? before.form + word.form : undefined,
      behind && isSearched(behind.form) ? word.form + behind.form : undefined,
    ];
    const joined = pairs.find((pair) => pair !== undefined && isWritten(pair, vocabulary));
    return joined === undefined ? word : { ...word, joined };
  });
}

/** Reports a name that the corpus holds by another name only. */
function reportNames(typed: readonly TypedWord[], vocabulary: Vocabulary, assumptions: Assumption[]): void {
  for (const name of new Set(typed.map((word) => word.name))) {
    const forms = typed.filter((word) => word.name === name).map(({ form }) => form);
    const [other] = name?.others ?? [];
    const isUnknown = forms.some((form) => isSearched(form) && vocabulary.termOf(form) < 0);
    if (other && isUnknown) assumptions.push({ typed: forms.join(' '), searchedFor: other.written });
  }
}

/** The distinct words that are searched, by their stems. */
function readTerms(words: readonly TypedWord[], vocabulary: Vocabulary, assumptions: Assumption[]) {
  const terms = new Map<string, QueryTerm>();
  for (const word of words) {
    const key = stem(word.form);
    if (!isSearched(word.form) || terms.has(key) || terms.size >= MOST_TERMS) continue;
    const guess = ({ word: meant }: { readonly word: number }) =>
      assumptions.push({ typed: word.form, searchedFor: vocabulary.lexicon.wordOf(meant) });
    terms.set(key, readTerm(vocabulary, word, guess));
  }
  return terms;
}

/** Who said something is told by the attribution, and need not stand in the words. */
const IN_ATTRIBUTION: ExpectedAnswer = { type: 'thing', focus: -1 };

/** Leaves out words that only ask, unless nothing else is left. */
function withoutAsking(
  words: readonly TypedWord[],
  ...asking: readonly ReadonlySet<number>[]
): readonly TypedWord[] {
  const others = words.filter(({ position }) => asking.every((positions) => !positions.has(position)));
  return others.some(({ form }) => isSearched(form)) ? others : words;
}

/** Reads a question: its distinct words that are searched, what it asks for, and what was assumed. */
export function readQuery(text: string, wholeVocabulary: Vocabulary): Query {
  const assumptions: Assumption[] = [];
  const asTyped = readTyped(text);
  const vocabulary = guessingWithin(wholeVocabulary, asTyped);
  const typed = markNames(mendWords(asTyped, vocabulary, assumptions), vocabulary);
  const forms = typed.map(({ form }) => form);
  const [list, latest] = [readListRequest(forms), readLatestRequest(forms)];
  const expected = list.asksForSpeakers ? IN_ATTRIBUTION : readAnswerType(forms);
  reportNames(typed, vocabulary, assumptions);
  const telling = withoutAsking(typed, list.askingWords, latest.askingWords);
  const split = joinCodes(telling, vocabulary).flatMap((word) => splitWord(word, vocabulary, assumptions));
  const words = markOtherWritings(joinNeighbours(split, vocabulary), vocabulary);
  const terms = readTerms(words, vocabulary, assumptions);
  const asked = words.find(({ form, position }) => position === expected.focus && isSearched(form));
  const focus = asked ? [...terms.keys()].indexOf(stem(asked.form)) : -1;
  const weighed = weighNames([...terms.values()], vocabulary);
  return {
    terms: weighed,
    countries: countriesIn(weighed),
    namePairs: findNamePairs(weighed),
    labels: findNameLabels(weighed),
    times: readTimeSpans(text),
    expected,
    asksForWords: asksForWords(forms),
    asksForQuote: asksForQuote(forms),
    asksForList: list.asksForList,
    asksForLatest: latest.asksForLatest,
    focus,
    assumptions,
  };
}
