import type { Suggestion } from '../spelling/suggest-words.ts';
import { SPELLING } from '../text/split-words.ts';
import { stem } from '../text/stem.ts';
import { LIGHT_WORDS } from '../text/stop-words.ts';
import { vectorOf } from '../text/word-vectors.ts';
import { expandTerm, relatedTermsOf } from './expand-term.ts';
import { nameAlternatives } from './find-names.ts';
import { type Alternative, isWrittenAsName, type QueryTerm, type TypedWord } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * What a word that half belongs to grammar weighs, of what its rarity would give it. From 0.4 to 0.8 the measured sets
 * hardly differ; at 1 newswire loses a point of MRR.
 */
const LIGHT_SHARE = 0.65;

/** How surely the joined spelling means what the two words mean. */
const JOINED_CERTAINTY = 0.9;
/** From this certainty on, a word related to an unknown one is a better guess than one of similar letters. */
const SURE_RELATION = 0.5;

/** The surest way to each term, the surest first, of equally sure ones the commonest; then whole names. */
function mergeAlternatives(
  alternatives: readonly Alternative[],
  vocabulary: Vocabulary,
): readonly Alternative[] {
  const byTerm = new Map<number, number>();
  const ofNames = alternatives.filter(({ names }) => names !== undefined);
  for (const { term, certainty, names } of alternatives) {
    if (!names && certainty > (byTerm.get(term) ?? 0)) byTerm.set(term, certainty);
  }
  const words = [...byTerm].map(([term, certainty]) => ({ term, certainty }));
  words.sort((a, b) => b.certainty - a.certainty || vocabulary.idfOf(a.term) - vocabulary.idfOf(b.term));
  return [...words, ...ofNames];
}

function joinedAlternative(vocabulary: Vocabulary, { joined, isParted }: TypedWord): readonly Alternative[] {
  const term = joined === undefined ? -1 : vocabulary.termOf(joined);
  // The very word that was typed is certain.
  return term < 0 ? [] : [{ term, certainty: isParted ? 1 : JOINED_CERTAINTY }];
}

/** What is the same written otherwise is certain. */
function otherwiseWritten(vocabulary: Vocabulary, { otherwise = [] }: TypedWord): readonly Alternative[] {
  return otherwise
    .map((form) => ({ term: vocabulary.termOfForm(form), certainty: 1 }))
    .filter(({ term }) => term >= 0);
}

/**
 * How surely a suggestion is what was meant. The likeliest is: an example query with a slip in it is that query.
 * Of other words, and of names, any may be meant. There Fuse.js judges, by letters alone; that the corpus holds no
 * word more alike halves its doubt.
 */
function certaintyOf({ likeness }: Suggestion, isLikeliest: boolean): number {
  return isLikeliest ? 1 : (1 + likeness) / 2;
}

/** A name of four letters is one slip away from many words: Yoon is not "soon". */
const SHORT_NAME = 4;

/** How surely a word that the corpus hardly holds is a slip in one that it often holds. */
const SLIP_CERTAINTY = 0.9;
/** Of shorter words every slip is another word. */
const SHORTEST_SLIP = 5;

/**
 * What a rare word of the corpus may be a slip in, in the corpus as in the question: it is searched beside the word
 * itself.
 */
function slippedInto(
  { form, spelling, isOfDoubleName }: TypedWord,
  vocabulary: Vocabulary,
): readonly Alternative[] {
  const isWord =
    isOfDoubleName ||
    form.length < SHORTEST_SLIP ||
    (spelling & SPELLING.digits) !== 0 ||
    vocabulary.language.words.isWord(form);
  const meant = isWord || vocabulary.names.isOfCountry(form) ? undefined : vocabulary.commonerNear(form);
  return meant ? [{ term: vocabulary.lexicon.termOf(meant.word), certainty: SLIP_CERTAINTY }] : [];
}

