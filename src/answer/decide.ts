import { type Hit, SAME_MEANING } from '../search/index.ts';
import { type Found, isKnownQuestion, probabilityOf, readConfidence } from './confidence.ts';

/**
 * The probability from which the first quote is given as the answer, where the newsroom chose none of its own; see
 * docs/decisions/0020-when-a-quote-answers.md.
 */
export const ANSWER_FROM = 0.65;
/** The probability, that one of the first few answers, from which they are shown as close matches. */
export const CHOICE_FROM = 0.11;
/** More than three quotes is a reading list, not an answer. */
export const MOST_CHOICES = 3;

/** What a search result amounts to. */
export interface Decision {
  readonly outcome: 'answer' | 'choices' | 'none';
  /** For each hit, the probability (0 to 1) that it answers. */
  readonly confidences: readonly number[];
  /** Why the first quote, likely enough to be the answer, is given as a close match all the same. */
  readonly heldBack?: HeldBack;
  /** Why there are close matches where no quote is likely enough to be the answer. */
  readonly shownFor?: ShownFor;
}

/**
 * One of the first few is likely enough to answer; or the first means nearly what was asked, as a sentence encoder sees
 * it; or nothing but filters was asked and these are within them.
 */
export type ShownFor = 'likelihood' | 'meaning' | 'filters';

/**
 * The question names a topic only, or the quote says something else than what was asked, see
 * src/search/ranking/contradiction.ts.
 */
export type HeldBack = 'topic' | 'contradiction';

/** Whether the hit is a fact of the desk that holds every word asked. */
function holdsAll({ features, passage }: Hit): boolean {
  return passage.kind !== 'article' && features.unmetWords === 0;
}

/** So few words name a topic: many quotes speak of it, and none is the answer. */
const BROAD_WORDS = 2;

/**
 * Whether a question names a topic only: the best hit, a fact of the desk, meets it, and the desk did not write down
 * that it answers this; or did, in one word that other facts meet as well ("mines"). Of sentences of articles nobody
 * can tell, and "Who was Tesla?" is no topic.
 */
function isBroad({ hits: [hit, ...others], askedWords, asksFor }: Found): boolean {
  if (!hit || !holdsAll(hit) || askedWords > BROAD_WORDS || asksFor !== 'topic') return false;
  return !isKnownQuestion(hit) || (askedWords === 1 && others.some(holdsAll));
}

/** Why the best hit is no answer, however likely. What the desk wrote down that it answers, it answers. */
function heldBack(found: Found): HeldBack | undefined {
  const [hit] = found.hits;
  if (!found.parsed.mustHoldPhrases && isBroad(found)) return 'topic';
  if (!hit || isKnownQuestion(hit)) return undefined;
  return hit.features.contradiction > 0 ? 'contradiction' : undefined;
}

/** Whether the hit is a fact of the desk that means nearly what was asked, whatever its words say. */
function meansTheSame({ features: { textMeaning, lineMeaning }, passage: { kind } }: Hit): boolean {
  return kind !== 'article' && Math.max(textMeaning, lineMeaning) >= SAME_MEANING;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/**
 * Decides whether the hits answer, are close matches, or are nothing to show. `sureFrom` is the probability (0 to 1)
 * from which the first one is given as the answer.
 */
export function decide(found: Found, sureFrom: number = ANSWER_FROM): Decision {
  const { hits } = found;
  const confidences = hits.map((_, rank) => probabilityOf(readConfidence(found, rank)));
  const [first] = hits;
  const [confidence = 0] = confidences;
  if (!first) return { outcome: 'none', confidences };
  if (found.askedWords === 0) return { outcome: 'choices', confidences, shownFor: 'filters' };
  const reason = heldBack(found);
  if (confidence >= sureFrom)
    return reason
      ? { outcome: 'choices', confidences, heldBack: reason }
      : { outcome: 'answer', confidences };
  if (sumOf(confidences.slice(0, MOST_CHOICES)) >= CHOICE_FROM)
    return { outcome: 'choices', confidences, shownFor: 'likelihood' };
  return meansTheSame(first)
    ? { outcome: 'choices', confidences, shownFor: 'meaning' }
    : { outcome: 'none', confidences };
}
