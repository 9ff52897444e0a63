import type { types } from '@slack/bolt';
import { expect } from 'vitest';
import type { SlackMessage } from '../../../src/slack/blocks/slack-message.ts';

/** Every piece of literal text in a block, wherever it is nested. */
export function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}

/** All elements of a kind, wherever they are nested. */
export function elementsOf(kind: string, value: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((inner) => elementsOf(kind, inner));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === kind ? [{ ...value }] : [];
  return [...own, ...Object.values(value).flatMap((inner) => elementsOf(kind, inner))];
}

/** What the reader sees under bars, one string a message set. */
export function quotedText(messages: readonly { readonly blocks: readonly object[] }[]): string {
  return messages.flatMap(({ blocks }) => elementsOf('rich_text_quote', blocks).flatMap(textsIn)).join('');
}

/** Fails with the broken limit's name. The figures are the platform's, written out again on purpose. */
export function expectInsideLimits({ text, blocks }: SlackMessage): void {
  expect(text.length, 'fallback text').toBeGreaterThan(0);
  expect(text.length, 'fallback text').toBeLessThanOrEqual(4_000);
  expect(blocks.length, 'blocks').toBeGreaterThan(0);
  expect(blocks.length, 'blocks').toBeLessThanOrEqual(50);
  expect(textsIn(blocks).join('').length, 'text of all blocks').toBeLessThanOrEqual(8_000);
  for (const block of blocks) expectBlockInsideLimits(block);
}

function expectBlockInsideLimits(block: types.KnownBlock): void {
  expect(textsIn(block).join('').length, `${block.type} text`).toBeLessThanOrEqual(3_000);
  for (const leaf of elementsOf('text', block)) expect(leaf.text, 'text element').not.toBe('');
  for (const leaf of elementsOf('link', block)) expect(leaf.url).toMatch(/^https?:\/\/[^|<>\s]{1,2990}$/);
  for (const kind of ['user', 'usergroup', 'broadcast', 'channel']) {
    expect(elementsOf(kind, block), `${kind} element`).toEqual([]);
  }
  for (const part of ['rich_text_section', 'rich_text_quote']) {
    for (const element of elementsOf(part, block)) expect(element.elements, part).not.toEqual([]);
  }
}
