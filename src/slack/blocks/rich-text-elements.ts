import type { types } from '@slack/bolt';

/** A run of rich text: its `text` is literal, Slack reads no markup in it. */
export type Leaf = types.RichTextElement;

/** Literal text. */
export function plain(text: string): Leaf {
  return { type: 'text', text };
}

/** Literal text in bold. */
export function bold(text: string): Leaf {
  return { type: 'text', text, style: { bold: true } };
}

/** Literal text in italics: for our own words beside somebody else's. */
export function italic(text: string): Leaf {
  return { type: 'text', text, style: { italic: true } };
}

/** A link with a literal label. */
export function link(url: string, text: string): Leaf {
  return { type: 'link', url, text };
}

/** Somebody by name; "somebody" once they were erased. */
export function person(user: string | null): Leaf {
  return user === null ? plain('somebody') : { type: 'user', user_id: user };
}

/** A line of text. */
export function line(...elements: readonly Leaf[]): types.RichTextSection {
  return { type: 'rich_text_section', elements: elements.filter(hasText) };
}

/** Lines set off by a bar: what stands in the corpus, and nothing else. */
export function quotation(...elements: readonly Leaf[]): types.RichTextQuote {
  return { type: 'rich_text_quote', elements: elements.filter(hasText) };
}

/** Lines to be copied as they stand. */
export function preformatted(text: string): types.RichTextPreformatted {
  return { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] };
}

/** A bulleted list. */
export function bullets(...items: readonly types.RichTextSection[]): types.RichTextList {
  return { type: 'rich_text_list', style: 'bullet', elements: [...items] };
}

/** A block of the parts above. */
export function richText(...elements: readonly types.RichTextBlockElement[]): types.RichTextBlock {
  return { type: 'rich_text', elements: [...elements] };
}

/** Slack refuses a block that holds an empty text. */
function hasText(leaf: Leaf): boolean {
  return leaf.type !== 'text' || leaf.text !== '';
}
