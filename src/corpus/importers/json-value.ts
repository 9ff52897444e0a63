/** The value at the end of a path of names; undefined where the path leads nowhere. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) found = isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
}

/** The words at the end of a path: a text that is not blank, or a number. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

/**
 * What stands at the end of a path, in whatever shape: a state or date that is a list or an object must be seen to be
 * refused. Undefined for null, and for nothing.
 */
export function writtenAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  if (found === undefined || found === null) return undefined;
  return typeof found === 'string' ? found : JSON.stringify(found);
}

/** The list at the end of a path; empty where there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The texts of one property of each object in a list. */
export function textsOf(list: readonly unknown[], name: string): readonly string[] {
  return list.flatMap((entry) => textAt(entry, name) ?? []);
}

/** The same of those objects alone whose `type` is the one given. */
export function textsOfType(list: readonly unknown[], type: string, name: string): readonly string[] {
  return textsOf(
    list.filter((entry) => textAt(entry, 'type') === type),
    name,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
