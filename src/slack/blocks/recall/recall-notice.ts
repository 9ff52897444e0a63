import type { types } from '@slack/bolt';
import { formatShortDate, type Quote } from '../../../answer/index.ts';
import type { ShownWords } from '../../../ledger/index.ts';
import { quoteButtons } from '../buttons.ts';
import { quoteBlocks } from '../quote.ts';
import { bold, type Leaf, line, link, plain, quotation, richText } from '../rich-text-elements.ts';
import { fits, message, packMessages, type SlackMessage } from '../slack-message.ts';
import { sliceText } from '../slices.ts';
import { markDifference } from './marked-difference.ts';
import { sentence } from './note-on-copy.ts';
import { seenButton } from './recall-verbs.ts';

/** What somebody who got a fact is told of it. */
export interface RecallNotice {
  readonly number: number;
  readonly questionId: string;
  /** When they got it last. */
  readonly gotOn: Date;
  /** Where they got it; null where it cannot be looked at any more. */
  readonly messageUrl: string | null;
  /** What they got; null where its words are not kept. */
  readonly was: ShownWords | null;
  /** What stands for it now; null where nothing does. */
  readonly quote: Quote | null;
  /** What was wrong; null where nobody said. */
  readonly reason: string | null;
  /** Whether they have said that they know. */
  readonly isSeen: boolean;
}

const SLICE_ROOM = { shown: 1_500, escaped: 1_900 } as const;

/** The news for one person: old words, new words, where they got it, and a button to say that they know. */
export function renderRecallNotice(notice: RecallNotice): readonly SlackMessage[] {
  const { quote, was, reason, number, questionId, isSeen } = notice;
  const why = reason === null ? [] : [line(plain(sentence(reason)))];
  const isChanged = quote !== null && was !== null && quote.text !== was.text;
  const head = richText(...headingLines(notice), ...why);
  const old = was === null ? [] : oldBlocks(was, isChanged ? quote.text : was.text);
  const now = quote === null ? [] : quoteBlocks(quote, { heading: 'Now:' });
  const buttons = quote === null ? [] : quoteButtons(quote, questionId, 'context', 'cite');
  const seen = isSeen ? richText(line(plain('You have said that you know.'))) : seenButton(number);
  const whole = [head, ...old, ...now, ...buttons, seen];
  // Of several messages the first one is changed when the person has seen it.
  return fits(whole) ? [message(whole)] : packMessages([head, seen, ...old, ...now, ...buttons]);
}

function headingLines({ quote, gotOn, messageUrl }: RecallNotice): readonly types.RichTextSection[] {
  const on = ` on ${formatShortDate(gotOn.toISOString().slice(0, 10))}`;
  const [head, verb] = quote === null ? ['Withdrawn: do not use.', 'withdrawn'] : ['Corrected.', 'corrected'];
  const got: readonly Leaf[] =
    messageUrl === null
      ? [plain(`A quote that you got${on}`)]
      : [link(messageUrl, `A quote that you got${on}`)];
  return [
    line(bold(head)),
    line(...got, plain(` was ${verb}. If you used it, or passed it on, change it there too.`)),
  ];
}

function oldBlocks({ text, sourceLine }: ShownWords, now: string): readonly types.RichTextBlock[] {
  const slices = sliceText(text, SLICE_ROOM);
  if (slices.length > 1)
    return [
      richText(line(bold('You got:'))),
      ...slices.map(([from, to]) => richText(quotation(plain(text.slice(from, to))))),
      richText(line(plain(sourceLine))),
    ];
  const leaves = text === now ? [plain(text)] : markDifference(text, now).was;
  return [richText(line(bold('You got:')), quotation(...leaves), line(plain(sourceLine)))];
}

/** Reminds somebody, once, of what they have not said that they know. */
export function renderRecallReminder(
  number: number,
  { isWithdrawn, messageUrl }: { readonly isWithdrawn: boolean; readonly messageUrl: string | null },
): SlackMessage {
  const what = isWithdrawn ? 'a withdrawal' : 'a correction';
  const [reminder] = packMessages([
    richText(
      line(
        bold('Reminder: '),
        plain(`you were told of ${what} and have not said that you know. `),
        ...(messageUrl === null ? [] : [link(messageUrl, 'What you were told')]),
      ),
    ),
    seenButton(number),
  ]);
  return reminder ?? { text: 'Reminder', blocks: [] };
}
