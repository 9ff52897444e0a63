import { formatPlace, type Problem } from '../problem.ts';
import type { Fact } from './fact.ts';

/**
 * What is wrong between facts, which no sheet shows by itself: two with one id, and a `replaces` that names no fact or
 * leads back to where it began. `ids` are those of all facts, unsound ones too.
 */
export function checkReferences(facts: readonly Fact[], ids: ReadonlySet<string>): readonly Problem[] {
  const known = new Map<string, Fact>();
  for (const fact of facts) if (!known.has(fact.id)) known.set(fact.id, fact);
  const circles = findCircles(facts, known);
  return facts.flatMap((fact) => [...checkId(fact, known), ...checkReplaced(fact, circles, ids)]);
}

type Known = ReadonlyMap<string, Fact>;

function checkId(fact: Fact, known: Known): readonly Problem[] {
  const earlier = known.get(fact.id);
  if (!earlier || earlier === fact) return [];
  const place = formatPlace({ file: earlier.source.file, line: earlier.line });
  const what = `the id "${fact.id}" is taken by ${place}`;
  return [{ file: fact.source.file, line: fact.line, what, mend: 'Give one of the two facts another id' }];
}

function checkReplaced(
  fact: Fact,
  circles: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): readonly Problem[] {
  const { id, replaces } = fact;
  if (replaces === undefined) return [];
  const place = { file: fact.source.file, line: fact.lines.replaces ?? fact.line };
  if (!ids.has(replaces)) {
    const what = `"${id}" replaces "${replaces}", which stands in no sheet that can be read`;
    return [{ ...place, what, mend: 'Correct the id, or take the line out if that fact was deleted' }];
  }
  // Each fact of a circle hides the next: none of them would be found.
  if (!circles.has(id)) return [];
  return [
    {
      ...place,
      what: `"${id}" replaces itself in the end`,
      mend: 'Let only the newer fact replace the older',
    },
  ];
}

/**
 * The ids of all facts whose `replaces` leads back to them. Each fact is gone through once, however long the chains
 * are.
 */
function findCircles(facts: readonly Fact[], known: Known): ReadonlySet<string> {
  const circles = new Set<string>();
  const done = new Set<string>();
  for (const { id } of facts) {
    const chain = new Set<string>();
    let next: string | undefined = id;
    while (next !== undefined && !done.has(next) && !chain.has(next)) {
      chain.add(next);
      next = known.get(next)?.replaces;
    }
    let isInCircle = false;
    for (const each of chain) {
      isInCircle ||= each === next;
      if (isInCircle) circles.add(each);
      done.add(each);
    }
  }
  return circles;
}
