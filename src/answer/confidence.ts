import type { Hit, SearchResult } from '../search/index.ts';

/** The features by which the confidence in a quote is computed, in the order in which they are shown. */
const CONFIDENCE_FEATURES = [
  'always',
  /** Ahead of the next quote, in shares of `WIDE_MARGIN`. */
  'margin',
  /** How much more of the question it meets than any other quote, in shares of the question's weight. */
  'coverageLead',
  /** How much of the question it and what surrounds it tell, in words that tell something. */
  'told',
  /** Share of the words that are no names, held by the quote itself or a line of it. */
  'askedWordsMet',
  /** Share that is met nowhere but has a word of the same field in the quote. */
  'relatedTerms',
  /** Share of what the question tells that the quote and its lines leave untold, and with what surrounds it. */
  'untoldBySelf',
  'untoldAround',
  /** How much the word tells that tells most of those. */
  'heaviestUntold',
  /** Share of names met nowhere. */
  'missingNames',
  /** How far what is asked for is missing: a number, a date; and the noun that names it. */
  'lacksAnswer',
  'lacksFocus',
  /** How far a time is asked for that the quote does not tell of. */
  'timeNotTold',
  /** Words between two of the question. */
  'widestGap',
  /** Another year or number stands where the question's should. */
  'contradiction',
  /** The very question that the desk knows the quote to answer. */
  'sameQuestion',
  /** How near in meaning the quote is, or a question that the desk wrote for it. */
  'similarity',
  /** Length of the question, in shares of `LONG_QUESTION`: one or two words that are met say little. */
  'askedWords',
  /** No question but a statement of some length, such as a claim: what is found says the same. */
  'statement',
] as const;

export type ConfidenceFeatureName = (typeof CONFIDENCE_FEATURES)[number];

/**
 * The weight of each feature in log odds, for facts of the desk and for sentences of articles. Fitted by logistic
 * regression on questions with and without an answer, no feature against its sense, and checked on domains not fitted
 * to; see docs/decisions/0020-when-a-quote-answers.md and tools/fit-decision.ts. Set by hand: `sameQuestion`, since the
 * desk's word settles it, and `contradiction`, which is too rare to fit and is held back anyway.
 *
 * Of a fact, whatever one more line of the desk can raise counts for it, and whatever a line can only lower counts
 * against it: no line makes a fact less likely for a question.
 */
export const LOG_ODDS: Readonly<
  Record<'fact' | 'article', Readonly<Partial<Record<ConfidenceFeatureName, number>>>>
> = {
  fact: {
    always: -1.59,
    margin: 1.06,
    coverageLead: 1.52,
    relatedTerms: 3.17,
    untoldBySelf: -3.19,
    heaviestUntold: -1.7,
    missingNames: -3.45,
    lacksAnswer: -2.24,
    lacksFocus: -0.28,
    sameQuestion: 6,
    similarity: 1.03,
    askedWords: 1.16,
  },
  article: {
    always: -0.8,
    margin: 2.28,
    told: 1.41,
    askedWordsMet: 0.87,
    relatedTerms: 1.4,
    untoldBySelf: -1.65,
    untoldAround: -2.19,
    heaviestUntold: -0.41,
    missingNames: -2.21,
    lacksAnswer: -0.76,
    timeNotTold: -2.54,
    widestGap: -0.68,
    contradiction: -1,
    statement: 3.12,
  },
};

/**
 * Which way a feature may count: for the quote being the answer, against it, or, the constant, either way. A fit that
 * turns one around has found something of its own questions.
 */
export const SENSES: Readonly<Record<ConfidenceFeatureName, 'for' | 'against' | 'either'>> = {
  always: 'either',
  margin: 'for',
  coverageLead: 'for',
  told: 'for',
  askedWordsMet: 'for',
  relatedTerms: 'for',
  untoldBySelf: 'against',
  untoldAround: 'against',
  heaviestUntold: 'against',
  missingNames: 'against',
  lacksAnswer: 'against',
  lacksFocus: 'against',
  timeNotTold: 'against',
  widestGap: 'against',
  contradiction: 'against',
  sameQuestion: 'for',
  similarity: 'for',
  askedWords: 'for',
  statement: 'for',
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
  { hits, askedWords, asksFor }: Found,
  rank: number,
  hit: Hit,
): Readonly<Record<ConfidenceFeatureName, number>> {
  const { features } = hit;
  return {
    always: 1,
    margin: marginOf(hits, rank),
    coverageLead: leadOf(hits, rank, ({ features: { coverage } }) => coverage),
    told: features.told,
    askedWordsMet: features.askedWordsMet,
    relatedTerms: features.relatedTerms,
    untoldBySelf: features.untoldBySelf,
    untoldAround: features.untoldAround,
    heaviestUntold: features.heaviestUntold,
    missingNames: features.missingNames,
    lacksAnswer: features.lacksAnswer,
    lacksFocus: features.lacksFocus,
    timeNotTold: features.timeNotTold,
    widestGap: features.widestGap,
    contradiction: features.contradiction,
    sameQuestion: isKnownQuestion(hit) ? 1 : 0,
    similarity: similarityOf(hit),
    askedWords: Math.min(askedWords, LONG_QUESTION) / LONG_QUESTION,
    statement: asksFor === 'topic' && askedWords >= LONG_QUESTION ? 1 : 0,
  };
}

/**
 * The probability (0 to 1) that a hit answers, judged as if the others alone were on file beside it: what says the same
 * makes it no more doubtful.
 */
export function confidenceBeside(found: Found, hit: Hit, others: readonly Hit[]): number {
  return probabilityOf(readConfidence({ ...found, hits: [hit, ...others] }, 0));
}

/** The probability (0 to 1) that features add up to, by the logistic function. */
export function probabilityOf(features: readonly ConfidenceFeature[]): number {
  const odds = features.reduce((sum, { logOdds }) => sum + logOdds, 0);
  return 1 / (1 + Math.exp(-odds));
}