/** What an unknown word may have been meant for. Of names and of rare English words, two slips make another word. */
function suggestFor(typed: TypedWord, vocabulary: Vocabulary): readonly Suggestion[] {
  const { form } = typed;
  if (typed.isOfDoubleName) return [];
  const isName = isWrittenAsName(typed);
  const suggestions = vocabulary.suggest(form, isName || vocabulary.language.words.isWord(form) ? 1 : 2);
  if (!isName || form.length > SHORT_NAME) return suggestions;
  return suggestions.filter(
    ({ word }) => !vocabulary.language.words.isEveryday(vocabulary.lexicon.wordOf(word)),
  );
}

/** How much a word that was typed, and `meant`, tells by itself, 0 to 1. A number is never said by the way. */
function informationOf({ spelling }: TypedWord, meant: string, { language }: Vocabulary): number {
  return (spelling & (SPELLING.digits | SPELLING.code)) !== 0 ? 1 : language.words.informationOf(meant);
}

/** The term for a word, from what was found for it. */
function buildTerm(
  vocabulary: Vocabulary,
  typed: TypedWord,
  {
    found,
    word,
    meant = typed.form,
  }: { readonly found: readonly Alternative[]; readonly word: number; readonly meant?: string },
): QueryTerm {
  const { form, position, spelling, name } = typed;
  const alternatives = mergeAlternatives(found, vocabulary);
  const first = alternatives[0];
  const rarity = first ? vocabulary.idfOf(first.term) : vocabulary.greatestIdf;
  const isLight = LIGHT_WORDS.has(form) || typed.asksMeasure;
  return {
    typed: form,
    position,
    spelling,
    weight: isLight ? rarity * LIGHT_SHARE : rarity,
    alternatives,
    related: relatedTermsOf(typed, meant, vocabulary),
    vector: vectorOf(vocabulary.language.vectors, stem(meant)),
    word,
    information: informationOf(typed, meant, vocabulary),
    isEnglish: vocabulary.language.words.isWord(form),
    ...(name && { name }),
  };
}

/** The words of the corpus that a word of the question stands for; `guess` is told when letters had to be changed. */
export function readTerm(
  vocabulary: Vocabulary,
  typed: TypedWord,
  guess: (suggestion: Suggestion) => void,
): QueryTerm {
  const { form } = typed;
  const term = vocabulary.termOf(form);
  const related = [
    ...otherwiseWritten(vocabulary, typed),
    ...joinedAlternative(vocabulary, typed),
    ...nameAlternatives(typed, vocabulary),
    ...expandTerm(typed, vocabulary),
  ];
  if (term >= 0) {
    // A word that the corpus holds is never replaced; what is related to it is searched beside it.
    const found = [{ term, certainty: 1 }, ...related, ...slippedInto(typed, vocabulary)];
    return buildTerm(vocabulary, typed, { found, word: vocabulary.lexicon.idOf(form) });
  }
  // Another name of one word for the same thing is as good as the word that was typed.
  const same = related.find(({ certainty, names }) => certainty === 1 && names === undefined);
  const isSurelyRelated = related.some(({ certainty }) => certainty >= SURE_RELATION);
  if (isSurelyRelated) return buildTerm(vocabulary, typed, { found: related, word: same?.term ?? -1 });
  // Spelt right, it is what was meant: the corpus holds nothing on it, and a word of similar letters is no answer.
  const isSpeltRight = vocabulary.language.words.isCommon(form) || vocabulary.names.isOfCountry(form);
  const suggestions = isSpeltRight ? [] : suggestFor(typed, vocabulary);
  const [best] = suggestions;
  // A slip in a word that nothing on file holds tells no more than that word does.
  const meant =
    isSpeltRight || isWrittenAsName(typed) ? form : (vocabulary.language.words.commonNear(form) ?? form);
  if (!best) return buildTerm(vocabulary, typed, { found: related, word: -1, meant });
  guess(best);
  const found = suggestions.map((suggestion) => ({
    term: vocabulary.lexicon.termOf(suggestion.word),
    certainty: certaintyOf(suggestion, suggestion === best && !isWrittenAsName(typed)),
  }));
  return buildTerm(vocabulary, typed, {
    found,
    word: best.word,
    meant: vocabulary.lexicon.wordOf(best.word),
  });
}
