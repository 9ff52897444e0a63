import type { Question } from '../../ledger/index.ts';
import { asInlineText, clip } from './inline-text.ts';
import { bold, line, person, plain, richText } from './rich-text-elements.ts';
import { message, type SlackMessage } from './slack-message.ts';

const QUESTION_LENGTH = 300;
const SET_ASIDE =
  'The app ended twice while it looked up a question of yours, so it does not try again. Ask in other words; if that ' +
  'does not help either, tell whoever runs this app.';

/** What the asker is told of a question that is not tried again. */
export function renderSetAside({ words }: Pick<Question, 'words'>): SlackMessage {
  return message([richText(line(plain(SET_ASIDE)), ...asked(words))]);
}

/** What the desk channel is told of it: nothing that only the asker may see. */
export function renderSetAsideForDesk({ words, askedBy, isPrivate }: Question): SlackMessage {
  return message([
    richText(
      line(
        bold('A question was set aside. '),
        plain(
          'The app ended twice while it was looked up. It is not tried again, and whoever asked is told so.',
        ),
      ),
      ...(isPrivate
        ? [line(plain('It was asked in private.'))]
        : [line(plain('From '), person(askedBy)), ...asked(words)]),
    ),
  ]);
}

function asked(words: string | null) {
  return words === null ? [] : [line(plain(`The question: ${clip(asInlineText(words), QUESTION_LENGTH)}`))];
}
