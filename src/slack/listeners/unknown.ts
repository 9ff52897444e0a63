import type { App, types } from '@slack/bolt';
import { z } from 'zod';
import { renderNotice } from '../blocks/notice.ts';
import { firstThatWorks, postIn, respondWith } from '../sending/senders.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import type { ActionArgs, Listener, ShortcutArgs } from './listener.ts';

const UNKNOWN_COMMAND = 'This command is not known here. Try /fact help.';
const OUTDATED = 'This no longer works: it belongs to another version of the app. Ask again with /fact.';

/**
 * Takes what no listener takes. In Socket Mode an interaction that nobody acknowledges shows the person an error
 * without words; here it gets a sentence.
 */
export function listenToUnknown(app: App, listeners: readonly Listener[], services: Services): void {
  const known = (kind: Listener['kind'], name: string) =>
    listeners.some((listener) => listener.kind === kind && listener.name === name);

  app.command(/.*/s, async ({ command, ack }) => {
    if (!known('command', command.command)) await ack({ response_type: 'ephemeral', text: UNKNOWN_COMMAND });
  });
  app.action({ type: 'block_actions', action_id: /.*/s }, async (args) => {
    if (known('action', args.action.action_id)) return;
    await args.ack();
    await tell(args, services);
  });
  app.shortcut(/.*/s, async (args) => {
    if (known('shortcut', args.shortcut.callback_id)) return;
    await args.ack();
    await tell(args, services);
  });
  app.view({ callback_id: /.*/s, type: 'view_submission' }, async ({ view, ack }) => {
    if (!known('view', view.callback_id)) await ack({ response_action: 'update', view: outdatedModal() });
  });
  app.view({ callback_id: /.*/s, type: 'view_closed' }, async ({ view, ack }) => {
    if (!known('view', view.callback_id)) await ack();
  });
  app.options({ type: 'block_suggestion', action_id: /.*/s }, async ({ ack }) => {
    await ack({ options: [] });
  });
}

const person = z.object({ user: z.object({ id: z.string() }) });

async function tell(
  args: Omit<ActionArgs | ShortcutArgs, 'receipt'>,
  { wait, logger }: Services,
): Promise<void> {
  const asker = person.safeParse(args.body).data?.user.id;
  // Types promise `respond` where payloads of views and global shortcuts have none.
  const respond =
    'respond' in args && typeof args.respond === 'function' ? [respondWith(args.respond, wait)] : [];
  const directly = asker === undefined ? [] : [postIn(args.client, { channel: asker }, wait)];
  try {
    await firstThatWorks(...respond, ...directly)(renderNotice(OUTDATED));
  } catch (error) {
    logger.warn(errorFields(error), 'nobody could be told of an unknown interaction');
  }
}

function outdatedModal(): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'No longer in use' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [{ type: 'section', text: { type: 'plain_text', text: OUTDATED } }],
  };
}
