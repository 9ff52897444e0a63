import type { types } from '@slack/bolt';
import { asInlineText, clip } from './inline-text.ts';
import { line, plain } from './rich-text-elements.ts';

/** The asker knows the question; its beginning is enough to tell it from others. */
const QUESTION_LENGTH = 300;

/** What the reader asked, above what is replied. */
export function youAskedLine(question: string): types.RichTextSection {
  return line(plain(`You asked: ${clip(asInlineText(question), QUESTION_LENGTH)}`));
}
