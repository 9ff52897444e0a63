import { z } from 'zod';
import type { Person } from '../person/person.ts';
import { runBuiltIn } from './built-in-command.ts';

const filled = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const messageName = z.object({ channel: z.string(), ts: z.string() });

const userAction = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('write'),
    channel: z.string(),
    text: z.string().trim().min(1),
    thread: z.string().optional(),
  }),
  z.object({
    kind: z.literal('press'),
    container: z.union([z.literal('modal'), z.literal('home'), messageName]),
    actionId: z.string(),
    blockId: z.string(),
    value: z.union([z.string(), z.array(z.string())]).optional(),
    filled,
  }),
  z.object({ kind: z.literal('submit'), filled }),
  z.object({ kind: z.literal('close-modal') }),
  z.object({ kind: z.literal('open'), tab: z.enum(['home', 'messages']) }),
  z.object({ kind: z.literal('shortcut'), callbackId: z.string(), on: messageName.optional() }),
]);

/** Something a person does on the page. */
export type UserAction = z.input<typeof userAction>;

/** Parses what the page sent. @throws ZodError when it is not a user action */
export function parseUserAction(value: unknown): z.infer<typeof userAction> {
  return userAction.parse(value);
}

/** Performs a person's action in the workspace; resolves when the app acknowledged it or failed to. */
export async function performUserAction(action: z.infer<typeof userAction>, person: Person): Promise<void> {
  switch (action.kind) {
    case 'write':
      return write(action, person);
    case 'press': {
      const container =
        typeof action.container === 'string' ? action.container : person.message(action.container);
      const { blockId, filled, value } = action;
      await person.press(container, action.actionId, {
        blockId,
        filled,
        ...(value !== undefined && { value }),
      });
      return;
    }
    case 'submit':
      await person.submit(action.filled);
      return;
    case 'close-modal':
      // It may have closed by itself while the person reached for the key.
      if (person.modal() !== undefined) await person.closeModal();
      return;
    case 'open':
      if (action.tab === 'home') person.openHome();
      else person.openMessages();
      return;
    case 'shortcut':
      await person.callShortcut(action.callbackId, action.on && person.message(action.on));
      return;
    default:
      action satisfies never;
  }
}

/** Text that begins with a slash is a command, as in Slack; anything else is a message. */
async function write(
  { channel, text, thread }: { channel: string; text: string; thread?: string | undefined },
  person: Person,
): Promise<void> {
  const [command] = /^\/\S+/.exec(text) ?? [];
  if (command === undefined) person.say(channel, text, { thread });
  else if (!runBuiltIn(command, channel, person))
    await person.command(channel, command, text.slice(command.length).trimStart(), { thread });
}
