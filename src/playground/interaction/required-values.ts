import type { BlockOf } from '../blocks/block.ts';
import type { Filled } from './element-value.ts';
import { elementState } from './element-value.ts';
import type { View } from './view.ts';

const EMAIL = /^[^\s@]+@[^\s@][^\s@.]*\.[^\s@]+$/;

/**
 * What Slack itself finds wrong with the values of a modal, by block id: it tells the person and sends the
 * app nothing.
 */
export function missingValues(view: View, filled: Filled): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of view.blocks) {
    if (block.type !== 'input') continue;
    const id = block.block_id ?? '';
    const problem = problemOf(block, filled[id] ?? filled[block.element.action_id ?? '']);
    if (problem !== undefined) errors[id] = problem;
  }
  return errors;
}

function problemOf(
  { element, optional }: BlockOf<'input'>,
  given: Filled[string] | undefined,
): string | undefined {
  const { type: _, ...state } = elementState(element, given) ?? {};
  const [value] = Object.values(state);
  const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  if (isEmpty) {
    return optional === true || element.type === 'file_input'
      ? undefined
      : 'Please complete this required field.';
  }
  return typeof value === 'string' ? problemOfText(element, value) : undefined;
}

function problemOfText(element: BlockOf<'input'>['element'], text: string): string | undefined {
  switch (element.type) {
    case 'plain_text_input': {
      const { min_length = 0, max_length = Number.POSITIVE_INFINITY } = element;
      if (text.length < min_length) return `Please enter at least ${min_length} characters.`;
      return text.length > max_length ? `Please enter at most ${max_length} characters.` : undefined;
    }
    case 'email_text_input':
      return EMAIL.test(text) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(text) ? undefined : 'Please enter a valid URL.';
    case 'number_input':
      return Number.isFinite(Number(text)) ? undefined : 'Please enter a number.';
    default:
      return undefined;
  }
}
