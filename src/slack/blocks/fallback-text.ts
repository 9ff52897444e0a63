import type { types } from '@slack/bolt';
import { escapeMrkdwn } from './inline-text.ts';
import type { Leaf } from './rich-text-elements.ts';

/**
 * The mrkdwn that says what the block says, for screen readers, notifications and search.
 * Made from the block itself, so that the two can never differ. Blocks without words of their own give ''.
 */
export function fallbackText(block: types.KnownBlock): string {
  switch (block.type) {
    case 'rich_text':
      return block.elements.map(paragraph).join('\n');
    case 'header':
      return escapeMrkdwn(block.text.text);
    case 'section':
      return block.text === undefined ? '' : literalText(block.text);
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? [literalText(element)] : [])).join(' ');
    default:
      return '';
  }
}

/** How many characters of text the block shows. */
export function shownLength(block: types.KnownBlock): number {
  return block.type === 'rich_text'
    ? block.elements.flatMap(leaves).reduce((sum, leaf) => sum + leafText(leaf).length, 0)
    : fallbackText(block).length;
}

function literalText(text: types.TextObject): string {
  return text.type === 'mrkdwn' ? text.text : escapeMrkdwn(text.text);
}

function paragraph(element: types.RichTextBlockElement): string {
  if (element.type === 'rich_text_list') {
    return element.elements.map((item) => `• ${item.elements.map(leafMrkdwn).join('')}`).join('\n');
  }
  return element.elements.map(leafMrkdwn).join('');
}

function leaves(element: types.RichTextBlockElement): readonly Leaf[] {
  return element.type === 'rich_text_list'
    ? element.elements.flatMap((item) => item.elements)
    : element.elements;
}

function leafText(leaf: Leaf): string {
  return leaf.type === 'text' || leaf.type === 'link' ? (leaf.text ?? '') : '';
}

function leafMrkdwn(leaf: Leaf): string {
  if (leaf.type === 'text') return escapeMrkdwn(leaf.text);
  if (leaf.type === 'user') return `<@${leaf.user_id}>`;
  if (leaf.type === 'channel') return `<#${leaf.channel_id}>`;
  if (leaf.type !== 'link') return '';
  // A bar or a line break would end the label early.
  const label = escapeMrkdwn((leaf.text ?? leaf.url).replace(/[|\n\r]+/g, ' '));
  return `<${escapeMrkdwn(leaf.url)}|${label}>`;
}
