import { z } from 'zod';
import { type Fragment, passedOn, words } from './fragment.ts';
import { showsOnlyAddress } from './plain-words.ts';

const text = z.string().catch('');
const list = z.array(z.unknown()).catch([]);

const part = z.object({
  type: text,
  elements: list,
  style: z.unknown().optional(),
  offset: z.number().int().catch(0),
});
const leaf = z.object({
  ...{
    type: text,
    text,
    url: text,
    fallback: text,
    value: text,
    user_id: text,
    usergroup_id: text,
    range: text,
  },
  style: z
    .object({ code: z.boolean().catch(false), strike: z.boolean().catch(false) })
    .catch({ code: false, strike: false }),
});
type Part = z.infer<typeof part>;
type Leaf = z.infer<typeof leaf>;

/** What stands in a line, by its type. Emoji, channels and workspaces are no words, and what is not known is none. */
const LEAVES: Readonly<Record<string, (leaf: Leaf) => Fragment>> = {
  text: (one) => words(one.text),
  link: (one) => words(showsOnlyAddress(one.text, one.url) ? ' ' : one.text),
  date: ({ fallback }) => words(` ${fallback} `),
  color: ({ value }) => words(value),
  user: ({ user_id: id }) => ({ kind: 'mention', id }),
  usergroup: ({ usergroup_id: id }) => ({ kind: 'mention', id }),
  broadcast: ({ range }) => ({ kind: 'mention', id: `@${range}` }),
};

const PARTS: Readonly<Record<string, (part: Part) => Iterable<Fragment>>> = {
  rich_text_section: ({ elements }) => readLine(elements),
  rich_text_list: readList,
  rich_text_quote: ({ elements }) => passedOn(readLine(elements)),
  rich_text_preformatted: ({ elements }) => passedOn(readLine(elements)),
};

/** Reads a block of rich text, as Slack's own clients write it. What is struck out was taken back, and is not read. */
export function* readRichText(elements: unknown): Generator<Fragment> {
  for (const each of list.parse(elements)) {
    const { data } = part.safeParse(each);
    // A type may be named like something that every object has.
    if (data !== undefined && Object.hasOwn(PARTS, data.type)) yield* PARTS[data.type]?.(data) ?? [];
    yield words('\n');
  }
}

/** Each point on a line of its own, with its mark. */
function* readList({ elements, style, offset }: Part): Generator<Fragment> {
  for (const [index, each] of elements.entries()) {
    yield words(style === 'ordered' ? `${offset + index + 1}. ` : '• ');
    yield* readLine(part.safeParse(each).data?.elements ?? []);
    yield words('\n');
  }
}

function* readLine(elements: readonly unknown[]): Generator<Fragment> {
  for (const each of elements) {
    const { data } = leaf.safeParse(each);
    if (data === undefined || data.style.strike) continue;
    const read = Object.hasOwn(LEAVES, data.type) ? LEAVES[data.type] : undefined;
    const fragment = read?.(data) ?? words(' ');
    // Nobody is called in code.
    if (fragment.kind === 'words' || !data.style.code) yield fragment;
  }
}
