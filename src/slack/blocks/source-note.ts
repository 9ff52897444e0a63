import type { FactDetails, Quote } from '../../answer/index.ts';
import type { ReceivedFact } from '../../ledger/index.ts';

/** How a version that was shown stands to what is on file now. */
type Standing = 'as-shown' | 'changed' | 'gone' | 'unknown';

/** A version that somebody got, and how it stands now. */
export interface StandingFact {
  readonly received: ReceivedFact;
  readonly standing: Standing;
  /** As it stands now; null where it is not on file, or cannot be looked up. */
  readonly now: FactDetails | null;
}

/** A fact that somebody got, as an entry of a list of sources. What was not recorded is null. */
export interface SourceNote {
  /** The exact words as they were shown; null where they were not kept then. */
  readonly quote: string | null;
  readonly kind: Quote['kind'] | null;
  /** Who said it, or whose account the desk's wording follows. */
  readonly speaker: string | null;
  readonly source: string | null;
  readonly publisher: string | null;
  /** Partial date. */
  readonly published: string | null;
  readonly link: string | null;
  /** Partial date. */
  readonly asOf: string | null;
  readonly checkedBy: string | null;
  readonly factId: string;
  /** Short form of the version's hash, as `factdesk ledger uses` prints it. */
  readonly version: string;
  /** When it was shown last in this version. */
  readonly retrieved: Date;
  /** What of it is no longer as it was shown, in sentences; empty when it still stands so. */
  readonly since: string;
}

/** In what form the notes are written. */
export type NotesForm = 'markdown' | 'plain' | 'csv';

/** The forms in the order in which they are offered. */
export const NOTES_FORMS: readonly {
  readonly form: NotesForm;
  readonly name: string;
  readonly ending: string;
}[] = [
  { form: 'markdown', name: 'Markdown', ending: 'md' },
  { form: 'plain', name: 'Plain text', ending: 'txt' },
  { form: 'csv', name: 'CSV, for a spreadsheet', ending: 'csv' },
];
