import type { types } from '@slack/bolt';
import { amount } from '../../amount.ts';
import type { Quote } from '../../answer/index.ts';
import { damageOf, type FactVersion, factVersion, type WeighedFact } from '../../ledger/index.ts';
import { writeButtonValue } from './button-value.ts';
import { quoteBlocks } from './quote.ts';
import { bold, line, plain, richText } from './rich-text-elements.ts';

/** The buttons under a fact that is due for a review, by the id Slack sends back. */
export const reviewIds = {
  stillTrue: 'review_still_true',
  correct: 'review_correct',
  snooze: 'review_snooze',
} as const;

/** A fact that is due for a review, as it stands now. */
export interface DueFact extends WeighedFact {
  readonly quote: Quote;
}

/** The facts that may do most damage, and how many are due in all. */
export interface DueFacts {
  readonly first: readonly DueFact[];
  readonly count: number;
}

/** What the desk should look at again, each fact with its figures and buttons; nothing where nothing is due. */
export function dueFactBlocks({ first, count }: DueFacts): readonly types.KnownBlock[] {
  if (count === 0) return [];
  const more = count > first.length ? ` The first ${first.length}; “factdesk review” lists all.` : '';
  return [
    richText(line(bold(`Due for a review: ${amount(count, 'fact')}.`), plain(more))),
    ...first.flatMap((fact) => [
      ...quoteBlocks(fact.quote),
      richText(line(plain(figures(fact)))),
      ...buttons(fact.quote),
    ]),
  ];
}

function figures(fact: DueFact): string {
  const { use, days } = fact;
  const checked = `${amount(days, 'day')} since it was checked`;
  if (use === null) return checked;
  const copies = use.copies === 1 ? '1 copy' : `${use.copies} copies`;
  const people = use.people === 1 ? '1 person' : `${use.people} people`;
  return `${copies} × ${people} × ${checked} = ${damageOf(fact)}`;
}

function buttons(quote: Quote): readonly types.ActionsBlock[] {
  const value = writeReviewValue(factVersion(quote));
  if (value === null) return [];
  const button = (id: string, text: string, label: string): types.Button => ({
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text },
    value,
    accessibility_label: label,
  });
  return [
    {
      type: 'actions',
      elements: [
        button(
          reviewIds.stillTrue,
          'Still true',
          'Still true: record that you compared this fact with its source',
        ),
        button(reviewIds.correct, 'Correct', 'Correct: see where in the sheets this fact is changed'),
        button(reviewIds.snooze, 'Snooze', 'Snooze: put the review of this fact off, with a reason'),
      ],
    },
  ];
}

/** No question led to it. */
const writeReviewValue = (fact: FactVersion) => writeButtonValue({ questionId: '', fact });
