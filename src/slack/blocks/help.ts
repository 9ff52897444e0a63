import type { OnFile } from '../../answer/index.ts';
import { factsFromSources } from './facts-from-sources.ts';
import { asLabels } from './inline-text.ts';
import { bold, bullets, line, plain, richText } from './rich-text-elements.ts';
import { message, type SlackMessage } from './slack-message.ts';

const EXAMPLES_SHOWN = 3;
const EXAMPLE_LENGTH = 200;

/** What the bot does, examples that work, and how much is on file. */
export function renderHelp(onFile: OnFile): SlackMessage {
  const examples = asLabels(onFile.examples, EXAMPLE_LENGTH).slice(0, EXAMPLES_SHOWN);
  return message([
    richText(
      line(bold('Ask a question, get quotes with their sources.')),
      line(
        plain(
          'Every reply is words that stand in the desk’s files, with who said them, when, and where to check. ',
        ),
        plain('When nothing on file answers, it says so.'),
      ),
      ...(examples.length > 0
        ? [line(bold('For example')), bullets(...examples.map((example) => line(plain(example))))]
        : []),
      line(bold('Where to ask')),
      bullets(
        line(plain('/fact and your question: only you see the reply')),
        line(plain('mention the app in a channel or thread: everybody there sees the reply')),
        line(plain('a direct message to the app')),
      ),
      line(bold('To keep what you got')),
      bullets(line(plain('/fact sources: the facts you got, as numbered source notes'))),
      line(bold('To narrow a search')),
      bullets(
        line(plain('"words in double quotes" are found exactly as they stand')),
        line(plain('source:name topic:name speaker:name kind:quote before:2024-10 after:2023')),
      ),
      line(plain(held(onFile))),
    ),
  ]);
}

/** How much can be found, in a sentence. */
export function held(onFile: OnFile): string {
  return onFile.facts === 0 ? 'Nothing is on file yet.' : `On file: ${factsFromSources(onFile)}.`;
}
