import { readMessage } from '../reading/read-message.ts';
import { type MessageShortcut, readMessageShortcut } from '../reading/shortcut-payloads.ts';
import { converse } from '../replying/conversation.ts';
import { firstThatWorks, postIn, respondWith, type Send, whisperIn } from '../sending/sending.ts';
import { lateNotice } from '../sending/tell-when-late.ts';
import { canShareIn, type Services } from '../services.ts';
import type { ShortcutArgs, Surface } from './surface.ts';

/** The message shortcut as the manifest names it. */
export const FIND_FACTS = 'find_facts';

/** "Find facts" on somebody's message: takes it as a question, and answers whoever wanted to know, alone. */
export function findFacts(services: Services): Surface {
  return {
    kind: 'shortcut',
    name: FIND_FACTS,
    async listen(args: ShortcutArgs) {
      const shortcut = readMessageShortcut(args.body);
      if (shortcut === null) return;
      const { user, team, channel, threadTs, responseUrl, deliveryKey } = shortcut;
      const send = privately(shortcut, args, services);
      await converse(services, readMessage(shortcut.text), {
        origin: {
          surface: 'message-shortcut',
          askedBy: user,
          isPrivate: true,
          replyAddress: responseUrl,
          thread: threadTs,
          deliveryKey,
          team,
          channel,
        },
        reply: send,
        whisper: send,
        receipt: args.receipt,
        options: { withQuestion: true, canShare: canShareIn(services, channel) },
        lateWord: lateNotice(send),
      });
    },
  };
}

/** A reply address knows no threads, so in a thread it is only the second way. */
function privately(
  { channel, threadTs, user }: MessageShortcut,
  args: ShortcutArgs,
  { wait }: Services,
): Send {
  const { client } = args;
  const byAddress = 'respond' in args ? [respondWith(args.respond, wait)] : [];
  const nearby = whisperIn(client, { channel, user, threadTs: threadTs ?? undefined }, wait);
  const ways = threadTs === null ? [...byAddress, nearby] : [nearby, ...byAddress];
  return firstThatWorks(...ways, postIn(client, { channel: user }, wait));
}
