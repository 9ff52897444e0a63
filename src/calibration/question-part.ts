/** What of a question can be replaced by another of its kind. */
export const PART_KINDS = ['person', 'organisation', 'place', 'country', 'year', 'number', 'role'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** Something that facts tell of. */
export interface Named {
  readonly kind: PartKind;
  /** What two of a kind must have alike to stand for each other: what a number counts; empty for the others. */
  readonly sort: string;
  /**
   * As it can be written: a person's whole name and the last one, a country's name and that of its people. One stands
   * for another form by form.
   */
  readonly forms: readonly string[];
}

/** Where in a question something is named. */
export interface QuestionPart {
  readonly named: Named;
  /** Which of the forms stands there. */
  readonly form: number;
  /** UTF-16 offsets in the question. */
  readonly start: number;
  readonly end: number;
}
