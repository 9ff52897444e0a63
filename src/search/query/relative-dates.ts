import type { Assumption } from './query.ts';

/** A question with its relative dates spelt out, and what they were taken for. */
export interface DatedQuestion {
  readonly text: string;
  readonly assumptions: readonly Assumption[];
}

const RELATIVE = /\b(this|last) (year|month)\b/gi;

/** `last month` as `October 2026`; years and months are those of UTC. */
function spellOut(which: string, unit: string, now: Date): string {
  const back = which.toLowerCase() === 'last' ? 1 : 0;
  if (unit.toLowerCase() === 'year') return String(now.getUTCFullYear() - back);
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back));
  return month.toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** Spells out `last year`, `this year`, `last month` and `this month` as of `now`: facts bear dates, not distances. */
export function spellOutDates(question: string, now: Date): DatedQuestion {
  const assumptions: Assumption[] = [];
  const text = question.replace(RELATIVE, (typed: string, which: string, unit: string) => {
    const searchedFor = spellOut(which, unit, now);
    assumptions.push({ typed, searchedFor });
    return searchedFor;
  });
  return { text, assumptions };
}
