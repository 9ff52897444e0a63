import type { types } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import { doubtedQuoteButtons, replyButtons } from './buttons.ts';
import { quoteBlocks } from './quote.ts';
import { line, plain, richText } from './rich-text-elements.ts';
import { packMessages, type SlackMessage } from './slack-message.ts';
import { youAskedLine } from './you-asked-line.ts';

/** What goes with a quote that somebody chose from close matches. */
export interface ChosenOptions {
  readonly questionId: string;
  /** Who chose it, where others see it too; null where that person alone does. */
  readonly chosenBy: string | null;
  /** What was asked, where the asker no longer sees it; null where it stands above, or is no longer kept. */
  readonly question: string | null;
  /** What of it does not fit the question; empty where nothing tells against it. */
  readonly doubt: string;
  /** Offer to share. */
  readonly canShare: boolean;
}

/** The reply with close matches, once somebody chose the one that answers. */
export function renderChosen(
  quote: Quote,
  { questionId, chosenBy, question, doubt, canShare }: ChosenOptions,
): readonly SlackMessage[] {
  const share = canShare ? (['share'] as const) : [];
  const asked = question === null ? [] : [youAskedLine(question)];
  return packMessages([
    richText(...asked, chosenLine(chosenBy)),
    ...quoteBlocks(quote, { remark: doubt }),
    ...doubtedQuoteButtons(quote, { questionId, doubt }, ...share, 'context', 'cite', 'notRight'),
    ...replyButtons(questionId, 'askDesk'),
  ]);
}

/** That a person judged, and not the app. */
function chosenLine(chosenBy: string | null): types.RichTextSection {
  if (chosenBy === null) return line(plain('You chose this from the close matches:'));
  return line(plain('Chosen from the close matches by '), { type: 'user', user_id: chosenBy }, plain(':'));
}
