import { z } from 'zod';
import type { Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { type Block, block } from './block.ts';
import { countBlockText, countTextOf } from './block-text.ts';
import { interactiveElements } from './interactive.ts';
import { problemAt, schemaMessages } from './schema-messages.ts';

/** Where blocks are to be shown; not every block may stand everywhere. */
export type Surface = 'message' | 'modal' | 'home';

const ONLY_IN_MESSAGES: ReadonlySet<Block['type']> = new Set([
  'context_actions',
  'markdown',
  'plan',
  'task_card',
]);
const NOT_IN_MODALS: ReadonlySet<Block['type']> = new Set(['table', 'data_table', 'carousel']);

/**
 * Checks blocks as Slack does and gives them back with every missing `block_id` filled in by `newId`.
 * @throws Refusal `invalid_blocks` with all problems as JSON pointers, or `msg_blocks_too_long`.
 */
export function checkBlocks(value: Json, surface: Surface, newId: () => string): readonly Block[] {
  const most = surface === 'message' ? LIMITS.message.blocks : LIMITS.view.blocks;
  const root = surface === 'message' ? ['blocks'] : ['view', 'blocks'];
  const parsed = z.array(block).max(most).safeParse(value);
  if (!parsed.success) throw invalid(surface, schemaMessages(parsed.error, root));
  const blocks = parsed.data;
  const problems = [
    ...misplacedBlocks(blocks, surface, root),
    ...emptySections(blocks, root),
    ...repeatedBlockIds(blocks, root),
    ...repeatedActionIds(blocks, root),
    ...tableProblems(blocks, root),
  ];
  if (problems.length > 0) throw invalid(surface, problems);
  if (surface === 'message' && countBlockText(blocks) > LIMITS.message.blockText) {
    throw new Refusal('msg_blocks_too_long');
  }
  return blocks.map((one) => ({ ...one, block_id: one.block_id ?? newId() }));
}

function invalid(surface: Surface, messages: readonly string[]): Refusal {
  return new Refusal(surface === 'message' ? 'invalid_blocks' : 'invalid_arguments', { messages });
}

function misplacedBlocks(blocks: readonly Block[], surface: Surface, root: readonly PropertyKey[]): string[] {
  return blocks.flatMap(({ type }, index) => {
    const isMisplaced =
      surface === 'message'
        ? type === 'alert'
        : ONLY_IN_MESSAGES.has(type) || (surface === 'modal' ? NOT_IN_MODALS.has(type) : type === 'alert');
    return isMisplaced ? [problemAt([...root, index, 'type'], `unsupported type: ${type}`)] : [];
  });
}

function emptySections(blocks: readonly Block[], root: readonly PropertyKey[]): string[] {
  return blocks.flatMap((one, index) =>
    one.type === 'section' && one.text === undefined && one.fields === undefined
      ? [problemAt([...root, index], 'missing required field: text')]
      : [],
  );
}

function repeatedBlockIds(blocks: readonly Block[], root: readonly PropertyKey[]): string[] {
  const seen = new Set<string>();
  return blocks.flatMap(({ block_id }, index) => {
    if (block_id === undefined) return [];
    if (seen.has(block_id))
      return [problemAt([...root, index, 'block_id'], `block_id already exists: ${block_id}`)];
    seen.add(block_id);
    return [];
  });
}

/** An action id counts once in a block: each block is looked at by itself. */
function repeatedActionIds(blocks: readonly Block[], root: readonly PropertyKey[]): string[] {
  return blocks.flatMap((one, index) => {
    const seen = new Set<string>();
    return interactiveElements([one]).flatMap(({ element, path }) => {
      const id = element.action_id;
      if (id === undefined) return [];
      if (seen.has(id)) {
        const at = [...root, index, ...path.slice(1), 'action_id'];
        return [problemAt(at, `action_id already exists: ${id}`)];
      }
      seen.add(id);
      return [];
    });
  });
}

function tableProblems(blocks: readonly Block[], root: readonly PropertyKey[]): string[] {
  const tables = blocks.filter(({ type }) => type === 'table' || type === 'data_table');
  if (tables.length > 1) return [problemAt(root, 'only_one_table_allowed')];
  if (countTextOf(blocks, 'table') > LIMITS.message.tableText) return [problemAt(root, 'table is too long')];
  if (countTextOf(blocks, 'markdown') > LIMITS.message.markdownText)
    return [problemAt(root, 'markdown is too long')];
  return [];
}
