import type { PassageKind, Place } from '../passage.ts';
import type { Source } from '../source.ts';

export const FACT_STATUSES = ['published', 'corrected', 'withdrawn'] as const;

/** `corrected` is shown like `published`; `withdrawn` is never shown again. */
type FactStatus = (typeof FACT_STATUSES)[number];

/** Lines (from 1) of the fields whose worth only the whole corpus shows. */
export interface FieldLines {
  /** One for each question, in their order. */
  readonly askedAs: readonly number[];
  readonly replaces?: number;
  readonly reviewBy?: number;
}

/** One section of a fact sheet, as the desk keeps it. */
export interface Fact {
  /** The section's heading. Unique in a corpus and stable: buttons and corrections refer to it. */
  readonly id: string;
  /** Line of the heading, from 1. */
  readonly line: number;
  /** The words of the block quote, unaltered. */
  readonly text: string;
  readonly kind: PassageKind;
  /** Always there for a quote. */
  readonly saidBy?: string;
  /** Partial date the words speak of. */
  readonly asOf?: string;
  readonly askedAs: readonly string[];
  readonly alsoCalled: readonly string[];
  readonly status: FactStatus;
  /** True where only a broken save withdrew it, and it was not under embargo before: the desk is at work on it. */
  readonly isWithheld?: true;
  /** Id of the fact that this one supersedes. */
  readonly replaces?: string;
  /** Until this moment the fact leaves no trace outside the desk. */
  readonly embargoUntil?: Date;
  /** Partial date by whose end the desk wants to look at it again: its own, or that of its sheet. */
  readonly reviewBy?: string;
  readonly checkedBy?: string;
  /** What was wrong before it was corrected, in a sentence for those who got it. */
  readonly correction?: string;
  /** For the desk alone. */
  readonly note?: string;
  readonly lines: FieldLines;
  readonly source: Source;
  readonly topics: readonly string[];
  readonly place: Place;
}
