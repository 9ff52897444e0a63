import type { Block } from './block.ts';

/** Fields that hold an option's or element's key instead of words. */
const NOT_WORDS = new Set(['type', 'block_id', 'action_id', 'value', 'url', 'style', 'name', 'color']);

/**
 * The words some blocks show, in reading order: each block and each paragraph of rich text on its own line,
 * runs of rich text joined as they stand. Marked text stays marked.
 */
export function blockWords(blocks: readonly Block[]): string {
  return blocks.map(wordsOf).filter(Boolean).join('\n');
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  if ('type' in value && isParagraph(value.type) && 'elements' in value && Array.isArray(value.elements)) {
    return value.elements.map(runWords).join('');
  }
  return Object.entries(value)
    .map(([key, inner]) => (typeof inner === 'string' ? (NOT_WORDS.has(key) ? '' : inner) : wordsOf(inner)))
    .filter(Boolean)
    .join('\n');
}

const PARAGRAPHS = new Set(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']);

function isParagraph(type: unknown): boolean {
  return typeof type === 'string' && PARAGRAPHS.has(type);
}

function runWords(run: unknown): string {
  if (typeof run !== 'object' || run === null) return '';
  if ('text' in run && typeof run.text === 'string') return run.text;
  if ('url' in run && typeof run.url === 'string') return run.url;
  if ('fallback' in run && typeof run.fallback === 'string') return run.fallback;
  return '';
}
