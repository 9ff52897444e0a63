import { readWords } from '../analysis/read-words.ts';
import type { OpenSegment } from '../open-segment.ts';
import type { Filter, Query } from '../question/query.ts';
import type { IndexData } from '../store/index-data.ts';
import type { Common } from '../store/passage-common.ts';
import { wordOfToken } from '../store/token-lists.ts';
import { resembles } from '../vocabulary.ts';

/** First day of a partial date: it sorts before every day within it. */
const firstDay = (date: string) => `${date}${'-01-01'.slice(date.length - 4)}`;

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
      return passage.asOf !== '' && firstDay(passage.asOf) < firstDay(filter.value);
    case 'after':
      // A date within the period begins with it, and is not after it.
      return passage.asOf > filter.value && !passage.asOf.startsWith(filter.value);
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

/** Whether a passage is within the filters, worked out once for all passages that have the same to say about it. */
function withinFilters({ passages }: IndexData, filters: readonly Filter[]): (ordinal: number) => boolean {
  const { commonOf } = passages.columns;
  const known = new Map<number, boolean>();
  return (ordinal) => {
    const common = commonOf[ordinal] ?? 0;
    const before = known.get(common);
    if (before !== undefined) return before;
    const passage = passages.commonAt(ordinal);
    const isAccepted = filters.every((filter) => isWithin(passage, filter));
    known.set(common, isAccepted);
    return isAccepted;
  };
}

/** Tells for each passage whether it can be found, is within the filters of a question and holds its phrases. */
export function acceptFor(
  { index, removal }: OpenSegment,
  { filters, phrases }: Pick<Query, 'filters' | 'phrases'>,
): (ordinal: number) => boolean {
  const isLeft = removal ? (ordinal: number) => removal.isRemoved[ordinal] === 0 : () => true;
  if (filters.length === 0 && phrases.length === 0) return isLeft;
  const read = phrases.map((phrase) => wordsOfPhrase(index, phrase));
  const known = read.flatMap((phrase) => (phrase ? [phrase] : []));
  if (known.length < read.length) return () => false;
  const isWithinAll = withinFilters(index, filters);
  return (ordinal) =>
    isLeft(ordinal) &&
    known.every((phrase) => holdsPhrase(index, ordinal, phrase)) &&
    (filters.length === 0 || isWithinAll(ordinal));
}
