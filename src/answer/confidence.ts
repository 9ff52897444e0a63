import type { Hit, SearchResult } from '../search/index.ts';

/** The features by which the confidence in a quote is computed, in the order in which they are shown. */
const CONFIDENCE_FEATURES = [
  'always',
  /** Ahead of the next quote, in shares of `WIDE_MARGIN`. */
  'margin',
  /** Share of the question's weight that the quote and what surrounds it meet, and its square. */
  'coverage',
  'coverageSquared',
  /** How much more of the question it meets than any other quote, in shares of the question's weight. */
  'coverageLead',
  /** Share met in the very words typed. */
  'wording',
  /** Share that is met nowhere but has a word of the same field in the quote. */
  'relatedTerms',
  /** Share of names met nowhere. */
  'missingNames',
  /** Share of the words met nowhere, each word counted alike; and whether there are any. */
  'unmetWords',
  'anyUnmet',
  /** How far what is asked for is missing: a number, a date, a person. */
  'lacksAnswer',
  /** A year is asked for that the quote lacks. */
  'yearNotTold',
  /** Another year or number stands where the question's should. */
  'contradiction',
  /** The very question that the desk knows the quote to answer. */
  'sameQuestion',
  /** Share that only the sentence before meets. */
  'previous',
  /** Share of the weightiest word that is missing. */
  'heaviestMissing',
  /** How near in meaning the quote is, or a question that the desk wrote for it. */
  'similarity',
  /** How much nearer in meaning than any other quote. */
  'similarityLead',
  /** Length of the question, in shares of `LONG_QUESTION`: one or two words that are met say little. */
  'askedWords',
] as const;

export type ConfidenceFeatureName = (typeof CONFIDENCE_FEATURES)[number];

/**
 * The weight of each feature in log odds, for facts of the desk and for sentences of articles. Fitted by logistic
 * regression on questions with and without an answer, and checked on parts not fitted to; see
 * docs/decisions/0020-when-a-quote-answers.md and tools/fit-decision.ts. Set by hand: `sameQuestion`, since the
 * desk's word settles it, and `contradiction`, which is too rare to fit and is held back anyway.
 *
 * Of a fact, whatever one more line of the desk can raise counts for it, and whatever a line can only lower counts
 * against it: no line makes a fact less likely for a question.
 */
export const LOG_ODDS: Readonly<
  Record<'fact' | 'article', Readonly<Partial<Record<ConfidenceFeatureName, number>>>>
> = {
  fact: {
    always: -1.9,
    margin: 0.92,
    coverageLead: 0.47,
    relatedTerms: 3.88,
    missingNames: -4.76,
    unmetWords: -1.92,
    anyUnmet: -1.11,
    lacksAnswer: -2.63,
    yearNotTold: -2.9,
    sameQuestion: 6,
    similarity: 2.17,
    askedWords: 0.81,
  },
  article: {
    always: -5.85,
    margin: 2.27,
    coverage: 2.73,
    coverageSquared: 0.95,
    wording: 2.71,
    missingNames: -1.98,
    contradiction: -1,
    previous: 0.9,
    heaviestMissing: 1.31,
    similarityLead: 1.42,
    askedWords: 1.77,
  },
};

/** Questions this alike differ in order and small words only. */
const SAME_LIKENESS = 0.995;

/** Whether the desk wrote down that the hit answers this very question. */
export function isKnownQuestion({ features }: Hit): boolean {
  return features.bestExample > SAME_LIKENESS;
}

/** A lead of this much in score is as good as any greater one. */
const WIDE_MARGIN = 4;
/** More words than these make a question no surer. */
const LONG_QUESTION = 8;

/** How far a hit is ahead of the best other one, -1 (far behind) to 1 (far ahead). */
function marginOf(hits: readonly Hit[], rank: number): number {
  const rival = hits[rank === 0 ? 1 : 0]?.score ?? 0;
  const lead = ((hits[rank]?.score ?? 0) - rival) / WIDE_MARGIN;
  return Math.max(-1, Math.min(1, lead));
}

/** How far a hit is ahead of the best other one in a feature from 0 to 1; -1 to 1. */
function leadOf(hits: readonly Hit[], rank: number, measure: (hit: Hit) => number): number {
  const measures = hits.map(measure);
  const [own = 0] = measures.splice(rank, 1);
  return own - Math.max(0, ...measures);
}

const similarityOf = ({ features: { textSimilarity, lineSimilarity } }: Hit) =>
  Math.max(textSimilarity, lineSimilarity);

/** What a decision looks at. */
export type Found = Pick<SearchResult, 'hits' | 'asksFor' | 'askedWords' | 'parsed'>;

/** One feature of a hit, and what it says for or against the hit being the answer. */
export interface ConfidenceFeature {
  readonly name: ConfidenceFeatureName;
  /** As measured. */
  readonly measure: number;
  /** What it adds to the log odds: measure times weight. All features together make the probability. */
  readonly logOdds: number;
}

/** The confidence features of the hit at a rank: the very numbers that decide. */
export function readConfidence(found: Found, rank: number): readonly ConfidenceFeature[] {
  const hit = found.hits[rank];
  if (!hit) return [];
  const measures = measureConfidence(found, rank, hit);
  const weights = LOG_ODDS[hit.passage.kind === 'article' ? 'article' : 'fact'];
  return CONFIDENCE_FEATURES.flatMap((name) => {
    const [measure, weight] = [measures[name], weights[name]];
    return weight === undefined ? [] : [{ name, measure, logOdds: weight * measure }];
  });
}

function measureConfidence(
  { hits, askedWords }: Found,
  rank: number,
  hit: Hit,
): Readonly<Record<ConfidenceFeatureName, number>> {
  const { features } = hit;
  return {
    always: 1,
    margin: marginOf(hits, rank),
    coverage: features.coverage,
    coverageSquared: features.coverage ** 2,
    coverageLead: leadOf(hits, rank, ({ features: { coverage } }) => coverage),
    wording: features.wording,
    relatedTerms: features.relatedTerms,
    missingNames: features.missingNames,
    unmetWords: features.unmetWords,
    anyUnmet: features.unmetWords > 0 ? 1 : 0,
    lacksAnswer: features.lacksAnswer,
    yearNotTold: features.yearNotTold,
    contradiction: features.contradiction,
    sameQuestion: isKnownQuestion(hit) ? 1 : 0,
    previous: features.previous,
    heaviestMissing: features.heaviestMissing,
    similarity: similarityOf(hit),
    similarityLead: leadOf(hits, rank, similarityOf),
    askedWords: Math.min(askedWords, LONG_QUESTION) / LONG_QUESTION,
  };
}

/** The probability (0 to 1) that features add up to, by the logistic function. */
export function probabilityOf(features: readonly ConfidenceFeature[]): number {
  const odds = features.reduce((sum, { logOdds }) => sum + logOdds, 0);
  return 1 / (1 + Math.exp(-odds));
}
