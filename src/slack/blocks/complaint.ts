import type { types } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import type { ComplaintReason } from '../../ledger/index.ts';
import { packMessages, type SlackMessage } from './message.ts';
import { asInlineText, clip } from './plain-text.ts';
import { quoteBlocks } from './quote.ts';
import { bold, line, plain, richText } from './rich-text.ts';

/** The window behind "Not right". */
export const complaintWindow = { id: 'not_right_window', reason: 'reason', line: 'line' } as const;

/** Why a quote can be not right, in the order offered. */
export const COMPLAINT_REASONS: Readonly<Record<ComplaintReason, string>> = {
  'wrong-fact': 'It does not answer the question',
  'out-of-date': 'It is out of date',
  'badly-worded': 'It is badly worded',
  other: 'Something else',
};
const LINE_LENGTH = 300;

/** Asks why, and for one line more if the person likes. */
export function renderComplaintWindow(metadata: string): types.ModalView {
  const options = Object.entries(COMPLAINT_REASONS).map(([value, text]): types.PlainTextOption => {
    return { value, text: { type: 'plain_text', text } };
  });
  return {
    type: 'modal',
    callback_id: complaintWindow.id,
    private_metadata: metadata,
    title: { type: 'plain_text', text: 'Not right' },
    submit: { type: 'plain_text', text: 'Send to the desk' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: complaintWindow.reason,
        label: { type: 'plain_text', text: 'What is not right?' },
        element: { type: 'radio_buttons', action_id: complaintWindow.reason, options },
      },
      {
        type: 'input',
        block_id: complaintWindow.line,
        optional: true,
        label: { type: 'plain_text', text: 'In a line, if you like' },
        element: { type: 'plain_text_input', action_id: complaintWindow.line, max_length: LINE_LENGTH },
      },
    ],
  };
}

/** The question under whose reply the complaint was made; its words only where they may be shown. */
export type AboutQuestion =
  | { readonly kind: 'open'; readonly words: string }
  /** The asker alone saw the reply, so nobody else sees the question. */
  | { readonly kind: 'private' }
  | { readonly kind: 'forgotten' };

/** What somebody found not right, for the desk. */
export interface ComplaintNews {
  readonly question: AboutQuestion;
  readonly from: string;
  readonly reason: ComplaintReason;
  readonly line: string | null;
  /** Null when it is about the whole reply, or the fact has gone. */
  readonly quote: Quote | null;
}

/** The complaint as the desk channel sees it. */
export function renderComplaint(news: ComplaintNews): readonly SlackMessage[] {
  const words = news.line === null ? '' : ` In their words: ${clip(asInlineText(news.line), LINE_LENGTH)}`;
  return packMessages([
    richText(
      line(
        bold('Not right: '),
        plain(`${COMPLAINT_REASONS[news.reason]}. From `),
        { type: 'user', user_id: news.from },
        plain(`.${words}`),
      ),
      line(plain(`Asked: ${questionWords(news.question)}`)),
      ...(news.quote === null
        ? []
        : [line(plain(`Fact: ${clip(asInlineText(news.quote.factId), LINE_LENGTH)}`))]),
    ),
    ...(news.quote === null ? [] : quoteBlocks(news.quote)),
  ]);
}

function questionWords(question: AboutQuestion): string {
  switch (question.kind) {
    case 'open':
      return clip(asInlineText(question.words), LINE_LENGTH);
    case 'private':
      return 'a private question';
    case 'forgotten':
      return 'a question that is no longer kept';
    default:
      return question satisfies never;
  }
}
