import { z } from 'zod';
import { readBlocks, readTexts } from './block-words.ts';
import { type Fragment, passedOn } from './fragment.ts';
import { plainWords } from './plain-words.ts';

/** What a message says, whichever way Slack describes it. */
export interface MessageContent {
  /** What whoever sent it says: a line for each line, without emoji, addresses and names of people and channels. */
  readonly words: string;
  /** What they pass on: quoted lines, blocks of code, forwarded messages, attachments of apps, previews of pages. */
  readonly passedOn: string;
  /**
   * Whom they call: ids of people and groups, and `@here`, `@channel`, `@everyone`. Not whom code, or what is passed on,
   * names.
   */
  readonly mentions: readonly string[];
}

const list = z.array(z.unknown()).catch([]);
const message = z.object({ text: z.unknown().optional(), blocks: z.unknown().optional(), attachments: list });
const attachment = z.object({
  ...{
    pretext: z.unknown().optional(),
    title: z.unknown().optional(),
    text: z.unknown().optional(),
    fallback: z.unknown().optional(),
    blocks: z.unknown().optional(),
  },
  fields: z
    .array(
      z
        .object({ title: z.unknown().optional(), value: z.unknown().optional() })
        .catch({ title: '', value: '' }),
    )
    .catch([]),
  message_blocks: z
    .array(
      z.object({ message: z.object({ blocks: z.unknown().optional() }) }).catch({ message: { blocks: [] } }),
    )
    .catch([]),
});

/** Reads all that a message says. A message that makes no sense says nothing. */
export function readContent(payload: unknown): MessageContent {
  const { data } = message.safeParse(payload);
  if (data === undefined) return { words: '', passedOn: '', mentions: [] };
  // Where there are blocks, the text beside them is what they say once more, or less of it.
  const own = firstThatSays([readBlocks(data.blocks), readTexts(data.text)]);
  const fragments = [...own, ...data.attachments.flatMap((each) => [...passedOn(readAttachment(each))])];
  const said = fragments.filter((fragment) => fragment.kind === 'words');
  const textOf = (isPassedOn: boolean) =>
    plainWords(
      fragments
        .map((fragment) =>
          fragment.kind === 'mention' ? ' ' : fragment.isPassedOn === isPassedOn ? fragment.text : '',
        )
        .join(''),
    );
  return {
    words: textOf(false),
    passedOn: said.some(({ isPassedOn }) => isPassedOn) ? textOf(true) : '',
    mentions: fragments.flatMap((fragment) => (fragment.kind === 'mention' ? [fragment.id] : [])),
  };
}

/** Words that were typed where only text can be: behind a command, into a box, in the step of a workflow. */
export function readTyped(text: string): MessageContent {
  return readContent({ text });
}

/** A forwarded message, what an app shows as a card, or the preview of a page. */
function readAttachment(payload: unknown): readonly Fragment[] {
  const { data } = attachment.safeParse(payload);
  if (data === undefined) return [];
  const { pretext, title, text, fallback, blocks, fields, message_blocks: forwarded } = data;
  return firstThatSays([
    forwarded.flatMap((each) => [...readBlocks(each.message.blocks)]),
    readBlocks(blocks),
    readTexts(pretext, title, text, ...fields.flatMap((field) => [field.title, field.value])),
    readTexts(fallback),
  ]);
}

function firstThatSays(ways: readonly Iterable<Fragment>[]): readonly Fragment[] {
  for (const way of ways) {
    const fragments = [...way];
    if (fragments.some((one) => one.kind === 'mention' || plainWords(one.text) !== '')) return fragments;
  }
  return [];
}
