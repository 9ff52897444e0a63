import type { NewsItem, TextPart } from './news-item.ts';

/** Words of an item that are cut into passages, or the reason why it has none. */
export type ItemText = { readonly text: string } | { readonly missing: string };

/**
 * The text an item is quoted from: its main plain body, or without any its plain description. Markup is not
 * quoted: `factdesk import` has turned it into plain text.
 */
export function readItemText({ bodies, descriptions }: Pick<NewsItem, 'bodies' | 'descriptions'>): ItemText {
  const parts = [...inOrder(bodies), ...inOrder(descriptions)];
  const plain = parts.find((part) => isPlain(part) && part.value?.trim());
  if (plain?.value) return { text: plain.value };
  return {
    missing: parts.some((part) => part.value?.trim()) ? 'its text is markup' : 'it has no text',
  };
}

function inOrder(parts: readonly TextPart[] = []): readonly TextPart[] {
  return [...parts].sort((a, b) => Number(b.role === 'main') - Number(a.role === 'main'));
}

const BEGINS_TAG = /<\/?(?:p|div|br|a|span|h[1-6]|ul|li|body)\b/i;

function isPlain({ contentType, value = '' }: TextPart): boolean {
  if (contentType) return /^text\/plain\b/i.test(contentType);
  const tag = value.search(BEGINS_TAG);
  return tag < 0 || !value.includes('>', tag);
}
