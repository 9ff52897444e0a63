import type { Block } from './block.ts';

/** Fields that hold words a reader sees. */
const TEXT_FIELDS = new Set(['text', 'title', 'caption', 'alt_text']);

/** The number of characters a reader sees in some blocks; Slack counts them against a whole message. */
export function countBlockText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countBlockText(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const [key, inner] of Object.entries(value)) {
    sum += typeof inner === 'string' ? (TEXT_FIELDS.has(key) ? inner.length : 0) : countBlockText(inner);
  }
  return sum;
}

/** The characters in all blocks of one type. */
export function countTextOf(blocks: readonly Block[], type: Block['type']): number {
  return countBlockText(blocks.filter((block) => block.type === type));
}
