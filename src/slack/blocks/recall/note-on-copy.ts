import type { types } from '@slack/bolt';
import { formatShortDate } from '../../../answer/index.ts';
import { asInlineText, clip } from '../inline-text.ts';
import { bold, line, plain } from '../rich-text-elements.ts';
import type { ToldChange } from './tell-change.ts';

/** Why nothing is shown in place of a fact: nothing stands for it, or what does is beyond the topics of the channel. */
export type WithoutWords = 'withdrawn' | 'not-shown';

/** What a corrected copy says above the words. */
export interface NoteOnCopy {
  readonly on: Date;
  readonly change: ToldChange | WithoutWords;
  /** What was wrong; null where nobody said. */
  readonly reason: string | null;
}

/** What the desk may say of what was wrong, in characters. */
export const REASON_LENGTH = 500;

/** Says on a copy that it was corrected or withdrawn: Slack itself marks no message that an app has changed. */
export function noteOnCopy({ on, change, reason }: NoteOnCopy): readonly types.RichTextSection[] {
  const day = formatShortDate(on.toISOString().slice(0, 10));
  const why = reason === null ? [] : [plain(` ${sentence(reason)}`)];
  if (change === 'withdrawn') return [line(bold(`Withdrawn ${day}: do not use.`), ...why)];
  // What was wrong may tell the new words, which are not for this place.
  if (change === 'not-shown')
    return [line(bold(`Corrected ${day}: `), plain('this is not shown here any more.'))];
  return [line(bold(`Corrected ${day}: `), plain(`was “${change.was}”, is “${change.is}”.`), ...why)];
}

/** What the desk said, as a sentence of its own. */
export function sentence(reason: string): string {
  const text = clip(asInlineText(reason), REASON_LENGTH);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
