import type { Hit, SearchResult } from '../search/index.ts';

/** The probability from which the first quote is given as the answer; see docs/decisions/0020-when-a-quote-answers.md. */
export const ANSWER_FROM = 0.6;
/** The probability from which a quote is shown as a close match, for the reader to judge. */
export const CHOICE_FROM = 0.06;

/** What a search result amounts to. */
export interface Decision {
  readonly outcome: 'answer' | 'choices' | 'none';
  /** For each hit, the probability (0 to 1) that it answers. */
  readonly confidences: readonly number[];
}

/**
 * What each sign says for or against a quote being the answer, in log odds. Fitted by logistic regression on
 * questions with and without an answer, on half of the articles; checked on the other half.
 */
const LOG_ODDS = {
  always: -4.57,
  /** Ahead of the next quote, in shares of `WIDE_MARGIN`. */
  margin: 2.72,
  /** Share of the question's weight that the quote and what surrounds it meet, and its square. */
  wholeCoverage: 5.52,
  wholeCoverageSquared: -3.14,
  /** Share met in the very words typed. */
  wording: 2.39,
  /** Share of names met nowhere. */
  missingNames: -4.13,
  /** Another year or number stands where the question's should. */
  contradiction: -2.39,
  /** Likeness to a question the desk knows the quote to answer, and its square: half alike is not alike. */
  askedAs: -3.26,
  askedAsSquared: 6.71,
  /** The very question that the desk knows the quote to answer. Set by hand: the desk's word settles it. */
  sameQuestion: 4,
  /** Share that only the sentence before meets. */
  previous: 3.61,
  /** Share of the weightiest word that is missing. */
  heaviestMissing: 0.31,
  /** The desk wrote down what the quote answers, and then a question that is not like it is rather another one. */
  hasKnownQuestions: -1.2,
} as const;

const SIGN_NAMES = [
  'always',
  'margin',
  'wholeCoverage',
  'wholeCoverageSquared',
  'wording',
  'missingNames',
  'contradiction',
  'askedAs',
  'askedAsSquared',
  'sameQuestion',
  'previous',
  'heaviestMissing',
  'hasKnownQuestions',
] as const;

/** Questions this alike differ in order and small words only. */
const SAME_LIKENESS = 0.995;

/** Whether the desk wrote down that the hit answers this very question. */
export function isKnownQuestion({ parts }: Hit): boolean {
  return parts.askedAs > SAME_LIKENESS;
}

/** A lead of this much in score is as good as any greater one. */
const WIDE_MARGIN = 4;

/** How far a hit is ahead of the best other one, -1 (far behind) to 1 (far ahead). */
function marginOf(hits: readonly Hit[], rank: number): number {
  const rival = hits[rank === 0 ? 1 : 0]?.score ?? 0;
  const lead = ((hits[rank]?.score ?? 0) - rival) / WIDE_MARGIN;
  return Math.max(-1, Math.min(1, lead));
}

/** One sign for or against a hit being the answer. */
export interface Sign {
  readonly name: keyof typeof LOG_ODDS;
  /** As measured. */
  readonly measure: number;
  /** What it adds to the log odds: measure times weight. All signs together make the probability. */
  readonly logOdds: number;
}

/** The signs for and against a hit: the very numbers that decide. */
export function readSigns(hits: readonly Hit[], rank: number): readonly Sign[] {
  const measures = measureSigns(hits, rank);
  if (measures === undefined) return [];
  return SIGN_NAMES.map((name) => {
    const measure = measures[name];
    return { name, measure, logOdds: LOG_ODDS[name] * measure };
  });
}

function measureSigns(
  hits: readonly Hit[],
  rank: number,
): Readonly<Record<Sign['name'], number>> | undefined {
  const hit = hits[rank];
  if (!hit) return undefined;
  const { parts, passage } = hit;
  return {
    always: 1,
    margin: marginOf(hits, rank),
    wholeCoverage: parts.wholeCoverage,
    wholeCoverageSquared: parts.wholeCoverage ** 2,
    wording: parts.wording,
    missingNames: parts.missingNames,
    contradiction: parts.contradiction,
    askedAs: parts.askedAs,
    askedAsSquared: parts.askedAs ** 2,
    sameQuestion: isKnownQuestion(hit) ? 1 : 0,
    previous: parts.previous,
    heaviestMissing: parts.heaviestMissing,
    hasKnownQuestions: passage.askedAs.length > 0 ? 1 : 0,
  };
}

function probabilityOf(hits: readonly Hit[], rank: number): number {
  const measures = measureSigns(hits, rank);
  if (measures === undefined) return 0;
  const odds = SIGN_NAMES.reduce((sum, name) => sum + LOG_ODDS[name] * measures[name], 0);
  return 1 / (1 + Math.exp(-odds));
}

/** Decides whether the hits answer, are close matches, or are nothing to show. */
export function decide({ hits }: Pick<SearchResult, 'hits'>): Decision {
  const confidences = hits.map((_, rank) => probabilityOf(hits, rank));
  const first = confidences[0] ?? 0;
  if (first >= ANSWER_FROM) return { outcome: 'answer', confidences };
  return { outcome: first >= CHOICE_FROM ? 'choices' : 'none', confidences };
}
