import type { FactDetails } from '../../answer/index.ts';

/** A fact that was shown once, as it stands now. */
export interface CurrentFact {
  readonly fact: FactDetails;
  /** Whether anything that a reader sees of it is different from what was shown. */
  readonly hasChanged: boolean;
}

/** What somebody is told whose button belongs to a fact that has gone. */
export const FACT_GONE =
  'This fact is no longer on file here: it was withdrawn or removed since, or is beyond the topics of this channel. ' +
  'Ask again with /fact.';
/** What somebody is told whose button belongs to a fact that reads differently now. */
export const FACT_CHANGED = 'This fact was changed since it was shown. This is how it stands now.';
