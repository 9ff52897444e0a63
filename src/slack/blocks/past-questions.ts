import type { types } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import type { Outcome } from '../../ledger/index.ts';
import { questionRow } from './question-row.ts';
import { quoteBlocks } from './quote.ts';
import { bold, line, richText } from './rich-text-elements.ts';

/** Something the person asked before. */
export interface PastQuestion {
  readonly id: string;
  readonly words: string;
  /** How often of late, from 1. */
  readonly times: number;
  /** Null until it was answered. */
  readonly outcome: Outcome | null;
  /** The first quote of the answer as it stands now; null when there was none, or it has gone since. */
  readonly quote: Quote | null;
  /** How many quotes were shown. */
  readonly shown: number;
}

/** The button beside a past question, by the id Slack sends back. Its value is the question's id. */
export const PAST_QUESTION_AGAIN = 'home_again';

/** A list is for finding an answer again; a longer quote is asked for once more. */
const QUOTE_LENGTH = 500;

/** The person's own last questions with their answers. */
export function pastQuestionBlocks(past: readonly PastQuestion[]): readonly types.KnownBlock[] {
  if (past.length === 0) return [];
  return [richText(line(bold('Your last questions, seen by you alone'))), ...past.flatMap(oneQuestion)];
}

function oneQuestion({
  id,
  words,
  times,
  outcome,
  quote,
  shown: count,
}: PastQuestion): readonly types.KnownBlock[] {
  const shown = outcome === 'answer' && quote !== null && quote.text.length <= QUOTE_LENGTH ? quote : null;
  const remarks = [
    ...(times > 1 ? [`asked ${times} times`] : []),
    ...(shown === null ? [became(outcome, count)] : []),
  ];
  const remark = remarks.length === 0 ? '' : ` (${remarks.join(', ')})`;
  const row = questionRow(words, { id: PAST_QUESTION_AGAIN, value: id, text: 'Ask again' }, remark);
  return shown === null ? [row] : [row, ...quoteBlocks(shown)];
}

function became(outcome: Outcome | null, shown: number): string {
  switch (outcome) {
    case 'answer':
      return 'answered';
    case 'list':
      return 'a list';
    case 'choices':
      return shown === 1 ? 'one close match' : 'close matches';
    case 'none':
      return 'nothing on file';
    case 'failed':
    case null:
      return 'not answered';
    default:
      return outcome satisfies never;
  }
}
