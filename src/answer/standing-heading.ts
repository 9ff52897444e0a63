import type { Quote } from './answer.ts';
import type { Standing } from './figures-over-time.ts';

const HEADINGS: Readonly<Record<Standing, string>> = {
  otherYear: 'Other years.',
  otherMonth: 'Other months.',
  superseded: 'Superseded by the newer figure above.',
};

/** What stands above a quote of a reply that gives the figure of another time, said once for all that follow; or ''. */
export function standingHeading(quotes: readonly Quote[], index: number): string {
  const standing = quotes[index]?.standing;
  return standing === undefined || standing === quotes[index - 1]?.standing ? '' : HEADINGS[standing];
}
