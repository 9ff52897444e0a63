import { editDistance } from '../../edit-distance.ts';

const MOST_SLIPS = 2;

/** The name that is mistyped here, case aside; undefined when none is two slips away or nearer. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const small = typed.toLowerCase();
  const [nearest] = names
    .map((name) => ({ name, slips: editDistance(small, name, MOST_SLIPS) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .sort((a, b) => a.slips - b.slips);
  return nearest?.name;
}
