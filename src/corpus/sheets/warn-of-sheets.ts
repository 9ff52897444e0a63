import type { Warning } from '../warning.ts';
import type { Fact } from './fact.ts';
import { reviewOf } from './review.ts';
import { warnOfMarks } from './warn-of-marks.ts';

/** So many facts are named in one warning; more would fill the screen. */
const MOST_NAMED = 3;

/**
 * What each sheet shows by itself: reviews that were due before `today` (such as `2026-11-22`), one warning a date that
 * it sets; marks of writing tools, one a fact; a source without a link, and facts that nobody is named to have checked,
 * one a sheet.
 */
export function warnOfSheets(facts: readonly Fact[], today: string): readonly Warning[] {
  const sheets = new Map<string, Fact[]>();
  for (const fact of facts) {
    const inSheet = sheets.get(fact.source.file);
    if (inSheet) inSheet.push(fact);
    else sheets.set(fact.source.file, [fact]);
  }
  return [
    ...[...sheets].flatMap(([file, inSheet]) => warnOfReviews(file, inSheet, today)),
    ...warnOfMarks(facts),
    ...[...sheets].flatMap(([file, inSheet]) => [
      ...warnOfLink(file, inSheet),
      ...warnOfChecks(file, inSheet),
    ]),
  ];
}

/** One warning for each line that names a date: that of a head is one for all facts of its sheet without their own. */
function warnOfReviews(file: string, facts: readonly Fact[], today: string): readonly Warning[] {
  const overdue = new Map<number, Fact[]>();
  for (const fact of facts.filter((each) => reviewOf(each, { today }).isOverdue)) {
    const at = fact.lines.reviewBy ?? fact.line;
    overdue.set(at, [...(overdue.get(at) ?? []), fact]);
  }
  const mend = 'Compare it with its source, then write a later date or take the line out';
  return [...overdue].map(([line, due]) => {
    const what = `${nameSome(due)} ${due.length === 1 ? 'was' : 'were'} to be looked at again by ${due[0]?.reviewBy}`;
    return { kind: 'overdue', file, line, what, mend };
  });
}

function warnOfLink(file: string, [first]: readonly Fact[]): readonly Warning[] {
  if (first?.source.url !== undefined) return [];
  const mend = 'Add "url: …" to its head, if the source has an address';
  return [{ kind: 'no-link', file, line: 1, what: 'readers get no link to the source', mend }];
}

function warnOfChecks(file: string, facts: readonly Fact[]): readonly Warning[] {
  const unchecked = facts.filter(({ checkedBy }) => checkedBy === undefined);
  const [first] = unchecked;
  if (!first) return [];
  const mend = 'Add "- checked by: …" where somebody has compared the fact with its source';
  if (unchecked.length === facts.length) {
    const what =
      facts.length === 1
        ? 'nobody is named to have checked its fact'
        : `nobody is named to have checked any of its ${facts.length} facts`;
    return [{ kind: 'unchecked', file, line: first.line, what, mend }];
  }
  return [
    {
      kind: 'unchecked',
      file,
      line: first.line,
      what: `nobody is named to have checked ${nameSome(unchecked)}`,
      mend,
    },
  ];
}

function nameSome(facts: readonly Fact[]): string {
  const named = facts.slice(0, MOST_NAMED).map(({ id }) => `"${id}"`);
  const more = facts.length > MOST_NAMED ? ` and ${facts.length - MOST_NAMED} more` : '';
  return `${named.join(', ')}${more}`;
}
