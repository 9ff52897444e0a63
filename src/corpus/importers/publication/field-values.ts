/** A field of an article under its own name, with whatever value the format gave it. */
export type Field = readonly [name: string, value: unknown];

/** Under which names objects keep what they stand for. Where there are several, all count. */
const KEYS = [
  'qcode',
  'uri',
  'literal',
  'value',
  'code',
  'id',
  'name',
  'status',
  'state',
  'until',
  'date',
  'utc',
  '$t',
];
const DEEPEST = 3;

/**
 * The texts of a value: of a list those of its entries, of an object what it stands for. None for no value; undefined
 * for a shape that nobody can read.
 */
export function textsOfValue(value: unknown, depth = 0): readonly string[] | undefined {
  if (value === null || value === undefined) return [];
  if (value instanceof Date) return [value.toISOString()];
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value !== 'object' || depth >= DEEPEST) return undefined;
  const entries: readonly unknown[] = Array.isArray(value) ? value : standsFor(value);
  const texts = entries.map((entry) => textsOfValue(entry, depth + 1));
  const readable = texts.flatMap((text) => text ?? []);
  return readable.length === 0 || texts.includes(undefined) ? undefined : readable;
}

function standsFor(value: object): readonly unknown[] {
  return Object.entries(value).flatMap(([name, entry]) => (KEYS.includes(name.toLowerCase()) ? [entry] : []));
}

/** A value as a person would recognise it. */
export function showValue(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
