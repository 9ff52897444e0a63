import { dropNearDuplicates } from '../corpus/index.ts';
import type { Hit } from '../search/index.ts';
import { ANSWER_FROM, CHOICE_FROM } from './decide.ts';

/** A passage that was found, and the probability (0 to 1) that it answers. */
export interface Candidate {
  readonly hit: Pick<Hit, 'passage'>;
  readonly confidence: number;
}

/** More than three quotes is a reading list, not an answer. */
const MOST_QUOTES = 3;

/**
 * The hits worth showing, best first: likely enough, each thing said once, and where a sheet of the desk answers as
 * surely as an article of the archive, the sheet before the article.
 */
export function chooseCandidates<Rated extends Candidate>(rated: readonly Rated[]): readonly Rated[] {
  const likely = rated.filter(({ confidence }) => confidence >= CHOICE_FROM);
  const different = dropNearDuplicates(likely, ({ hit }) => hit.passage);
  const [sure, others] = [different.filter(isSure), different.filter((candidate) => !isSure(candidate))];
  const [articles, sheets] = [sure.filter(isArticle), sure.filter((candidate) => !isArticle(candidate))];
  return [...sheets, ...articles, ...others].slice(0, MOST_QUOTES);
}

function isSure({ confidence }: Candidate): boolean {
  return confidence >= ANSWER_FROM;
}

function isArticle({ hit }: Candidate): boolean {
  return hit.passage.place.item !== undefined;
}
