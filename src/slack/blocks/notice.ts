import { message, type SlackMessage } from './message.ts';
import { line, plain, richText } from './rich-text.ts';

/** A plain sentence or two of our own, for one person. */
export function renderNotice(...sentences: readonly string[]): SlackMessage {
  return message([richText(line(plain(sentences.join(' '))))]);
}
