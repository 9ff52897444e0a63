import type { types } from '@slack/bolt';
import { formatShortDate, type Quote } from '../../../answer/index.ts';
import type { ShownWords } from '../../../ledger/index.ts';
import { quoteButtons } from '../buttons.ts';
import { quoteBlocks } from '../quote.ts';
import { bold, type Leaf, line, link, plain, quotation, richText } from '../rich-text-elements.ts';
import { fits, message, packMessages, type SlackMessage } from '../slack-message.ts';
import { sliceText } from '../slices.ts';
import { markOldWords } from './correction-marks.ts';
import { markDifference, struck } from './marked-difference.ts';
import { sentence, type WithoutWords } from './note-on-copy.ts';
import { SEEN_BUTTON, seenButton } from './recall-verbs.ts';

/** What somebody who got a fact is told of it. */
export interface RecallNotice {
  readonly number: number;
  readonly questionId: string;
  /** When they got it. */
  readonly gotOn: Date;
  /** Where they got it; null where it cannot be looked at any more. */
  readonly messageUrl: string | null;
  /** What they got; null where its words are not kept. */
  readonly was: ShownWords | null;
  /** What stands for it now; null where nothing is shown for it. */
  readonly quote: Quote | null;
  /** Why nothing is shown for it; null where something is. */
  readonly without: WithoutWords | null;
  /** What was wrong; null where nobody said. */
  readonly reason: string | null;
}

const SLICE_ROOM = { shown: 1_500, escaped: 1_900 } as const;

/** The news for one person: old words, new words, where they got it, and a button to say that they know. */
export function renderRecallNotice(notice: RecallNotice): readonly SlackMessage[] {
  const { quote, was, reason, number, questionId } = notice;
  const why = reason === null ? [] : [line(plain(sentence(reason)))];
  const head = richText(...headingLines(notice), ...why);
  const old = was === null ? [] : oldBlocks(was, quote);
  const now = quote === null ? [] : quoteBlocks(quote, { heading: 'Now:' });
  const buttons = quote === null ? [] : quoteButtons(quote, questionId, 'context', 'cite');
  const seen = seenButton(number);
  const whole = [head, ...old, ...now, ...buttons, seen];
  // Of several messages the first one is changed when the person has seen it.
  return fits(whole) ? [message(whole)] : packMessages([head, seen, ...old, ...now, ...buttons]);
}

/** The message with a line in place of its button, and everything else as it stands; null where it has no button. */
export function withSeen(blocks: readonly types.KnownBlock[]): SlackMessage | null {
  if (!blocks.some(isSeenButton)) return null;
  const seen = blocks.map((block) => (isSeenButton(block) ? seenLine() : block));
  return message(fits(seen) ? seen : blocks.filter((block) => !isSeenButton(block)));
}

const seenLine = () => richText(line(plain('You have said that you know.')));

function isSeenButton(block: types.KnownBlock): boolean {
  return (
    block.type === 'actions' &&
    block.elements.some((element) => element.type === 'button' && element.action_id === SEEN_BUTTON)
  );
}

/** What is told, by why nothing is shown in the place of what they got. */
const TOLD: Readonly<Record<WithoutWords | 'corrected', { readonly head: string; readonly what: string }>> = {
  corrected: { head: 'Corrected.', what: 'was corrected' },
  withdrawn: { head: 'Withdrawn: do not use.', what: 'was withdrawn' },
  'not-shown': { head: 'Corrected.', what: 'was corrected and is not shown there any more' },
};

function headingLines({ without, gotOn, messageUrl }: RecallNotice): readonly types.RichTextSection[] {
  const quote = `A quote that you got on ${formatShortDate(gotOn.toISOString().slice(0, 10))}`;
  const { head, what } = TOLD[without ?? 'corrected'];
  return [
    line(bold(head)),
    line(
      messageUrl === null ? plain(quote) : link(messageUrl, quote),
      plain(` ${what}. If you used it, or passed it on, change it there too.`),
    ),
  ];
}

function oldBlocks({ text, sourceLine }: ShownWords, quote: Quote | null): readonly types.RichTextBlock[] {
  const slices = sliceText(text, SLICE_ROOM);
  const head = line(bold('You got:'));
  if (slices.length > 1)
    return markOldWords([
      richText(head),
      ...slices.map(([from, to]) => {
        const words = text.slice(from, to);
        return richText(quotation(quote === null ? struck(words) : plain(words)));
      }),
      richText(line(plain(sourceLine))),
    ]);
  return markOldWords([richText(head, quotation(...oldWords(text, quote)), line(plain(sourceLine)))]);
}

/** What is not to be used is struck through as a whole. */
function oldWords(text: string, quote: Quote | null): readonly Leaf[] {
  if (quote === null) return [struck(text)];
  return text === quote.text ? [plain(text)] : markDifference(text, quote.text).was;
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
