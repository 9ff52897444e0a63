import type { Hit, SearchResult } from '../search/index.ts';

/** The signs for and against a quote being the answer, in the order in which they are shown. */
const SIGN_NAMES = [
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
  /** Share of names met nowhere. */
  'missingNames',
  /** Share of the words met nowhere, each word counted alike; and whether there are any. */
  'unmetWords',
  'anyUnmet',
  /** As far as the fact is known well: whether a number, person, reason, ... is asked for that none of its questions asks for. */
  'otherKind',
  /** Another year or number stands where the question's should. */
  'contradiction',
  /** Square of the likeness to a question the desk knows the quote to answer. */
  'askedAsSquared',
  /** The very question that the desk knows the quote to answer. */
  'sameQuestion',
  /** What title, topics and paragraph hold of the question. */
  'surroundings',
  /** Share that only the sentence before meets. */
  'previous',
  /** Share of the weightiest word that is missing. */
  'heaviestMissing',
  /** How much nearer in what it speaks of than any other quote. */
  'meaningLead',
  /** How much is asked, in shares of `LONG_QUESTION`: one or two words that are met say little. */
  'askedWords',
] as const;

export type SignName = (typeof SIGN_NAMES)[number];

/**
 * What each sign says in log odds, for facts of which the desk wrote down what they answer, and for other passages.
 * Fitted by logistic regression on questions with and without an answer, and checked on parts not fitted to; see
 * docs/decisions/0020-when-a-quote-answers.md and tools/fit-decision.ts. By hand: `sameQuestion`, since
 * the desk's word settles it, and `contradiction`, which is too rare to fit and is held back anyway where the desk wrote questions.
 */
const LOG_ODDS: Readonly<Record<'known' | 'other', Readonly<Partial<Record<SignName, number>>>>> = {
  known: {
    always: -2.08,
    margin: 2.09,
    coverageLead: 1.3,
    missingNames: -3.13,
    unmetWords: -1.79,
    anyUnmet: -0.9,
    otherKind: -1.05,
    contradiction: -2,
    askedAsSquared: 1.19,
    sameQuestion: 6,
    surroundings: -1.05,
    askedWords: 1.03,
  },
  other: {
    always: -5.85,
    margin: 2.27,
    coverage: 2.73,
    coverageSquared: 0.95,
    wording: 2.71,
    missingNames: -1.98,
    contradiction: -1,
    previous: 0.9,
    heaviestMissing: 1.31,
    meaningLead: 1.42,
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

/** How far a hit is ahead of the best other one in something that is measured from 0 to 1; -1 to 1. */
function leadOf(hits: readonly Hit[], rank: number, measure: (hit: Hit) => number): number {
  const measures = hits.map(measure);
  const [own = 0] = measures.splice(rank, 1);
  return own - Math.max(0, ...measures);
}

/** What a decision looks at. */
export type Found = Pick<SearchResult, 'hits' | 'asksFor' | 'askedWords' | 'isExact'>;

/** One sign for or against a hit being the answer. */
export interface Sign {
  readonly name: SignName;
  /** As measured. */
  readonly measure: number;
  /** What it adds to the log odds: measure times weight. All signs together make the probability. */
  readonly logOdds: number;
}

/** The signs for and against the hit at a rank: the very numbers that decide. */
export function readSigns(found: Found, rank: number): readonly Sign[] {
  const hit = found.hits[rank];
  if (!hit) return [];
  const measures = measureSigns(found, rank, hit);
  const weights = weightsFor(hit);
  return SIGN_NAMES.flatMap((name) => {
    const [measure, weight] = [measures[name], weights[name]];
    return weight === undefined ? [] : [{ name, measure, logOdds: weight * measure }];
  });
}

const weightsFor = ({ passage }: Hit) => LOG_ODDS[passage.askedAs.length > 0 ? 'known' : 'other'];

function measureSigns(
  { hits, askedWords }: Found,
  rank: number,
  hit: Hit,
): Readonly<Record<SignName, number>> {
  const { features } = hit;
  return {
    always: 1,
    margin: marginOf(hits, rank),
    coverage: features.coverage,
    coverageSquared: features.coverage ** 2,
    coverageLead: leadOf(hits, rank, ({ features: { coverage } }) => coverage),
    wording: features.wording,
    missingNames: features.missingNames,
    unmetWords: features.unmetWords,
    anyUnmet: features.unmetWords > 0 ? 1 : 0,
    otherKind: features.otherKind,
    contradiction: features.contradiction,
    askedAsSquared: features.bestExample ** 2,
    sameQuestion: isKnownQuestion(hit) ? 1 : 0,
    surroundings: features.surroundings,
    previous: features.previous,
    heaviestMissing: features.heaviestMissing,
    meaningLead: leadOf(hits, rank, ({ features: { similarity } }) => similarity),
    askedWords: Math.min(askedWords, LONG_QUESTION) / LONG_QUESTION,
  };
}

/** The probability (0 to 1) that signs come to, by the logistic function. */
export function probabilityOf(signs: readonly Sign[]): number {
  const odds = signs.reduce((sum, { logOdds }) => sum + logOdds, 0);
  return 1 / (1 + Math.exp(-odds));
}
