/** One file imports another. */
export interface ImportEdge {
  readonly file: string;
  readonly target: string;
}

/**
 * Files that import each other, directly or through others, each circle in the order of its names. Files whose circles
 * touch are one circle.
 */
export function importCircles(edges: readonly ImportEdge[]): readonly (readonly string[])[] {
  const imports = new Map<string, Set<string>>();
  for (const { file, target } of edges) imports.set(file, (imports.get(file) ?? new Set()).add(target));
  const reachable = new Map([...imports.keys()].map((file) => [file, reachedFrom(file, imports)]));
  const inCircle = [...imports.keys()].filter((file) => reachable.get(file)?.has(file)).sort();
  const circles = inCircle.map((file) =>
    inCircle.filter((other) => reachable.get(file)?.has(other) && reachable.get(other)?.has(file)),
  );
  return circles.filter((circle, index) => circle[0] === inCircle[index]);
}

function reachedFrom(start: string, imports: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const left = [...(imports.get(start) ?? [])];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    left.push(...(imports.get(file) ?? []));
  }
  return reached;
}
