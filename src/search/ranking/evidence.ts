import type { Query } from '../query/query.ts';
import { readTimeSpans } from '../text/read-time-spans.ts';
import type { TimeSpan } from '../text/time-span.ts';
import { type AnswerMatch, matchAnswerType } from './answer-type-match.ts';
import { type LineMatches, matchLines } from './match-lines.ts';
import { matchWords, type WordMatches } from './match-words.ts';
import type { QueryContext } from './query-context.ts';
import { matchPrevious, matchSurroundings, type SurroundingMatches } from './surroundings.ts';

/**
 * What was found out about one passage for one question: all that its features are measured by, and that explains
 * them.
 */
export interface Evidence {
  readonly context: QueryContext;
  readonly ordinal: number;
  readonly own: WordMatches;
  readonly around: SurroundingMatches;
  /** By number of the question's term: how surely the passage before holds it, 0 to 1. */
  readonly before: readonly number[];
  readonly lines: LineMatches;
  /** By number of the question's term: how surely the passage, what surrounds it or its lines hold the term, 0 to 1. */
  readonly anywhere: readonly number[];
  readonly answer: AnswerMatch;
  /** The times that the passage names; not read where the question asks for none. */
  readonly times: readonly TimeSpan[];
}

/** The greatest of three numbers at every place. */
function greatestOf(
  one: readonly number[],
  two: readonly number[],
  three: readonly number[],
): readonly number[] {
  const greatest = one.slice();
  for (let i = 0; i < one.length; i++) greatest[i] = Math.max(one[i] ?? 0, two[i] ?? 0, three[i] ?? 0);
  return greatest;
}

const NO_TIMES: readonly TimeSpan[] = [];

/**
 * In a list the noun that is asked for stands for its members: "which clubs" is met by the name of a club, as surely as
 * it is one.
 */
function withMembers(
  anywhere: readonly number[],
  { asksForList, focus }: Query,
  { grade }: AnswerMatch,
): readonly number[] {
  if (!asksForList || focus < 0 || grade <= (anywhere[focus] ?? 0)) return anywhere;
  return anywhere.map((certainty, term) => (term === focus ? grade : certainty));
}

/** Compares a passage with the question. */
export function gatherEvidence(context: QueryContext, ordinal: number): Evidence {
  const { index, query } = context;
  const own = matchWords(context, index.text.words, ordinal);
  const around = matchSurroundings(context, ordinal);
  const lines = matchLines(context, ordinal);
  const anywhere = greatestOf(own.certainties, around.certainties, lines.certainties);
  const answer = matchAnswerType(index, query.expected.type, {
    lists: index.text.words,
    list: ordinal,
    isMatched: own.isMatched,
  });
  return {
    context,
    ordinal,
    own,
    around,
    before: matchPrevious(context, ordinal, own, around),
    lines,
    anywhere: withMembers(anywhere, query, answer),
    answer,
    times: query.times.length === 0 ? NO_TIMES : readTimeSpans(index.passages.textAt(ordinal)),
  };
}
