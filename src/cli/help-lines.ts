import { amount } from '../amount.ts';
import type { OnFile } from '../answer/index.ts';

/** What the bot does, a question that works, how to narrow a search, and how much is on file; the first says most. */
export function helpLines({ examples, facts, sources }: OnFile): readonly [string, ...string[]] {
  const [example] = examples;
  return [
    'Ask a question, get quotes with their sources.',
    'When nothing on file answers, it says so.',
    ...(example === undefined ? [] : [`For example: ${example}`]),
    'To narrow a search: "words in double quotes", source:name, topic:name, speaker:name, kind:quote, ' +
      'before:2024-10, after:2023.',
    facts === 0
      ? 'Nothing is on file yet.'
      : `On file: ${amount(facts, 'fact')} from ${amount(sources, 'source')}.`,
  ];
}
