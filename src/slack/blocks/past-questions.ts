import type { types } from '@slack/bolt';
import type { Outcome } from '../../ledger/index.ts';
import { asInlineText, clip } from '../plain-text.ts';
import { bold, italic, line, plain, quotation, richText } from './rich-text.ts';

/** Something the person asked before. */
export interface PastQuestion {
  /** Null when its words are no longer kept. */
  readonly words: string | null;
  /** Null until it was answered. */
  readonly outcome: Outcome | null;
  /** The first quote of the answer as it stands now; null when there was none, or it has gone since. */
  readonly quote: string | null;
}

const QUESTION_LENGTH = 200;
/** A list is for finding an answer again; a longer quote is asked for once more. */
const QUOTE_LENGTH = 500;

/** The person's own last questions with their answers. */
export function pastQuestionBlocks(past: readonly PastQuestion[]): readonly types.RichTextBlock[] {
  const kept = past.filter(({ words }) => words !== null);
  if (kept.length === 0) return [];
  return [richText(line(bold('Your last questions, seen by you alone'))), ...kept.map(oneQuestion)];
}

function oneQuestion({ words, outcome, quote }: PastQuestion): types.RichTextBlock {
  const asked = clip(asInlineText(words ?? ''), QUESTION_LENGTH);
  const isShown = outcome === 'answer' && quote !== null && quote !== '' && quote.length <= QUOTE_LENGTH;
  return richText(
    line(plain(asked), italic(` ${isShown ? '' : became(outcome)}`)),
    ...(isShown ? [quotation(plain(quote))] : []),
  );
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
