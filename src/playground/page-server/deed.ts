import { z } from 'zod';
import type { Person } from '../person/person.ts';
import { runBuiltIn } from './built-in-command.ts';

const filled = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const messageName = z.object({ channel: z.string(), ts: z.string() });

const deed = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('write'),
    channel: z.string(),
    text: z.string().trim().min(1),
    thread: z.string().optional(),
  }),
  z.object({
    kind: z.literal('press'),
    place: z.union([z.literal('modal'), z.literal('home'), messageName]),
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
export type Deed = z.input<typeof deed>;

/** Reads what the page sent. @throws ZodError when it is nothing a person can do */
export function readDeed(value: unknown): z.infer<typeof deed> {
  return deed.parse(value);
}

/** Does what a person did on the page; resolves when the app acknowledged it or failed to. */
export async function carryOut(done: z.infer<typeof deed>, person: Person): Promise<void> {
  switch (done.kind) {
    case 'write':
      return write(done, person);
    case 'press': {
      const place = typeof done.place === 'string' ? done.place : person.message(done.place);
      const { blockId, filled, value } = done;
      await person.press(place, done.actionId, { blockId, filled, ...(value !== undefined && { value }) });
      return;
    }
    case 'submit':
      await person.submit(done.filled);
      return;
    case 'close-modal':
      // It may have closed by itself while the person reached for the key.
      if (person.modal() !== undefined) await person.closeModal();
      return;
    case 'open':
      if (done.tab === 'home') person.openHome();
      else person.openMessages();
      return;
    case 'shortcut':
      await person.callShortcut(done.callbackId, done.on && person.message(done.on));
      return;
    default:
      done satisfies never;
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
