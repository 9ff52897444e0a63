import { findsEachWord } from '../columns/word-table.ts';
import { isMetadataSound } from '../indexing/check-metadata.ts';
import type { IndexColumns } from '../indexing/index-columns.ts';
import type { PostingLists } from '../indexing/posting-lists.ts';
import { type TokenLists, wordOfToken } from '../indexing/token-lists.ts';

type Numbers = Int32Array | Uint32Array;
type TextStore = IndexColumns['passages']['texts'];

/**
 * The name of an array of an index that leads where it must not: behind the end of another one, or round in a circle.
 * Undefined when a search cannot fail over any. What the arrays say, other than where, is not looked at.
 */
export function findFault(columns: IndexColumns): string | undefined {
  return faultsIn(columns).next().value ?? undefined;
}

function* faultsIn(columns: IndexColumns): Generator<string, undefined> {
  yield* faultsInPassages(columns.passages);
  yield* faultsInMetadata(columns.passages);
  yield* faultsInWords(columns);
  yield* faultsInFields(columns);
}

/** Whether values begin with 0, never fall, and end with the number of what they part; of an expected length. */
function partsOf(starts: Numbers, parts: number, whole: number): boolean {
  if (starts.length !== parts + 1 || starts[0] !== 0 || starts[parts] !== whole) return false;
  for (let at = 1; at <= parts; at++) if ((starts[at] ?? 0) < (starts[at - 1] ?? 0)) return false;
  return true;
}

/** Whether every value is the number of one of so many things. */
function areNumbersOf(values: Numbers, things: number): boolean {
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value < 0 || value >= things) return false;
  }
  return true;
}

function isAscending(values: Int32Array, from = 0, to: number = values.length): boolean {
  for (let at = from + 1; at < to; at++) if ((values[at] ?? 0) < (values[at - 1] ?? 0)) return false;
  return true;
}

const holdsTexts = ({ bytes, offsets }: TextStore, texts: number): boolean =>
  partsOf(offsets, texts, bytes.length);

/** Whether a search through slots comes to an end: they are a power of two, and one of them at least is free. */
function isHashTable(slots: Int32Array, things: number): boolean {
  const isPowerOfTwo = slots.length > 0 && (slots.length & (slots.length - 1)) === 0;
  return isPowerOfTwo && slots.includes(0) && areNumbersOf(slots, things + 1);
}

function* faultsInPassages(passages: IndexColumns['passages']): Generator<string> {
  const { ids, idSlots, texts, startOffsets, endOffsets, contexts, oddContexts } = passages;
  const { paragraphOf, paragraphStarts, hasContext } = passages;
  const size = passages.commonOf.length;
  if (!holdsTexts(ids, size)) yield 'passages.ids';
  if (!isHashTable(idSlots, size)) yield 'passages.idSlots';
  if (!holdsTexts(texts, size)) yield 'passages.texts';
  if (startOffsets.length !== size || endOffsets.length !== size) yield 'passages.startOffsets';
  if (!partsOf(paragraphStarts, hasContext.length, size)) yield 'passages.paragraphStarts';
  if (paragraphOf.length !== size || !isWithin(paragraphOf, paragraphStarts)) yield 'passages.paragraphOf';
  if (!areNumbersOf(oddContexts, size) || !isAscending(oddContexts)) yield 'passages.oddContexts';
  if (!holdsTexts(contexts, oddContexts.length)) yield 'passages.contexts';
}

/** Whether each thing is numbered as the part in which it stands. */
function isWithin(numbers: Int32Array, starts: Int32Array): boolean {
  for (let part = 0; part < starts.length - 1; part++) {
    const end = starts[part + 1] ?? 0;
    for (let at = starts[part] ?? 0; at < end; at++) if (numbers[at] !== part) return false;
  }
  return true;
}

