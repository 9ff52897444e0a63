import { z } from 'zod';
import { type Fragment, words } from './fragment.ts';
import { readMrkdwn } from './mrkdwn.ts';
import { readRichText } from './read-rich-text.ts';

const list = z.array(z.unknown()).catch([]);
const block = z.looseObject({ type: z.string() });
type Block = z.infer<typeof block>;

/** A text is bare, or an object that holds one. */
const textObject = z.object({ type: z.string().catch(''), text: z.string() });

const READERS: Readonly<Record<string, (block: Block) => Iterable<Fragment>>> = {
  rich_text: ({ elements }) => readRichText(elements),
  section: ({ text, fields }) => readTexts(text, ...list.parse(fields)),
  header: ({ text }) => readTexts(text),
  context: ({ elements }) => readTexts(...list.parse(elements)),
  markdown: ({ text }) => readTexts(text),
  alert: ({ text }) => readTexts(text),
  card: ({ title, subtitle, body }) => readTexts(title, subtitle, body),
  image: ({ title }) => readTexts(title),
  video: ({ title, description }) => readTexts(title, description),
  table: ({ rows }) => list.parse(rows).flatMap((row) => [...readCells(row)]),
};

/** Reads what a message says in its blocks, whoever wrote them. What is not known, and what is no text, is left out. */
export function* readBlocks(blocks: unknown): Generator<Fragment> {
  for (const each of list.parse(blocks)) {
    const { data } = block.safeParse(each);
    // A type may be named like something that every object has.
    if (data === undefined || !Object.hasOwn(READERS, data.type)) continue;
    yield* READERS[data.type]?.(data) ?? [];
  }
}

/** Reads texts in Slack's own markup, one a line. */
export function* readTexts(...texts: readonly unknown[]): Generator<Fragment> {
  for (const each of texts) {
    const text = typeof each === 'string' ? each : textObject.safeParse(each).data?.text;
    if (text === undefined || text === '') continue;
    yield* readMrkdwn(text);
    yield words('\n');
  }
}

function* readCells(row: unknown): Generator<Fragment> {
  for (const cell of list.parse(row)) {
    const { data } = block.safeParse(cell);
    yield* data?.type === 'rich_text' ? readRichText(data.elements) : readTexts(cell);
  }
}
