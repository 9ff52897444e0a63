/** Each name once, those that come most often first; equally common ones in the order in which they first came. */
export function commonestFirst(names: Iterable<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
