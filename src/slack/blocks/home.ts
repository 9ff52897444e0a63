import type { types } from '@slack/bolt';
import type { OnFile } from '../../answer/index.ts';
import { asLabels } from '../plain-text.ts';
import { amount } from './amounts.ts';
import { held } from './help.ts';
import { bold, bullets, line, plain, richText } from './rich-text.ts';

const TOPICS_SHOWN = 15;
const EXAMPLES_SHOWN = 3;
const LABEL_LENGTH = 120;

/** The Home tab: what the bot is for, how much is on file, and questions that work. */
export function renderHome(onFile: OnFile): types.HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Quoted, sourced facts' } },
      richText(
        line(
          plain('Ask with /fact, in a direct message, or by mentioning the app in a channel. '),
          plain(
            'The reply is words that stand in the desk’s files, with who said them, when, and where to check. ',
          ),
          plain('When nothing on file answers, it says so.'),
        ),
      ),
      richText(line(bold(held(onFile)))),
      ...list('Questions that are answered', onFile.examples.slice(0, EXAMPLES_SHOWN)),
      ...list(
        'Topics',
        onFile.topics.slice(0, TOPICS_SHOWN).map(({ topic, facts }) => `${topic} (${amount(facts, 'fact')})`),
      ),
    ],
  };
}

function list(title: string, entries: readonly string[]): readonly types.RichTextBlock[] {
  const items = asLabels(entries, LABEL_LENGTH).map((label) => line(plain(label)));
  return items.length === 0 ? [] : [richText(line(bold(title)), bullets(...items))];
}
