import { countKept, type Keep } from '../retrieval/best-list.ts';
import { findCandidates } from '../retrieval/find-candidates.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { findSimilar } from './find-similar.ts';
import type { QueryContext } from './query-context.ts';
import {
  compareFeatures,
  type FeatureValues,
  measureFeatures,
  NO_VALUES,
  scoreOf,
  WEIGHTS,
} from './score.ts';
import { compareEmbeddings } from './similarity.ts';

/**
 * Which passages are reranked: of those with the best first scores so many at most, and beyond as many as are wanted
 * only those whose first score is at least this share of the best. The first after reranking is hardly ever deeper.
 */
export const RERANKED = { most: 24, share: 0.3 } as const;

/** What is asked of one segment: the question in the numbers of its words, and which of its passages may be given. */
export interface SegmentSearch {
  readonly context: QueryContext;
  readonly accepts: (ordinal: number) => boolean;
}

/** A passage in its place in the order, with all that put it there. */
export interface Ranked {
  readonly evidence: Evidence;
  readonly values: FeatureValues;
  readonly score: number;
}

/** A passage of a segment, before it was compared closely. */
export interface Candidate {
  readonly context: QueryContext;
  readonly ordinal: number;
}

/** The passages with the best first scores of all segments; equal ones in the order of segments and passages. */
function findBest(searches: readonly SegmentSearch[], keep: Keep): readonly Candidate[] {
  const found: (Candidate & { readonly first: number })[] = [];
  for (const { context, accepts } of searches) {
    const { ordinals, scores } = findCandidates(context.index, context.query.terms, { keep, accepts });
    for (let i = 0; i < ordinals.length; i++)
      found.push({ context, ordinal: ordinals[i] ?? 0, first: scores[i] ?? 0 });
  }
  // Sorting is stable: what comes first stays first.
  if (searches.length > 1) found.sort((a, b) => b.first - a.first);
  const scores = found.map(({ first }) => first);
  const kept = found.slice(0, countKept(scores, scores.length, keep));
  return [...kept, ...findOthers(searches, kept)];
}

/** Passages that speak of what was asked and are not among those that its words led to. */
function findOthers(searches: readonly SegmentSearch[], known: readonly Candidate[]): readonly Candidate[] {
  return searches.flatMap(({ context, accepts }) => {
    const ordinals = new Set(known.filter((one) => one.context === context).map(({ ordinal }) => ordinal));
    return findSimilar(context, accepts)
      .filter((ordinal) => !ordinals.has(ordinal))
      .map((ordinal) => ({ context, ordinal }));
  });
}

/**
 * What likeness in meaning can bring a passage up by at most, by the weights of its features: further behind the first
 * it need not be told, and to compare takes time.
 */
const reachOf = ({ evidence: { lines } }: Ranked): number =>
  WEIGHTS.textSimilarity + (lines.count > 0 ? WEIGHTS.lineSimilarity : 0);

/** Compares passages of one segment or several closely with the question, and scores them; in the order given. */
export function rerank(candidates: readonly Candidate[]): readonly Ranked[] {
  const measured = candidates.map(({ context, ordinal }) => {
    const evidence = gatherEvidence(context, ordinal);
    const values = measureFeatures(evidence);
    return { evidence, values, score: scoreOf(values) };
  });
  const best = measured.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  return measured.map((one) =>
    one.score > best - reachOf(one) || isEncoded(one) ? withSimilarity(one) : one,
  );
}

/** A sentence encoder brings up what shares no word with the question. */
const isEncoded = ({ evidence }: Ranked) => evidence.context.meaning !== undefined;

function withSimilarity({ evidence, values: others }: Ranked): Ranked {
  const values = compareFeatures(others, compareEmbeddings(evidence.context, evidence.ordinal));
  return { evidence, values, score: scoreOf(values) };
}

/** Finds the passages with the best first scores, `wanted` of them or more, reranks them and puts them in order. */
export function rank(searches: readonly SegmentSearch[], wanted: number): readonly Ranked[] {
  const ranked = rerank(findBest(searches, { ...RERANKED, least: Math.min(wanted, RERANKED.most) }));
  const places = new Map(searches.map(({ context }, place) => [context, place]));
  const placeOf = ({ evidence }: Ranked) => places.get(evidence.context) ?? 0;
  // Best first; equal ones in the order of the passages.
  return ranked.toSorted(
    (a, b) => b.score - a.score || placeOf(a) - placeOf(b) || a.evidence.ordinal - b.evidence.ordinal,
  );
}

/** So many passages of a segment are looked at, the last ones, which came last. */
const MOST_SEEN = 20_000;

/**
 * The newest passages that searches accept, at most `limit`: what is found by a question that holds filters and no
 * word. Of an archive only what came last is looked at, since nothing tells the filter of each passage without
 * reading it.
 */
export function newestWithin(searches: readonly SegmentSearch[], limit: number): readonly Ranked[] {
  const found = searches.flatMap(({ context, accepts }) => {
    const { passages } = context.index;
    const ordinals: number[] = [];
    for (let ordinal = passages.size - 1; ordinal >= Math.max(0, passages.size - MOST_SEEN); ordinal--)
      if (accepts(ordinal)) ordinals.push(ordinal);
    return ordinals.map((ordinal) => ({ context, ordinal, asOf: passages.metadataAt(ordinal).asOf }));
  });
  // Partial dates sort as text; equal ones stay in their order.
  found.sort((a, b) => (a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? 1 : -1));
  return found.slice(0, limit).map(({ context, ordinal }) => ({
    evidence: gatherEvidence(context, ordinal),
    values: NO_VALUES,
    score: 0,
  }));
}
