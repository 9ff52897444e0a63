import type { types } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import { quoteButtons } from './buttons.ts';
import { asInlineText, clip } from './inline-text.ts';
import { quoteBlocks } from './quote.ts';
import { line, plain, richText } from './rich-text-elements.ts';
import { packMessages, type SlackMessage } from './slack-message.ts';

const QUESTION_LENGTH = 300;

/** What is shared, and by whom. */
export interface Shared {
  readonly questionId: string;
  readonly sharedBy: string;
  /** Null when its words are no longer kept. */
  readonly question: string | null;
  readonly quotes: readonly Quote[];
}

/** A private reply made public by somebody's choice. */
export function renderShared({ questionId, sharedBy, question, quotes }: Shared): readonly SlackMessage[] {
  return packMessages([
    richText(sharedLine(sharedBy, question)),
    ...quotes.flatMap((quote) => [
      ...quoteBlocks(quote),
      ...quoteButtons(quote, questionId, 'context', 'cite', 'notRight'),
    ]),
  ]);
}

function sharedLine(sharedBy: string, question: string | null): types.RichTextSection {
  const by = { type: 'user', user_id: sharedBy } as const;
  if (question === null) return line(plain('Shared by '), by);
  const words = clip(asInlineText(question), QUESTION_LENGTH);
  return line(plain('Shared by '), by, plain(` for the question: ${words}`));
}
