import { formatPlace, type Problem } from '../problem.ts';
import type { Fact } from './fact.ts';

/**
 * What is wrong between facts, which no sheet shows by itself: two with one id, and a `replaces` that names no fact or
 * leads back to where it began. `ids` are those of all facts, unsound ones too.
 */
export function checkReferences(facts: readonly Fact[], ids: ReadonlySet<string>): readonly Problem[] {
  const known = new Map<string, Fact>();
  for (const fact of facts) if (!known.has(fact.id)) known.set(fact.id, fact);
  return facts.flatMap((fact) => [...checkId(fact, known), ...checkReplaced(fact, known, ids)]);
}

type Known = ReadonlyMap<string, Fact>;

function checkId(fact: Fact, known: Known): readonly Problem[] {
  const earlier = known.get(fact.id);
  if (!earlier || earlier === fact) return [];
  const place = formatPlace({ file: earlier.source.file, line: earlier.line });
  const what = `the id "${fact.id}" is taken by ${place}`;
  return [{ file: fact.source.file, line: fact.line, what, mend: 'Give one of the two facts another id' }];
}

function checkReplaced(fact: Fact, known: Known, ids: ReadonlySet<string>): readonly Problem[] {
  const { id, replaces } = fact;
  if (replaces === undefined) return [];
  const place = { file: fact.source.file, line: fact.lines.replaces ?? fact.line };
  if (!ids.has(replaces)) {
    const what = `"${id}" replaces "${replaces}", which stands in no sheet that can be read`;
    return [{ ...place, what, mend: 'Correct the id, or take the line out if that fact was deleted' }];
  }
  // Each fact of a circle hides the next: none of them would be found.
  if (!leadsBack(fact, known)) return [];
  return [
    {
      ...place,
      what: `"${id}" replaces itself in the end`,
      mend: 'Let only the newer fact replace the older',
    },
  ];
}

function leadsBack({ id, replaces }: Fact, known: Known): boolean {
  const seen = new Set<string>();
  let next = replaces;
  while (next !== undefined && next !== id && !seen.has(next)) {
    seen.add(next);
    next = known.get(next)?.replaces;
  }
  return next === id;
}
