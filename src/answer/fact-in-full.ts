import { type Passage, standsInFile } from '../corpus/index.ts';
import type { Quote } from './answer.ts';
import { keepVerbatim } from './keep-verbatim.ts';
import type { Shelf } from './shelf.ts';
import { asItStands } from './to-quote.ts';

/** More than a person reads beside one fact. */
const MOST_OF_SOURCE = 100;

/** A fact with what surrounds it, for somebody who wants to judge it or to cite it. */
export interface FactInFull {
  /** As it stands now, with nothing highlighted. */
  readonly quote: Quote;
  /** The rest of the paragraph of an article; empty for a fact of a sheet. */
  readonly context: string;
  /** Who of the desk checked it; null when nobody recorded it. */
  readonly checkedBy: string | null;
  /** What may be shown of the same source, in the source's order, this fact among it; the 100 nearest to it. */
  readonly sameSource: readonly Quote[];
}

/** Finds a fact by its id. Null when it is unknown, may not be shown, or its words no longer stand in its file. */
export async function factInFull({ passages }: Shelf, factId: string): Promise<FactInFull | null> {
  const passage = passages.find(({ id }) => id === factId);
  if (passage === undefined || !(await standsInFile(passage))) return null;
  return {
    quote: asItStands(passage),
    context: passage.context,
    checkedBy: passage.checkedBy ?? null,
    sameSource: await standingAround(passage, passages),
  };
}

/** Words that changed under the index are left out here too. */
async function standingAround(passage: Passage, passages: readonly Passage[]): Promise<readonly Quote[]> {
  const ordered = passages.filter(({ source }) => source.id === passage.source.id).sort(byPlace);
  const at = ordered.indexOf(passage);
  const from = Math.max(0, Math.min(at - MOST_OF_SOURCE / 2, ordered.length - MOST_OF_SOURCE));
  const shown = ordered.slice(from, from + MOST_OF_SOURCE);
  return (await keepVerbatim(shown, (each) => each)).map(asItStands);
}

function byPlace(a: Passage, b: Passage): number {
  return a.place.line - b.place.line || a.place.start - b.place.start;
}
