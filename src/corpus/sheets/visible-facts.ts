import type { Passage } from '../passage.ts';
import { sourceDate } from '../source.ts';
import type { Fact } from './fact.ts';

/** The facts that may be shown at a moment: not withdrawn, not under embargo, not superseded by a visible one. */
export function visibleFacts(facts: readonly Fact[], now: Date): readonly Fact[] {
  const open = facts.filter((fact) => fact.status !== 'withdrawn' && !isEmbargoed(fact, now));
  const superseded = idsReplacedBy(open, facts);
  return open.filter((fact) => !superseded.has(fact.id));
}

/**
 * The ids of all that some facts replace, and of all that these replaced before, also where they are withdrawn by now.
 */
function idsReplacedBy(open: readonly Fact[], facts: readonly Fact[]): ReadonlySet<string> {
  const replacedBy = new Map(facts.map(({ id, replaces }) => [id, replaces]));
  const replaced = new Set<string>();
  for (const { replaces } of open) {
    // What is noted already was followed to its end.
    for (let id = replaces; id !== undefined && !replaced.has(id); id = replacedBy.get(id)) replaced.add(id);
  }
  return replaced;
}

/** The last moment a clock can tell: every embargo is over by then. */
const END_OF_TIME = new Date(8_640_000_000_000_000);

/** The facts that are shown now or will be when their embargo ends: what the desk has to look after. */
export function factsInUse(facts: readonly Fact[]): readonly Fact[] {
  return visibleFacts(facts, END_OF_TIME);
}

/** The next moment at which other facts become visible; undefined when no embargo is running. */
export function nextRelease(facts: readonly Fact[], now: Date): Date | undefined {
  const moments = facts.flatMap(({ embargoUntil }) =>
    embargoUntil && embargoUntil > now ? [embargoUntil] : [],
  );
  return moments.sort((a, b) => a.getTime() - b.getTime())[0];
}

/** A fact as it is searched and shown; what is for the desk alone stays behind. */
export function toPassage(fact: Fact): Passage {
  const { source } = fact;
  return {
    id: fact.id,
    text: fact.text,
    kind: fact.kind,
    attribution: fact.saidBy ?? source.publisher ?? source.title,
    asOf: fact.asOf ?? sourceDate(source),
    ...(fact.asOf === undefined && source.published === undefined && { isUndated: true }),
    source,
    place: fact.place,
    context: '',
    topics: fact.topics,
    askedAs: fact.askedAs,
    alsoCalled: fact.alsoCalled,
    ...(fact.checkedBy !== undefined && { checkedBy: fact.checkedBy }),
  };
}

function isEmbargoed({ embargoUntil }: Fact, now: Date): boolean {
  return embargoUntil !== undefined && embargoUntil > now;
}
