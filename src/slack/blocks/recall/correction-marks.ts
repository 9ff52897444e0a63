import type { types } from '@slack/bolt';

/** What a correction is known by: what it corrects, so that two copies of the bot make the same of it. */
export function correctionMark(recall: number, heldHash: string): string {
  return `recall ${recall} ${heldHash}`;
}

const WORDS_MARK = /^recall \d{1,9} [^ ]{1,200} (\d{1,2})$/;
const OLD_WORDS = 'recall old words';

/** The corrected words, with how many notes of what was wrong with them stand above. */
export function markWords(block: types.RichTextBlock, mark: string, notes: number): types.RichTextBlock {
  return { ...block, block_id: `${mark} ${notes}` };
}

/** How many notes stand above words that were corrected before; 0 above others. */
export function notesAbove({ block_id = '' }: types.KnownBlock): number {
  return Number(WORDS_MARK.exec(block_id)?.[1] ?? 0);
}

/** Whether a message was corrected under this mark. */
export function isCorrected(blocks: readonly types.KnownBlock[], mark: string): boolean {
  return blocks.some(({ block_id = '' }) => block_id === mark || block_id.startsWith(`${mark} `));
}

/** Blocks with what somebody once got: they tell of the past, and are corrected by nothing. */
export function markOldWords(blocks: readonly types.RichTextBlock[]): readonly types.RichTextBlock[] {
  return blocks.map((block, at) => ({ ...block, block_id: `${OLD_WORDS} ${at}` }));
}

/** Whether a block tells what somebody once got. */
export function isOldWords({ block_id = '' }: types.KnownBlock): boolean {
  return block_id.startsWith(OLD_WORDS);
}

/** Whether a correction has left nothing in the place of words, and said so. */
export function isEmptied(blocks: readonly types.KnownBlock[], heldHash: string): boolean {
  return blocks.some(({ type, block_id = '' }) => type === 'divider' && block_id.endsWith(` ${heldHash}`));
}
