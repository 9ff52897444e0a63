import type { FactReach } from './fact-reach.ts';

/** A fact whose review is weighed. */
export interface WeighedFact {
  /** How far it has spread; null where nobody remembers. */
  readonly use: FactReach | null;
  /** Whole days since somebody checked it last, from 0. */
  readonly days: number;
}

/** What a mistake in a fact would do: copies × people × days since it was checked; null where its use is not known. */
export function damageOf({ use, days }: WeighedFact): number | null {
  return use === null ? null : use.copies * use.people * days;
}

/** The fact that may do most damage first; of equal ones the one that was not checked for longer. */
export function orderByDamage<Fact extends WeighedFact>(facts: readonly Fact[]): readonly Fact[] {
  return facts.toSorted(
    (a, b) => (damageOf(b) ?? 0) - (damageOf(a) ?? 0) || b.days - a.days || usesOf(b) - usesOf(a),
  );
}

const usesOf = ({ use }: WeighedFact) => use?.copies ?? 0;
