import { line, plain, richText } from './rich-text-elements.ts';
import { message, type SlackMessage } from './slack-message.ts';

/** A plain sentence or two of our own, for one person. */
export function renderNotice(...sentences: readonly string[]): SlackMessage {
  return message([richText(line(plain(sentences.join(' '))))]);
}
