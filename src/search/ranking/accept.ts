import { readWords } from '../analysis/read-words.ts';
import type { OpenSegment } from '../open-segment.ts';
import type { Filter, Query } from '../question/query.ts';
import type { IndexData } from '../store/index-data.ts';
import type { Common } from '../store/passage-common.ts';
import { wordOfToken } from '../store/token-lists.ts';
import { resembles } from '../vocabulary.ts';

/** First day of a partial date: it sorts before every day within it. */
const firstDay = (date: string) => `${date}${'-01-01'.slice(date.length - 4)}`;

/** Whether it is known as of when the words are: the day somebody opened a page says nothing of it. */
const isDated = ({ asOf, isUndated }: Common) => asOf !== '' && isUndated !== true;

/** Whether the passage is what the filter narrows to. */
function isWithin(passage: Common, filter: Filter): boolean {
  switch (filter.name) {
    case 'source':
      return [passage.source.title, passage.source.publisher ?? '', passage.source.id].some((name) =>
        resembles(filter.value, name),
      );
    case 'topic':
      return passage.topics.some((topic) => resembles(filter.value, topic));
    case 'speaker':
      return resembles(filter.value, passage.attribution);
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

/** The words of a phrase by number; undefined when the corpus does not hold one of them. */
function wordsOfPhrase(index: IndexData, phrase: string): readonly number[] | undefined {
  const words: number[] = [];
  readWords(phrase, (form) => words.push(index.lexicon.idOf(form)));
  return words.includes(-1) ? undefined : words;
}

/** Whether the words stand in the passage one behind the other: case and accents aside, to the letter. */
function holdsPhrase({ text }: IndexData, ordinal: number, phrase: readonly number[]): boolean {
  const { starts, tokens } = text.words;
  const last = (starts[ordinal + 1] ?? 0) - phrase.length;
  for (let at = starts[ordinal] ?? 0; at <= last; at++) {
    if (phrase.every((word, i) => wordOfToken(tokens[at + i] ?? 0) === word)) return true;
  }
  return false;
}

/** What narrows a search. */
export interface Narrowing extends Pick<Query, 'filters' | 'phrases'> {
  readonly topics: ReadonlySet<string> | undefined;
}

/** Whether a passage is within filters and topics, worked out once for all passages that have the same to say about it. */
function isWithinAll({ passages }: IndexData, { filters, topics }: Narrowing): (ordinal: number) => boolean {
  if (filters.length === 0 && !topics) return () => true;
  const { commonOf } = passages.columns;
  const known = new Map<number, boolean>();
  return (ordinal) => {
    const number = commonOf[ordinal] ?? 0;
    const before = known.get(number);
    if (before !== undefined) return before;
    const common = passages.commonAt(ordinal);
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
  const phrases = narrowing.phrases.map((phrase) => wordsOfPhrase(index, phrase));
  const known = phrases.flatMap((phrase) => (phrase ? [phrase] : []));
  if (known.length < phrases.length) return () => false;
  const isNarrow = isWithinAll(index, narrowing);
  return (ordinal) =>
    removal?.isRemoved[ordinal] !== 1 &&
    known.every((phrase) => holdsPhrase(index, ordinal, phrase)) &&
    isNarrow(ordinal);
}
