import type { Block } from '../blocks/block.ts';
import { checkBlocks } from '../blocks/check-blocks.ts';
import type { Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a call says: text, blocks, or both; or one piece of Markdown in place of them. */
export interface GivenContent {
  readonly text?: string | undefined;
  readonly blocks?: Json | undefined;
  readonly markdown_text?: string | undefined;
}

/** Text and blocks of a message, checked. */
export interface CheckedContent {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Checks what a message is to say. @throws Refusal in Slack's words */
export function checkContent(workspace: Workspace, given: GivenContent): CheckedContent {
  const { text = '', blocks, markdown_text } = given;
  const { message: limits } = LIMITS;
  if (markdown_text !== undefined) {
    if (text !== '' || blocks !== undefined) throw new Refusal('markdown_text_conflict');
    if (markdown_text.length > limits.markdownText) throw new Refusal('msg_too_long');
    const block_id = workspace.identifiers.next('b');
    return { text: markdown_text, blocks: [{ type: 'markdown', text: markdown_text, block_id }] };
  }
  const checked =
    blocks === undefined ? [] : checkBlocks(blocks, 'message', () => workspace.identifiers.next('b'));
  if (text === '' && checked.length === 0) throw new Refusal('no_text');
  const most = checked.length > 0 ? limits.textBesideBlocks : limits.textAlone;
  if (text.length > most) throw new Refusal('msg_too_long');
  return { text, blocks: checked };
}

/** Checks what a message is changed to: text alone has a limit in bytes. @throws Refusal */
export function checkUpdatedContent(workspace: Workspace, given: GivenContent): CheckedContent {
  const content = checkContent(workspace, given);
  const isTooLong = Buffer.byteLength(content.text) > LIMITS.message.updatedTextBytes;
  if (content.blocks.length === 0 && isTooLong) throw new Refusal('msg_too_long');
  return content;
}
