import { z } from 'zod';
import { readAttachment } from './attachment-words.ts';
import { type Fragment, firstThatSays, passedOn } from './fragment.ts';
import { plainWords } from './plain-words.ts';
import { readBlocks, readTexts } from './read-blocks.ts';

/** What a message says, whichever way Slack describes it. */
export interface MessageContent {
  /** What whoever sent it says: a line for each line, without emoji, addresses and names of people and channels. */
  readonly words: string;
  /** What they pass on: quoted lines, blocks of code, forwarded messages, attachments of apps, previews of pages. */
  readonly passedOn: string;
  /**
   * Whom they call: ids of people and groups, and `@here`, `@channel`, `@everyone`. Not whom code, or what is passed
   * on, names.
   */
  readonly mentions: readonly string[];
}

const anything = z.unknown().optional();
const message = z.object({
  text: anything,
  blocks: anything,
  attachments: z.array(z.unknown()).catch([]),
});

/** Reads all that a message says. A message that makes no sense says nothing. */
export function readContent(payload: unknown): MessageContent {
  const { data } = message.safeParse(payload);
  if (data === undefined) return { words: '', passedOn: '', mentions: [] };
  // Where there are blocks, the text beside them is what they say once more, or less of it.
  const own = firstThatSays([readBlocks(data.blocks), readTexts(data.text)]);
  const fragments = [...own, ...data.attachments.flatMap((each) => [...passedOn(readAttachment(each))])];
  return {
    words: wordsOf(fragments, { isPassedOn: false }),
    passedOn: wordsOf(fragments, { isPassedOn: true }),
    mentions: fragments.flatMap((fragment) => (fragment.kind === 'mention' ? [fragment.id] : [])),
  };
}

/** Words that were typed where only text can be: behind a command, into a box, in the step of a workflow. */
export function readTyped(text: string): MessageContent {
  return readContent({ text });
}

function wordsOf(fragments: readonly Fragment[], { isPassedOn }: { readonly isPassedOn: boolean }): string {
  const texts = fragments.map((fragment) => {
    if (fragment.kind === 'mention') return ' ';
    return fragment.isPassedOn === isPassedOn ? fragment.text : '';
  });
  return plainWords(texts.join(''));
}
