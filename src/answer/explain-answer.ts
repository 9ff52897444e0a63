import type { EncodedQuestion } from '../encoder/index.ts';
import type { Explanation, Mismatch } from '../search/index.ts';
import { type ConfidenceFeature, type Found, readConfidence } from './confidence.ts';
import { CHOICE_FROM, type Decision, type HeldBack, type ShownFor } from './decide.ts';

/** Why one passage stands where it stands, and how likely it answers. */
export interface ExplainedHit {
  readonly factId: string;
  readonly text: string;
  /** Probability (0 to 1) that it answers. */
  readonly confidence: number;
  /** In what it does not fit the question, the weightiest first. */
  readonly mismatches: readonly Mismatch[];
  /** How its words met those of the question, and the features of its score. */
  readonly explanation: Explanation;
  /** The features of its confidence. Programs read them by this name. */
  readonly signs: readonly ConfidenceFeature[];
}

/** Why a question got the outcome it got: the very numbers that ranked and decided. */
export interface AnswerExplanation {
  /** The probabilities from which a quote is the answer, and from which it is a close match. */
  readonly thresholds: { readonly answer: number; readonly choice: number };
  /** Why the first one is a close match though it is likely enough to be the answer. */
  readonly heldBack?: HeldBack;
  /** Why close matches are shown where none is likely enough. */
  readonly shownFor?: ShownFor;
  /** Why the sentence encoder was not heard, where there is one. */
  readonly withoutEncoder?: EncodedQuestion['without'];
  /** Best first, at most three, whether they were shown or not. */
  readonly hits: readonly ExplainedHit[];
}

const MOST_EXPLAINED = 3;

/** Explains an outcome from the hits it was decided on, and the probability from which the first was to answer. */
export function explainAnswer(
  found: Found,
  { confidences, heldBack, shownFor }: Decision,
  {
    sureFrom,
    withoutEncoder,
  }: { readonly sureFrom: number; readonly withoutEncoder: EncodedQuestion['without'] },
): AnswerExplanation {
  return {
    thresholds: { answer: sureFrom, choice: CHOICE_FROM },
    ...(heldBack && { heldBack }),
    ...(shownFor && { shownFor }),
    ...(withoutEncoder && { withoutEncoder }),
    hits: found.hits.slice(0, MOST_EXPLAINED).map((hit, rank) => ({
      factId: hit.passage.id,
      text: hit.passage.text,
      confidence: confidences[rank] ?? 0,
      mismatches: hit.mismatches,
      explanation: hit.explain(),
      signs: readConfidence(found, rank),
    })),
  };
}
