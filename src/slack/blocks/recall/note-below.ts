import type { Quote } from '../../../answer/index.ts';
import type { ShownWords } from '../../../ledger/index.ts';
import { asInlineText, clip } from '../inline-text.ts';
import { quoteBlocks } from '../quote.ts';
import { line, plain, richText } from '../rich-text-elements.ts';
import { packMessages, type SlackMessage } from '../slack-message.ts';
import { markWords } from './correction-marks.ts';
import { type NoteOnCopy, noteOnCopy } from './note-on-copy.ts';

/** So much of the words tells which of several quotes it is about. */
const ABOUT_LENGTH = 120;

/** A reply below a message that is not changed itself. */
export interface NoteBelow {
  readonly note: NoteOnCopy;
  /** What it is about; null where its words are not kept. */
  readonly about: ShownWords | null;
  /** What stands now; null where nothing is shown for it. */
  readonly quote: Quote | null;
  /** Under which the new words are known when they are corrected in their turn. */
  readonly mark: string;
}

/** Says below a message what of it was corrected or withdrawn: several quotes may stand above. */
export function renderNoteBelow({ note, about, quote, mark }: NoteBelow): readonly SlackMessage[] {
  const subject =
    about === null
      ? 'About a quote above whose words are not kept:'
      : `About “${clip(asInlineText(about.text), ABOUT_LENGTH)}”:`;
  const [first, ...further] = quote === null ? [] : quoteBlocks(quote);
  return packMessages([
    richText(line(plain(subject)), ...noteOnCopy(note)),
    ...(first === undefined ? [] : [markWords(first, mark, 1), ...further]),
  ]);
}
