import type { IndexData } from '../indexing/index-columns.ts';
import type { PassageMetadata } from '../indexing/passage-metadata.ts';
import type { OpenSegment } from '../indexing/segment.ts';
import { wordOfToken } from '../indexing/token-lists.ts';
import type { Filter, ParsedQuery } from '../query/parse-query.ts';
import { resembles } from '../spelling/fuzzy.ts';
import { fold } from '../text/fold.ts';
import { tokenise } from '../text/tokenise.ts';

/** First day of a partial date: it sorts before every day within it. */
const firstDay = (date: string) => `${date}${'-01-01'.slice(date.length - 4)}`;

/** Whether it is known as of when the words are: the day somebody opened a page says nothing of it. */
const isDated = ({ asOf, isUndated }: PassageMetadata) => asOf !== '' && isUndated !== true;

/** Whether the passage is what the filter narrows to. */
function isWithin(passage: PassageMetadata, filter: Filter): boolean {
  switch (filter.name) {
    case 'source':
      return [passage.source.title, passage.source.publisher ?? '', passage.source.id].some((name) =>
        resembles(filter.value, name),
      );
    case 'topic':
      return passage.topics.some((topic) => resembles(filter.value, topic));
    case 'speaker':
      // An article's writers report, and speak for themselves nowhere.
      return passage.kind !== 'article' && resembles(filter.value, passage.attribution);
    case 'before':
      return isDated(passage) && firstDay(passage.asOf) < firstDay(filter.value);
    case 'after':
      // A date within the period begins with it, and is not after it.
      return isDated(passage) && passage.asOf > filter.value && !passage.asOf.startsWith(filter.value);
    case 'kind':
      return passage.kind === filter.value;
    default:
      return filter satisfies never;
  }
}

/** A phrase that must stand in a passage. */
interface Phrase {
  /** Its words by number. */
  readonly words: readonly number[];
  readonly written: string;
}

/** As a keyboard writes it: case, accents and the shape of apostrophes, dashes and spaces aside. */
function plain(text: string): string {
  return fold(text).replace(/[’‘ʼ]/g, "'").replace(/[‐-―]/g, '-').replace(/\s+/g, ' ');
}

/** Undefined when the corpus does not hold one of its words. */
function readPhrase(index: IndexData, phrase: string): Phrase | undefined {
  const words: number[] = [];
  tokenise(phrase, (form) => words.push(index.lexicon.idOf(form)));
  return words.includes(-1) ? undefined : { words, written: plain(phrase).trim() };
}

/**
 * Whether words stand in the passage one behind the other, in whatever spelling: most passages are told apart by
 * that.
 */
function holdsWords({ text }: IndexData, ordinal: number, words: readonly number[]): boolean {
  const { starts, tokens } = text.words;
  const last = (starts[ordinal + 1] ?? 0) - words.length;
  for (let at = starts[ordinal] ?? 0; at <= last; at++) {
    if (words.every((word, i) => wordOfToken(tokens[at + i] ?? 0) === word)) return true;
  }
  return false;
}

const INSIDE_WORD = /[\p{L}\p{N}]/u;

/** Whether a passage holds a phrase to the letter, as whole words. */
function holdsPhrase(index: IndexData, ordinal: number, { words, written }: Phrase): boolean {
  if (!holdsWords(index, ordinal, words)) return false;
  const text = plain(index.passages.textAt(ordinal));
  // Nothing at all would be found behind the last letter again and again.
  for (let at = text.indexOf(written); at >= 0 && at < text.length; at = text.indexOf(written, at + 1)) {
    const isWhole =
      !INSIDE_WORD.test(text.charAt(at - 1)) && !INSIDE_WORD.test(text.charAt(at + written.length));
    if (isWhole) return true;
  }
  return false;
}

/** What narrows a search. */
export interface Narrowing extends Pick<ParsedQuery, 'filters' | 'phrases'> {
  readonly topics: ReadonlySet<string> | undefined;
}

/**
 * Whether a passage is within filters and topics, worked out once for all passages that have the same to say about
 * it.
 */
function isWithinAll({ passages }: IndexData, { filters, topics }: Narrowing): (ordinal: number) => boolean {
  if (filters.length === 0 && !topics) return () => true;
  const { commonOf } = passages.columns;
  const known = new Map<number, boolean>();
  return (ordinal) => {
    const number = commonOf[ordinal] ?? 0;
    const before = known.get(number);
    if (before !== undefined) return before;
    const common = passages.metadataAt(ordinal);
    const isOnTopic = !topics || common.topics.some((topic) => topics.has(topic));
    const isAccepted = isOnTopic && filters.every((filter) => isWithin(common, filter));
    known.set(number, isAccepted);
    return isAccepted;
  };
}

/** Tells for each passage whether it can be found, is within what a question is narrowed to and holds its phrases. */
export function acceptFor(
  { index, removal }: OpenSegment,
  narrowing: Narrowing,
): (ordinal: number) => boolean {
  const phrases = narrowing.phrases.map((phrase) => readPhrase(index, phrase));
  const known = phrases.flatMap((phrase) => (phrase ? [phrase] : []));
  if (known.length < phrases.length) return () => false;
  const isNarrow = isWithinAll(index, narrowing);
  return (ordinal) =>
    removal?.isRemoved[ordinal] !== 1 &&
    known.every((phrase) => holdsPhrase(index, ordinal, phrase)) &&
    isNarrow(ordinal);
}
