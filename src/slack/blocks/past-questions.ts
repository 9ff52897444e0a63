import type { types } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import type { Outcome } from '../../ledger/index.ts';
import { asInlineText, clip } from './plain-text.ts';
import { quoteBlocks } from './quote.ts';
import { bold, italic, line, plain, richText } from './rich-text.ts';

/** Something the person asked before. */
export interface PastQuestion {
  /** Null when its words are no longer kept. */
  readonly words: string | null;
  /** Null until it was answered. */
  readonly outcome: Outcome | null;
  /** The first quote of the answer as it stands now; null when there was none, or it has gone since. */
  readonly quote: Quote | null;
}

const QUESTION_LENGTH = 200;
/** A list is for finding an answer again; a longer quote is asked for once more. */
const QUOTE_LENGTH = 500;

/** The person's own last questions with their answers. */
export function pastQuestionBlocks(past: readonly PastQuestion[]): readonly types.RichTextBlock[] {
  const kept = past.filter(({ words }) => words !== null);
  if (kept.length === 0) return [];
  return [richText(line(bold('Your last questions, seen by you alone'))), ...kept.flatMap(oneQuestion)];
}

function oneQuestion({ words, outcome, quote }: PastQuestion): readonly types.RichTextBlock[] {
  const asked = plain(clip(asInlineText(words ?? ''), QUESTION_LENGTH));
  return outcome === 'answer' && quote !== null && quote.text.length <= QUOTE_LENGTH
    ? [richText(line(asked)), ...quoteBlocks(quote)]
    : [richText(line(asked, italic(` ${became(outcome)}`)))];
}

function became(outcome: Outcome | null): string {
  switch (outcome) {
    case 'answer':
      return 'answered; ask again to see the quote';
    case 'choices':
      return 'close matches';
    case 'none':
      return 'nothing on file';
    case 'failed':
    case null:
      return 'not answered';
    default:
      return outcome satisfies never;
  }
}