function* faultsInMetadata({ common, commonOf }: IndexColumns['passages']): Generator<string> {
  const { origins, voices, originOf, originStarts, sourceOf, topics, topicStarts, topicsOf } = common;
  if (!holdsTexts(origins, sourceOf.length)) yield 'passages.common.origins';
  if (!holdsTexts(voices, originOf.length)) yield 'passages.common.voices';
  if (!areNumbersOf(originOf, sourceOf.length)) yield 'passages.common.originOf';
  if (!areNumbersOf(commonOf, originOf.length)) yield 'passages.commonOf';
  if (!partsOf(originStarts, sourceOf.length, commonOf.length)) yield 'passages.common.originStarts';
  if (!areNumbersOf(sourceOf, sourceOf.length)) yield 'passages.common.sourceOf';
  if (
    !isWithin(
      commonOf.map((number) => originOf[number] ?? 0),
      originStarts,
    )
  )
    yield 'passages.commonOf';
  if (!partsOf(topicStarts, sourceOf.length, topicsOf.length)) yield 'passages.common.topicStarts';
  if (!areNumbersOf(topicsOf, topics.offsets.length - 1)) yield 'passages.common.topicsOf';
  if (!holdsTexts(topics, topics.offsets.length - 1)) yield 'passages.common.topics';
  if (!isMetadataSound(common)) yield 'passages.common';
}

/** No word of a lexicon is longer. */
const LONGEST_WORD = 256;
/** A stem may be a word with another stem, which may be one, ... */
const MOST_STEMS = 8;

function* faultsInWords(columns: IndexColumns): Generator<string> {
  const { lexicon, wordClasses, isStopWord, deletions, letters } = columns;
  const { terms, starts } = lexicon;
  const words = terms.length;
  if (!partsOf(starts, words, lexicon.letters.length)) yield 'lexicon.starts';
  for (let word = 0; word < words; word++)
    if ((starts[word + 1] ?? 0) - (starts[word] ?? 0) > LONGEST_WORD) yield 'lexicon.starts';
  if (!isHashTable(lexicon.slots, words) || !findsEachWord(lexicon)) yield 'lexicon.slots';
  if (!areNumbersOf(terms, words) || !terms.every((_, word) => hasStem(terms, word))) yield 'lexicon.terms';
  if (wordClasses.length !== words || isStopWord.length !== words) yield 'wordClasses';
  if (!partsOf(deletions.starts, deletions.starts.length - 1, deletions.words.length))
    yield 'deletions.starts';
  if (!areNumbersOf(deletions.words, words)) yield 'deletions.words';
  if (!partsOf(letters.starts, letters.starts.length - 1, letters.words.length)) yield 'letters.starts';
  if (letters.letters.length !== letters.words.length || !areNumbersOf(letters.words, words))
    yield 'letters.words';
}

/** Whether going from stem to stem ends. */
function hasStem(terms: Int32Array, word: number): boolean {
  let at = word;
  for (let step = 0; step < MOST_STEMS; step++) {
    const next = terms[at] ?? 0;
    if (next === at) return true;
    at = next;
  }
  return false;
}

function* faultsInFields(columns: IndexColumns): Generator<string> {
  const { passages, lexicon, text, lines, passageOfLine, surroundings, reach } = columns;
  const [size, words] = [passages.commonOf.length, lexicon.terms.length];
  const paragraphs = passages.hasContext.length;
  if (!holdsWords(text.words, size, words)) yield 'text.words';
  if (!holdsPostings(text.postings, words, size)) yield 'text.postings';
  if (!holdsWords(lines.words, passageOfLine.length, words)) yield 'lines.words';
  if (!holdsPostings(lines.postings, words, passageOfLine.length)) yield 'lines.postings';
  if (!areNumbersOf(passageOfLine, size) || !isAscending(passageOfLine)) yield 'passageOfLine';
  if (!holdsPostings(surroundings.postings, words, paragraphs)) yield 'surroundings.postings';
  if (reach.length !== paragraphs || !reach.every((value) => value >= 0)) yield 'reach';
}

function holdsWords({ starts, tokens }: TokenLists, lists: number, words: number): boolean {
  if (!partsOf(starts, lists, tokens.length)) return false;
  for (let at = 0; at < tokens.length; at++) if (wordOfToken(tokens[at] ?? 0) >= words) return false;
  return true;
}

function holdsPostings({ starts, lists, impacts }: PostingLists, terms: number, most: number): boolean {
  if (!partsOf(starts, terms, lists.length) || impacts.length !== lists.length) return false;
  if (!areNumbersOf(lists, most)) return false;
  for (let term = 0; term < terms; term++)
    if (!isAscending(lists, starts[term] ?? 0, starts[term + 1] ?? 0)) return false;
  return true;
}
