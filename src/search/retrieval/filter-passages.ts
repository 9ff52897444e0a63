import type { IndexData } from '../indexing/index-columns.ts';
import type { PassageMetadata } from '../indexing/passage-metadata.ts';
import type { OpenSegment } from '../indexing/segment.ts';
import type { Filter, ParsedQuery } from '../query/parse-query.ts';
import { resembles } from '../spelling/fuzzy.ts';
import { holdsPhrase, readPhrase } from './held-phrase.ts';

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

/** What narrows a search. */
export interface Narrowing extends Pick<ParsedQuery, 'filters' | 'phrases' | 'mustHoldPhrases'> {
  readonly topics: ReadonlySet<string> | undefined;
  /** Ids of passages that are left out. @default none are */
  readonly except?: ReadonlySet<string> | undefined;
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

/**
 * Tells for each passage whether it can be found, is within what a question is narrowed to and holds the phrases that
 * it must.
 */
export function acceptFor(
  { index, removal }: OpenSegment,
  narrowing: Narrowing,
): (ordinal: number) => boolean {
  const phrases = narrowing.mustHoldPhrases
    ? narrowing.phrases.map((phrase) => readPhrase(index, phrase))
    : [];
  if (phrases.some(({ words }) => words.includes(-1))) return () => false;
  const isNarrow = isWithinAll(index, narrowing);
  const leftOut = new Set([...(narrowing.except ?? [])].map((id) => index.passages.ordinalOf(id)));
  return (ordinal) =>
    removal?.isRemoved[ordinal] !== 1 &&
    !leftOut.has(ordinal) &&
    phrases.every((phrase) => holdsPhrase(index, ordinal, phrase)) &&
    isNarrow(ordinal);
}
