import { amount } from '../amount.ts';
import { formatShortDate } from '../answer/index.ts';
import { formatCsvLine } from '../csv.ts';
import { damageOf } from '../ledger/index.ts';
import { escapeLine } from './escape-controls.ts';
import { jsonLine } from './json-line.ts';
import type { ReviewedFact, ReviewReport } from './reviewed-fact.ts';

const NUMBERS = new Intl.NumberFormat('en');
const COLUMNS = [
  ...['fact', 'file', 'line', 'due', 'overdue', 'last_checked', 'known_by', 'snoozed_until'],
  ...['copies', 'people', 'days', 'damage', 'text'],
];

/** What is due, for a person to read. */
export function renderReviews(report: ReviewReport): string {
  const { facts, onFile, afterDays, hasLedger } = report;
  const due = facts.filter(({ review, snoozedUntil }) => review.isOverdue && snoozedUntil === null).length;
  const lead =
    due === 0
      ? `None of ${amount(onFile, 'fact')} is due for a review.`
      : `${due} of ${amount(onFile, 'fact')} ${due === 1 ? 'is' : 'are'} due for a review.`;
  const hints = [
    ...(due === 0 && afterDays === undefined ? [HOW_DUE] : []),
    ...(facts.length > 0 && !hasLedger ? [NO_LEDGER] : []),
  ];
  return `${[[lead, ...hints].join('\n'), ...facts.map(renderFact)].join('\n\n')}\n`;
}

const HOW_DUE =
  'A fact is due when its "review by" is over; REVIEW_AFTER_DAYS makes those due that nobody checked for so long.';
const NO_LEDGER = 'There is no ledger yet that tells how far they spread: the days alone count.';

function renderFact(reviewed: ReviewedFact): string {
  const { fact, review, snoozedUntil, days, use } = reviewed;
  const { due, isOverdue, lastChecked, knownBy } = review;
  const dates = [
    ...(due === undefined
      ? []
      : [`${isOverdue ? 'review was due' : 'review is due'} ${formatShortDate(due)}`]),
    `${KNOWN_BY[knownBy]} ${formatShortDate(lastChecked)}`,
    ...(snoozedUntil === null ? [] : [`put off until ${formatShortDate(snoozedUntil)}`]),
  ].join(' · ');
  const figures =
    use === null
      ? amount(days, 'day')
      : `${countOf(use.copies, 'copy', 'copies')} × ${countOf(use.people, 'person', 'people')} × ` +
        `${amount(days, 'day')} = ${NUMBERS.format(damageOf(reviewed) ?? 0)}`;
  return [`${fact.id} (${fact.place.file}:${fact.line})`, `  ${fact.text}`, `  ${dates}`, `  ${figures}`]
    .map(escapeLine)
    .join('\n');
}

const KNOWN_BY = {
  'found true': 'found still true',
  'checked by': 'checked',
  accessed: 'nobody recorded a check; source read',
  published: 'nobody recorded a check; published',
} as const;

const countOf = (count: number, one: string, many: string) =>
  `${NUMBERS.format(count)} ${count === 1 ? one : many}`;

/** What is due as one line of JSON. What is not known is null. */
export function reviewJson({ facts, onFile, today, afterDays }: ReviewReport): string {
  const listed = facts.map((reviewed) => {
    const { id, place, line, text, reviewBy, checkedBy } = reviewed.fact;
    const { due, isOverdue, lastChecked, knownBy } = reviewed.review;
    const named = { reviewBy: reviewBy ?? null, checkedBy: checkedBy ?? null };
    return {
      ...{ factId: id, file: place.file, line, text, ...named, due: due ?? null, overdue: isOverdue },
      ...{ lastChecked, knownBy, snoozedUntil: reviewed.snoozedUntil, ...figuresOf(reviewed) },
    };
  });
  return jsonLine({ today, reviewAfterDays: afterDays ?? null, onFile, facts: listed });
}

/** What is due as a table with a line of names. What is not known is empty. */
export function reviewCsv({ facts }: ReviewReport): string {
  const rows = facts.map((reviewed) => {
    const { id, place, line, text } = reviewed.fact;
    const { due = null, isOverdue, lastChecked, knownBy } = reviewed.review;
    const { copies, people, days, damage } = figuresOf(reviewed);
    return [
      ...[id, place.file, line, due, isOverdue, lastChecked, knownBy, reviewed.snoozedUntil],
      ...[copies, people, days, damage, text],
    ];
  });
  return [COLUMNS, ...rows].map(formatCsvLine).join('');
}

function figuresOf(reviewed: ReviewedFact) {
  const { use, days } = reviewed;
  return { copies: use?.copies ?? null, people: use?.people ?? null, days, damage: damageOf(reviewed) };
}
