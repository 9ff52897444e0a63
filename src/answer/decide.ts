import type { Hit, SearchResult } from '../search/index.ts';

/** The probability from which the first quote is given as the answer; see docs/decisions/0020-when-a-quote-answers.md. */
export const ANSWER_FROM = 0.65;
/** The probability, that one of the first few answers, from which they are shown as close matches, for the reader to judge. */
export const CHOICE_FROM = 0.08;
/** More than three quotes is a reading list, not an answer. */
export const MOST_CHOICES = 3;

/** What a search result amounts to. */
export interface Decision {
  readonly outcome: 'answer' | 'choices' | 'none';
  /** For each hit, the probability (0 to 1) that it answers. */
  readonly confidences: readonly number[];
  /** Why the first quote, likely enough to be the answer, is given as a close match all the same. */
  readonly heldBack?: HeldBack;
}

/** The question names a topic only, or the quote says something else than what was asked, see `ranking/contradiction.ts`. */
export type HeldBack = 'topic' | 'contradiction';

/** The signs for and against a quote being the answer, in the order in which they are shown. */
const SIGN_NAMES = [
  'always',
  /** Ahead of the next quote, in shares of `WIDE_MARGIN`. */
  'margin',
  /** Share of the question's weight that the quote and what surrounds it meet, and its square. */
  'wholeCoverage',
  'wholeCoverageSquared',
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

type SignName = (typeof SIGN_NAMES)[number];

/**
 * What each sign says in log odds, for facts of which the desk wrote down what they answer, and for other passages.
 * Fitted by logistic regression on questions with and without an answer, and checked on parts not fitted to; see
 * docs/decisions/0020-when-a-quote-answers.md; those of known facts by tools/fit-known-facts.ts. By hand: `sameQuestion`, since
 * the desk's word settles it, and `contradiction`, which is too rare to fit and is held back anyway where the desk wrote questions.
 */
const LOG_ODDS: Readonly<Record<'known' | 'other', Readonly<Partial<Record<SignName, number>>>>> = {
  known: {
    always: -1.96,
    margin: 1.88,
    coverageLead: 1.51,
    missingNames: -3.28,
    unmetWords: -2.08,
    anyUnmet: -0.89,
    otherKind: -1.43,
    contradiction: -2,
    askedAsSquared: 1.23,
    sameQuestion: 6,
    surroundings: -1.04,
    askedWords: 1.03,
  },
  other: {
    always: -5.85,
    margin: 2.27,
    wholeCoverage: 2.73,
    wholeCoverageSquared: 0.95,
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
export function isKnownQuestion({ parts }: Hit): boolean {
  return parts.askedAs > SAME_LIKENESS;
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

/** One sign for or against a hit being the answer. */
export interface Sign {
  readonly name: SignName;
  /** As measured. */
  readonly measure: number;
  /** What it adds to the log odds: measure times weight. All signs together make the probability. */
  readonly logOdds: number;
}

/** The signs for and against a hit: the very numbers that decide. */
export function readSigns(hits: readonly Hit[], rank: number): readonly Sign[] {
  const hit = hits[rank];
  if (!hit) return [];
  const measures = measureSigns(hits, rank, hit);
  const weights = weightsFor(hit);
  return SIGN_NAMES.flatMap((name) => {
    const [measure, weight] = [measures[name], weights[name]];
    return weight === undefined ? [] : [{ name, measure, logOdds: weight * measure }];
  });
}

const weightsFor = ({ passage }: Hit) => LOG_ODDS[passage.askedAs.length > 0 ? 'known' : 'other'];

function measureSigns(hits: readonly Hit[], rank: number, hit: Hit): Readonly<Record<SignName, number>> {
  const { parts, askedWords } = hit;
  return {
    always: 1,
    margin: marginOf(hits, rank),
    wholeCoverage: parts.wholeCoverage,
    wholeCoverageSquared: parts.wholeCoverage ** 2,
    coverageLead: leadOf(hits, rank, ({ coverage }) => coverage),
    wording: parts.wording,
    missingNames: parts.missingNames,
    unmetWords: parts.unmetWords,
    anyUnmet: parts.unmetWords > 0 ? 1 : 0,
    otherKind: parts.otherKind,
    contradiction: parts.contradiction,
    askedAsSquared: parts.askedAs ** 2,
    sameQuestion: isKnownQuestion(hit) ? 1 : 0,
    surroundings: parts.surroundings,
    previous: parts.previous,
    heaviestMissing: parts.heaviestMissing,
    meaningLead: leadOf(hits, rank, ({ parts: { meaning } }) => meaning),
    askedWords: Math.min(askedWords, LONG_QUESTION) / LONG_QUESTION,
  };
}

function probabilityOf(hits: readonly Hit[], rank: number): number {
  const hit = hits[rank];
  if (!hit) return 0;
  const measures = measureSigns(hits, rank, hit);
  const weights: Partial<Record<SignName, number>> = weightsFor(hit);
  const odds = SIGN_NAMES.reduce((sum, name) => sum + (weights[name] ?? 0) * measures[name], 0);
  return 1 / (1 + Math.exp(-odds));
}

/** Whether the hit is a fact of the desk that holds every word asked. */
function holdsAll({ parts, passage }: Hit): boolean {
  return passage.askedAs.length > 0 && parts.unmetWords === 0;
}

/** So few words name a topic: many quotes speak of it, and none is the answer. */
const BROAD_WORDS = 2;

/**
 * Whether a question names a topic only: the best hit meets it, and the desk wrote down what that hit answers, but not this; or
 * did, in one word that other facts meet as well ("mines"). Of other passages nobody can tell, and "Who was Tesla?" is no topic.
 */
function isBroad([hit, ...others]: readonly Hit[]): boolean {
  if (!hit || !holdsAll(hit) || hit.askedWords > BROAD_WORDS) return false;
  return !isKnownQuestion(hit) || (hit.askedWords === 1 && others.some(holdsAll));
}

/**
 * Why the best hit is no answer, however likely. What the desk wrote down that it answers, it answers. Contradictions of passages
 * that the desk wrote no questions for are too unsure: in an article the year and the country often stand in another sentence.
 */
function heldBack({ hits, isExact }: Found): HeldBack | undefined {
  const [hit] = hits;
  if (!isExact && isBroad(hits)) return 'topic';
  if (!hit || isKnownQuestion(hit)) return undefined;
  return hit.parts.contradiction > 0 && hit.passage.askedAs.length > 0 ? 'contradiction' : undefined;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** What a decision looks at. */
type Found = Pick<SearchResult, 'hits'> & Partial<Pick<SearchResult, 'isExact'>>;

/** Decides whether the hits answer, are close matches, or are nothing to show. */
export function decide(found: Found): Decision {
  const { hits } = found;
  const confidences = hits.map((_, rank) => probabilityOf(hits, rank));
  const [first] = hits;
  const [confidence = 0] = confidences;
  if (!first) return { outcome: 'none', confidences };
  const reason = heldBack(found);
  if (confidence >= ANSWER_FROM)
    return reason
      ? { outcome: 'choices', confidences, heldBack: reason }
      : { outcome: 'answer', confidences };
  // Unlikely as it may be the answer, a fact that holds every word is what is on file of it.
  const isShown = sumOf(confidences.slice(0, MOST_CHOICES)) >= CHOICE_FROM || holdsAll(first);
  return { outcome: isShown ? 'choices' : 'none', confidences };
}
