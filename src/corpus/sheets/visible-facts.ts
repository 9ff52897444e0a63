import type { Passage } from '../passage.ts';
import { sourceDate } from '../source.ts';
import type { Fact } from './fact.ts';

/** The facts that may be shown at a moment: not withdrawn, not under embargo, not superseded by a visible one. */
export function visibleFacts(facts: readonly Fact[], now: Date): readonly Fact[] {
  const open = openFacts(facts, now);
  const superseded = idsReplacedBy(open, replacedIds(facts));
  return open.filter((fact) => !superseded.has(fact.id));
}

/** The facts that could be shown at a moment if no broken save withheld them. */
export function withheldFacts(facts: readonly Fact[], now: Date): readonly Fact[] {
  const withheld = facts.filter((fact) => fact.isWithheld === true && !isEmbargoed(fact, now));
  if (withheld.length === 0) return [];
  const superseded = idsReplacedBy(openFacts(facts, now), replacedIds(facts));
  return withheld.filter((fact) => !superseded.has(fact.id));
}

/** The facts that will be shown when their embargo ends, unless the desk says otherwise before. */
export function embargoedFacts(facts: readonly Fact[], now: Date): readonly Fact[] {
  const embargoed = facts.filter((fact) => fact.status !== 'withdrawn' && isEmbargoed(fact, now));
  if (embargoed.length === 0) return [];
  const superseded = idsReplacedBy(openFacts(facts, now), replacedIds(facts));
  return embargoed.filter((fact) => !superseded.has(fact.id));
}

/** The ids of the facts that are withdrawn or under embargo. */
export function idsTakenBack(facts: readonly Fact[], now: Date): ReadonlySet<string> {
  const taken = facts.filter((fact) => fact.status === 'withdrawn' || isEmbargoed(fact, now));
  return new Set(taken.filter(({ isWithheld }) => isWithheld !== true).map(({ id }) => id));
}

/** By the id of each fact whose embargo ended after `since`: when it did. */
export function releasedSince(
  facts: readonly Fact[],
  { since, now }: { readonly since: Date; readonly now: Date },
): ReadonlyMap<string, Date> {
  return new Map(
    facts.flatMap(({ id, embargoUntil }) =>
      embargoUntil && embargoUntil > since && embargoUntil <= now ? [[id, embargoUntil]] : [],
    ),
  );
}

/** By the id of each fact that was superseded: the id of the visible fact that stands for it now. */
export function replacements(facts: readonly Fact[], now: Date): ReadonlyMap<string, string> {
  const replaced = replacedIds(facts);
  const found = new Map<string, string>();
  if (replaced.size === 0) return found;
  for (const fact of visibleFacts(facts, now))
    for (const id of idsReplacedBy([fact], replaced)) if (id !== fact.id) found.set(id, fact.id);
  return found;
}

const openFacts = (facts: readonly Fact[], now: Date) =>
  facts.filter((fact) => fact.status !== 'withdrawn' && !isEmbargoed(fact, now));

/** By the id of each fact that supersedes another: the id of that one. */
const replacedIds = (facts: readonly Fact[]): ReadonlyMap<string, string> =>
  new Map(facts.flatMap(({ id, replaces }) => (replaces === undefined ? [] : [[id, replaces]])));

/**
 * The ids of all that some facts replace, and of all that these replaced before, also where they are withdrawn by now.
 */
function idsReplacedBy(open: readonly Fact[], replacedIds: ReadonlyMap<string, string>): ReadonlySet<string> {
  const replaced = new Set<string>();
  for (const { replaces } of open) {
    // What is noted already was followed to its end.
    for (let id = replaces; id !== undefined && !replaced.has(id); id = replacedIds.get(id)) replaced.add(id);
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
    ...(fact.reviewBy !== undefined && { reviewBy: fact.reviewBy }),
    ...(fact.correction !== undefined && { correction: fact.correction }),
  };
}

function isEmbargoed({ embargoUntil }: Fact, now: Date): boolean {
  return embargoUntil !== undefined && embargoUntil > now;
}
