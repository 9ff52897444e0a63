import type { QueryTerm } from '../query/query.ts';
import { tokenise } from '../text/tokenise.ts';

/** A word where it stands in a text. */
export interface WrittenWord {
  /** As it is searched. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly spelling: number;
}

/** The words of a text as they are written, in the order in which they are read for searching. */
export interface WrittenWords {
  readonly text: string;
  readonly words: readonly WrittenWord[];
}

/** Reads the words of a text. Costly beside what is kept of a passage, so for those alone that are shown. */
export function readWritten(text: string): WrittenWords {
  const words: WrittenWord[] = [];
  tokenise(text, (form, start, end, spelling) => words.push({ form, start, end, spelling }));
  return { text, words };
}

/** What is written from one word to another, both included. */
export function writtenFrom({ text, words }: WrittenWords, first: number, last: number): string {
  return text.slice(words[first]?.start, words[last]?.end);
}

/** Terms of a question as they were typed; those that were read as other words, as they were read. */
export function writtenTerms({ text, words }: WrittenWords, terms: readonly QueryTerm[]): string {
  const places = terms.map(({ typed }) => words.find(({ form }) => form === typed));
  const written = places.map((place, i) =>
    place ? text.slice(place.start, place.end) : (terms[i]?.typed ?? ''),
  );
  const [first, last] = [places[0], places.at(-1)];
  // Side by side they stand with what joins them: `Jean-Marc`.
  return first && last && last.end - first.start <= written.join(' ').length
    ? text.slice(first.start, last.end)
    : written.join(' ');
}
