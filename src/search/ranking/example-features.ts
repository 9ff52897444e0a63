import { isWrittenAsName } from '../query/query.ts';
import type { Evidence } from './evidence.ts';
import { kindOf, OPEN_KINDS, WELL_COVERED } from './example-queries.ts';

/** From this likeness on, a question and an example query are taken to ask the same. */
const ALIKE_FROM = 0.7;

export const bestExample = ({ lines }: Evidence): number => lines.best;

export const sameQuestion = ({ lines }: Evidence): number =>
  Math.max(0, (lines.best - ALIKE_FROM) / (1 - ALIKE_FROM));

export const secondExample = ({ lines }: Evidence): number => lines.second;

export function exampleCoverage({ context: { shares }, lines }: Evidence): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += (shares[i] ?? 0) * (lines.certainties[i] ?? 0);
  return sum;
}

export function exampleFrequency({ context: { shares }, lines: { holders, examples } }: Evidence): number {
  if (examples.count === 0) return 0;
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const often = Math.log1p(holders[i] ?? 0) / Math.log1p(examples.count);
    sum += (shares[i] ?? 0) * often;
  }
  return sum;
}

export const exampleCount = ({ lines }: Evidence): number => Math.min(1, lines.examples.count / WELL_COVERED);

export const otherKind = (evidence: Evidence): number =>
  isOfOtherKind(evidence) ? exampleCount(evidence) : 0;

/**
 * Whether a thing is asked for ("how many staff", "what targets") that a passage does not name and that none of its
 * example queries asks for, though they may speak of it.
 */
function asksForOtherThing({ context: { query }, own, lines }: Evidence): boolean {
  const { terms, focus } = query;
  if (focus < 0) return false;
  const [first, next] = [terms[focus], terms[focus + 1]];
  // Of "how many HALO staff", the name tells whose they are.
  const isName = first !== undefined && (first.name !== undefined || isWrittenAsName(first));
  const thing = isName && next?.position === first.position + 1 ? focus + 1 : focus;
  if ((own.certainties[thing] ?? 0) > 0) return false;
  return !terms[thing]?.alternatives.some(({ term }) => lines.examples.things.has(term));
}

/**
 * Whether something is asked for (a number, a person, a reason, ...) that no example query of a passage asks for, or
 * another thing, or the number of other things. Of passages without example queries nobody can tell.
 */
export function isOfOtherKind(evidence: Evidence): boolean {
  const { type } = evidence.context.query.expected;
  const { count, kinds } = evidence.lines.examples;
  if (count === 0) return false;
  if (type === 'thing') return asksForOtherThing(evidence);
  if (OPEN_KINDS.has(type)) return false;
  return !kinds.includes(kindOf(type)) || (type === 'count' && asksForOtherThing(evidence));
}
