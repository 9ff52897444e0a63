import type { Query } from '../query/query.ts';
import { countKept, type Keep } from '../retrieval/best-list.ts';
import { findCandidates } from '../retrieval/find-candidates.ts';
import { type Findings, measureParts } from './extract-features.ts';
import { likenessOfLines } from './meaning-of-lines.ts';
import { type Measures, P } from './measures.ts';
import type { RankingContext } from './ranking-context.ts';
import { scoreOf, weightOf } from './score.ts';
import { likenessOfText, noteAsked } from './similarity.ts';
import { LOOKED_AT } from './weights.ts';

/** A passage that was looked at closely. */
export interface Ranked {
  readonly ordinal: number;
  readonly score: number;
  readonly measures: Measures;
}

/** What is asked of one segment: the question in the numbers of its words, and which of its passages may be given. */
export interface Search {
  readonly context: RankingContext;
  readonly question: Query;
  readonly accepts: (ordinal: number) => boolean;
  /** Stems that were searched in all segments for a term of the question, by its number. */
  readonly searchedFor: (term: number) => readonly string[];
}

/** A passage of a segment that was looked at closely. */
export interface RankedOf extends Ranked {
  readonly search: Search;
}

/** The passages with the best first scores of all segments; equal ones in the order of segments and passages. */
function findBest(
  searches: readonly Search[],
  keep: Keep,
): readonly (readonly [search: Search, ordinal: number])[] {
  const found = searches.flatMap((search) => {
    const { context, question, accepts } = search;
    const { index, scorers } = context;
    const best = findCandidates(index, scorers, question.terms, { keep, accepts });
    return Array.from(best.ordinals, (ordinal, i) => ({ search, ordinal, first: best.scores[i] ?? 0 }));
  });
  // Sorting is stable: what comes first stays first.
  if (searches.length > 1) found.sort((a, b) => b.first - a.first);
  const scores = found.map(({ first }) => first);
  return found
    .slice(0, countKept(scores, scores.length, keep))
    .map(({ search, ordinal }) => [search, ordinal]);
}

/** Further behind the first than this, what a passage speaks of would hardly bring it up; to compare it takes time. */
function reachOf(measures: Measures): number {
  return 2 * weightOf(P.meaning, measures) + weightOf(P.knownMeaning, measures);
}

/** Looks closely at passages of segments that the question is bound to, and scores them. */
export function lookClosely(
  found: readonly (readonly [search: Search, ordinal: number])[],
): readonly RankedOf[] {
  const looked = found.map(([search, ordinal]) => {
    const { measures } = measureParts(search.context, ordinal);
    return { search, ordinal, score: scoreOf(measures), measures };
  });
  const best = looked.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  return looked.map((one) => (one.score > best - reachOf(one.measures) ? withMeaning(one) : one));
}

function withMeaning({ search, ordinal, measures: others }: RankedOf): RankedOf {
  const lines = likenessOfLines(search.context, ordinal);
  const measures = others.slice();
  measures[P.meaning] = Math.max(likenessOfText(search.context, ordinal), lines.nearest);
  measures[P.knownMeaning] = lines.together;
  return { search, ordinal, score: scoreOf(measures), measures };
}

/** Has the features of a segment measured for a question. */
export function bind({ context, question }: Search): void {
  context.lookup.bind(question);
  noteAsked(question, context.vectors, context.scratch.asked);
  context.scratch.towardsAsked.clear();
}

/** Measures a ranked passage once more: the scratch holds what was found out about another one by now. The same look gives the same numbers. */
export function measureAgain({ search, ordinal }: RankedOf): Findings {
  bind(search);
  return measureParts(search.context, ordinal);
}

/** Finds the passages with the best first scores, `wanted` of them or more, looks at them closely and puts them in order. */
export function rank(searches: readonly Search[], wanted: number): readonly RankedOf[] {
  for (const search of searches) bind(search);
  const ranked = lookClosely(findBest(searches, { ...LOOKED_AT, least: Math.min(wanted, LOOKED_AT.most) }));
  const place = new Map(searches.map((search, i) => [search, i]));
  const placeOf = ({ search }: RankedOf) => place.get(search) ?? 0;
  // Best first; equal ones in the order of the passages.
  return ranked.toSorted((a, b) => b.score - a.score || placeOf(a) - placeOf(b) || a.ordinal - b.ordinal);
}
