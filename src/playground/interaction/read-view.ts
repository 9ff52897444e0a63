import { z } from 'zod';
import { checkBlocks } from '../blocks/check-blocks.ts';
import { problemAt, schemaMessages } from '../blocks/schema-messages.ts';
import { plainText } from '../blocks/text-object.ts';
import type { Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ViewContent } from './view.ts';

const { view: limits } = LIMITS;

const shared = {
  blocks: z.array(z.json()),
  callback_id: z.string().max(limits.callbackId).optional(),
  external_id: z.string().max(limits.externalId).optional(),
  private_metadata: z.string().max(limits.privateMetadata).optional(),
};

const schemas = {
  modal: z.strictObject({
    type: z.literal('modal'),
    ...shared,
    title: plainText(limits.title),
    submit: plainText(limits.title).optional(),
    close: plainText(limits.title).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  }),
  home: z.strictObject({ type: z.literal('home'), ...shared, title: plainText(limits.title).optional() }),
};

/**
 * Reads and checks a view the app sent.
 * @throws Refusal `view_too_large`, or `invalid_arguments` with all problems as JSON pointers.
 */
export function readView(value: Json, kind: 'modal' | 'home', workspace: Workspace): ViewContent {
  if (Buffer.byteLength(JSON.stringify(value)) > limits.bytes) throw new Refusal('view_too_large');
  const parsed = schemas[kind].safeParse(value);
  if (!parsed.success) {
    throw new Refusal('invalid_arguments', { messages: schemaMessages(parsed.error, ['view']) });
  }
  const view = parsed.data;
  const blocks = checkBlocks(view.blocks, kind, () => workspace.identifiers.next('b'));
  const isModal = view.type === 'modal';
  if (isModal && view.submit === undefined && blocks.some(({ type }) => type === 'input')) {
    const messages = [problemAt(['view', 'submit'], 'missing required field: submit')];
    throw new Refusal('invalid_arguments', { messages });
  }
  return {
    kind,
    blocks,
    title: view.title?.text ?? '',
    ...(isModal && view.submit && { submit: view.submit.text }),
    ...(isModal && view.close && { close: view.close.text }),
    callbackId: view.callback_id ?? '',
    externalId: view.external_id ?? '',
    privateMetadata: view.private_metadata ?? '',
    notifyOnClose: isModal && view.notify_on_close === true,
    clearOnClose: isModal && view.clear_on_close === true,
  };
}
