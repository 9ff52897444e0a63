import { dropNearDuplicates } from '../corpus/index.ts';
import type { Hit } from '../search/index.ts';
import { ANSWER_FROM, CHOICE_FROM, type Decision, MOST_CHOICES } from './decide.ts';

/** A passage that was found, and the probability (0 to 1) that it answers. */
export interface Candidate {
  readonly hit: Pick<Hit, 'passage' | 'score'>;
  readonly confidence: number;
}

/** Beside an answer, only what may well answer too is shown: a lesser match would stand there as if it did. */
const BESIDE_FROM = 0.35;

/** In a list of close matches, one that scores this share of the best is as close: the reader judges, not the score. */
const CLOSE_SHARE = 0.75;

/** How quotes are selected. */
export interface SelectOptions {
  /** The probability (0 to 1) from which a quote is sure. @default ANSWER_FROM */
  readonly sureFrom?: number;
  /** Whether close matches stay in their order: the newest first, where the latest is asked for. @default false */
  readonly keepsOrder?: boolean;
}

/**
 * The hits worth showing, best first: likely enough, each thing said once, and where a sheet of the desk answers as
 * surely as an article of the archive, the sheet before the article.
 */
export function selectQuotes<Rated extends Candidate>(
  rated: readonly Rated[],
  outcome: Decision['outcome'],
  { sureFrom = ANSWER_FROM, keepsOrder = false }: SelectOptions = {},
): readonly Rated[] {
  const isChoice = outcome === 'choices';
  const likelyFrom = isChoice ? CHOICE_FROM : BESIDE_FROM;
  const closeFrom = isChoice ? CLOSE_SHARE * (rated[0]?.hit.score ?? 0) : Number.POSITIVE_INFINITY;
  const likely = rated.filter(({ confidence, hit }) => confidence >= likelyFrom || hit.score >= closeFrom);
  const different = dropNearDuplicates(likely, ({ hit }) => hit.passage);
  const isSure = ({ confidence }: Candidate) => confidence >= sureFrom;
  const [sure, others] = [different.filter(isSure), different.filter((candidate) => !isSure(candidate))];
  // The score tells what is near to the question, the probability also what contradicts it: another year, say.
  if (isChoice && !keepsOrder) others.sort((a, b) => b.confidence - a.confidence);
  const [articles, sheets] = [sure.filter(isArticle), sure.filter((candidate) => !isArticle(candidate))];
  return [...sheets, ...articles, ...others].slice(0, MOST_CHOICES);
}

function isArticle({ hit }: Candidate): boolean {
  return hit.passage.place.item !== undefined;
}
