import type { types } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import { quoteButtons, replyButtons } from './buttons.ts';
import { withFurther } from './further-quotes.ts';
import { asInlineText, clip } from './inline-text.ts';
import { quoteBlocks } from './quote.ts';
import { bold, type Leaf, line, person, plain, richText } from './rich-text-elements.ts';
import { packMessages, type SlackMessage } from './slack-message.ts';

/** An answer that comes some time after its question was asked. */
export interface BroughtAnswer {
  readonly questionId: string;
  readonly words: string;
  /** What is said above the quotes: why it comes now. */
  readonly lead: readonly string[];
  readonly quotes: readonly Quote[];
}

/** How whoever asked recognises their question. */
export type AskedWhere =
  /** In front of others, where it is told: they are called by name. */
  | { readonly kind: 'here'; readonly askedBy: string }
  /** In a channel where it is not told. */
  | { readonly kind: 'in-channel'; readonly channel: string }
  /** Alone, where it is told or in no channel. */
  | { readonly kind: 'alone' };

/** The asker knows the question; its beginning is enough to tell it from others. */
const QUESTION_LENGTH = 300;

/** The question, why an answer comes now, and the quotes as a reply shows them. */
export function renderBrought(
  { questionId, words, lead, quotes }: BroughtAnswer,
  where: AskedWhere,
): readonly SlackMessage[] {
  const intro = richText(askedLine(words, where), ...lead.map((sentence) => line(bold(sentence))));
  const [first = [], ...further] = quotes.map((quote) => [
    ...quoteBlocks(quote),
    ...quoteButtons(quote, questionId, 'context', 'cite', 'notRight'),
  ]);
  return packMessages([...withFurther([intro, ...first], further), ...replyButtons(questionId, 'askDesk')]);
}

function askedLine(words: string, where: AskedWhere): types.RichTextSection {
  return line(...askedLeaves(where), plain(`: ${clip(asInlineText(words), QUESTION_LENGTH)}`));
}

function askedLeaves(where: AskedWhere): readonly Leaf[] {
  switch (where.kind) {
    case 'here':
      return [person(where.askedBy), plain(', you asked')];
    case 'in-channel':
      return [plain('You asked in '), { type: 'channel', channel_id: where.channel }];
    case 'alone':
      return [plain('You asked')];
    default:
      return where satisfies never;
  }
}
