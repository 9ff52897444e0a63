import type { Passage } from '../../corpus/index.ts';
import { readWords } from '../analysis/read-words.ts';
import type { Filter, Query } from '../question/query.ts';
import type { IndexData } from '../store/index-data.ts';
import { wordOfToken } from '../store/token-lists.ts';
import { resembles } from '../vocabulary.ts';

/** First day of a partial date: it sorts before every day within it. */
const firstDay = (date: string) => `${date}${'-01-01'.slice(date.length - 4)}`;

/** Whether the passage is what the filter narrows to. */
function isWithin(passage: Passage, filter: Filter): boolean {
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

/** Tells for each passage whether it is within the filters of a question and holds its phrases. */
export function acceptFor(index: IndexData, query: Query): (ordinal: number) => boolean {
  const { filters } = query;
  if (filters.length === 0 && query.phrases.length === 0) return () => true;
  const phrases = query.phrases.map((phrase) => wordsOfPhrase(index, phrase));
  const known = phrases.flatMap((phrase) => (phrase ? [phrase] : []));
  if (known.length < phrases.length) return () => false;
  return (ordinal) => {
    if (!known.every((phrase) => holdsPhrase(index, ordinal, phrase))) return false;
    if (filters.length === 0) return true;
    const passage = index.passages.at(ordinal);
    return filters.every((filter) => isWithin(passage, filter));
  };
}
