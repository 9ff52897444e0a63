import { lowerBound } from '../columns/lower-bound.ts';
import { stepsAt } from '../indexing/posting-lists.ts';
import { type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import type { AnswerType } from '../query/answer-type.ts';
import type { QueryTerm } from '../query/query.ts';
import { fold } from '../text/fold.ts';
import type { Evidence } from './evidence.ts';
import { FEATURES, type FeatureName } from './features.ts';
import { SAME_MEANING } from './meaning.ts';
import { findNamePlaces } from './name-places.ts';
import type { QueryContext } from './query-context.ts';
import type { Ranked } from './rank.ts';
import { cosineOfText, cosinesOfLines } from './similarity.ts';

/**
 * Where a word of the question was met, as it is printed: in the passage, only around it or in its example queries, or
 * not at all.
 */
export type MetIn = 'passage' | 'surroundings' | 'known question' | 'nowhere';

/** What became of one word of the question. */
export interface ExplainedTerm {
  readonly typed: string;
  /** Stems that were searched for it, the surest first, and other names as they were written down. */
  readonly searchedFor: readonly string[];
  /** Its share (0 to 1) of the question's weight: rare words weigh more. */
  readonly share: number;
  readonly metIn: MetIn;
  /** The words there that met it, folded; around a passage their stems, since no more is kept of them. */
  readonly metBy: readonly string[];
  /** How surely (0 to 1) what was met is what was meant; 0 when nothing was. */
  readonly certainty: number;
}

/** One feature of the score. */
export interface ExplainedFeature {
  readonly name: FeatureName;
  /** As measured, mostly 0 to 1. */
  readonly measure: number;
  readonly weight: number;
  /** Measure times weight. The points of all features add up to the score. */
  readonly points: number;
}

/** What of a passage is nearest in meaning to the question, by a sentence encoder, or without one by word vectors. */
export interface NearestInMeaning {
  /** Its own words, or a line of the desk. */
  readonly text: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/** Why a hit stands where it stands: the very numbers that ranked it. */
export interface Explanation {
  readonly score: number;
  /** What the question was taken to ask for. */
  readonly asksFor: AnswerType;
  readonly terms: readonly ExplainedTerm[];
  /** All features that were not 0, in the order of `FEATURES`. */
  readonly parts: readonly ExplainedFeature[];
  /** What of it means nearly the same as the question. @default nothing of it does */
  readonly meansTheSame?: NearestInMeaning;
}

function placeOf({ own, around, lines }: Evidence, number: number): MetIn {
  if ((own.counts[number] ?? 0) > 0) return 'passage';
  if ((around.certainties[number] ?? 0) > 0) return 'surroundings';
  return (lines.certainties[number] ?? 0) > 0 ? 'known question' : 'nowhere';
}

/** The words of a list that stand for a term of the question, and whole names that do. */
function wordsOf(context: QueryContext, lists: TokenLists, list: number, number: number): readonly string[] {
  const { index, lookup } = context;
  const names = findNamePlaces(context, lists, list)
    .filter(({ terms }) => terms.includes(number))
    .map(({ name }) => fold(name.written));
  const tokens = lists.tokens.subarray(lists.starts[list], lists.starts[list + 1]);
  const words = Array.from(tokens, wordOfToken)
    .filter((word) => {
      const sought = lookup.at(index.termOfWord[word] ?? -1);
      return sought.number === number || sought.second === number;
    })
    .map((word) => index.lexicon.wordOf(word));
  return [...names, ...words];
}

/** The words that met a term of the question where it was met. */
function wordsThatMet(evidence: Evidence, term: QueryTerm, number: number): readonly string[] {
  const { context, ordinal } = evidence;
  const { index } = context;
  const { passageOfLine, lines, text, surroundings } = index;
  switch (placeOf(evidence, number)) {
    case 'passage':
      return wordsOf(context, text.words, ordinal, number);
    case 'surroundings': {
      const paragraph = index.passages.columns.paragraphOf[ordinal] ?? 0;
      return term.alternatives
        .filter((alternative) => stepsAt(surroundings.postings, alternative.term, paragraph) > 0)
        .map((alternative) => index.lexicon.wordOf(alternative.term));
    }
    case 'known question': {
      const words: string[] = [];
      for (let line = lowerBound(passageOfLine, ordinal); passageOfLine[line] === ordinal; line++)
        words.push(...wordsOf(context, lines.words, line, number));
      return words;
    }
    default:
      return [];
  }
}

function nearestInMeaning({ context, ordinal }: Evidence): NearestInMeaning | undefined {
  const { meaning } = context;
  const text = meaning ? (meaning.textOf(ordinal) ?? 0) : cosineOfText(context, ordinal);
  const lines = meaning ? meaning.linesOf(ordinal) : cosinesOfLines(context, ordinal);
  const line = Math.max(0, ...lines);
  const likeness = Math.max(text, line);
  if (likeness < SAME_MEANING) return undefined;
  const passage = context.index.passages.at(ordinal);
  const written = [...passage.askedAs, ...passage.alsoCalled];
  return { text: text >= line ? passage.text : (written[lines.indexOf(line)] ?? ''), likeness };
}

/**
 * Explains a ranked passage by the very numbers that ranked it.
 * @param searchedFor what was searched for a term of the question, by its number
 */
export function explain(
  { evidence, values, score }: Ranked,
  searchedFor: (term: number) => readonly string[],
): Explanation {
  const { query, shares } = evidence.context;
  const meansTheSame = nearestInMeaning(evidence);
  return {
    score,
    asksFor: query.expected.type,
    terms: query.terms.map((term, number) => ({
      typed: term.typed,
      searchedFor: searchedFor(number),
      share: shares[number] ?? 0,
      metIn: placeOf(evidence, number),
      metBy: [...new Set(wordsThatMet(evidence, term, number))],
      certainty: evidence.anywhere[number] ?? 0,
    })),
    parts: FEATURES.flatMap(({ name, weight }, place) => {
      const measure = values[place] ?? 0;
      return measure === 0 ? [] : [{ name, measure, weight, points: measure * weight }];
    }),
    ...(meansTheSame && { meansTheSame }),
  };
}
