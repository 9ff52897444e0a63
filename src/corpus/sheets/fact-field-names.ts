const REPEATABLE = ['asked as', 'also called'] as const;
const SINGLE = [
  'kind',
  'said by',
  'as of',
  'status',
  'replaces',
  'embargo until',
  'review by',
  'checked by',
  'correction',
  'note',
] as const;

/** Fields that a fact has once at most. */
export type SingleField = (typeof SINGLE)[number];
/** Fields that a fact may have several times. */
export type RepeatableField = (typeof REPEATABLE)[number];

/** All fields of a fact, as the desk writes them. */
export const FIELD_NAMES: readonly (SingleField | RepeatableField)[] = [...SINGLE, ...REPEATABLE];

/** Whether a fact may have a field of this name. */
export function isFactField(name: string): boolean {
  return FIELD_NAMES.some((known) => known === name);
}

/** Whether a fact may have the field several times. */
export function isRepeatable(name: string): boolean {
  return REPEATABLE.some((known) => known === name);
}
