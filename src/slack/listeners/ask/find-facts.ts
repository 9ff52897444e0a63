import { readMessage } from '../../reading/read-message.ts';
import { type MessageShortcut, readMessageShortcut } from '../../reading/shortcut-payloads.ts';
import { converse } from '../../replying/converse.ts';
import type { Send } from '../../sending/send.ts';
import { firstThatWorks, postEphemeralIn, postIn, respondWith } from '../../sending/senders.ts';
import { lateNotice } from '../../sending/tell-when-late.ts';
import { canShareIn, type Services } from '../../services/services.ts';
import type { Listener, ShortcutArgs } from '../listener.ts';

/** The message shortcut as the manifest names it. */
export const FIND_FACTS = 'find_facts';

/** "Find facts" on somebody's message: takes it as a question, and answers whoever wanted to know, alone. */
export function findFacts(services: Services): Listener {
  return {
    kind: 'shortcut',
    name: FIND_FACTS,
    async listen(args: ShortcutArgs) {
      const shortcut = readMessageShortcut(args.body);
      if (shortcut === null) return;
      const { user, team, channel, threadTs, responseUrl, eventKey } = shortcut;
      const send = privately(shortcut, args, services);
      await converse(services, readMessage(shortcut.content, services.botName), {
        origin: {
          surface: 'message-shortcut',
          askedBy: user,
          isPrivate: true,
          replyAddress: responseUrl,
          thread: threadTs,
          eventKey,
          team,
          channel,
        },
        reply: send,
        replyPrivately: send,
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
  const nearby = postEphemeralIn(client, { channel, user, threadTs: threadTs ?? undefined }, wait);
  const ways = threadTs === null ? [...byAddress, nearby] : [nearby, ...byAddress];
  return firstThatWorks(...ways, postIn(client, { channel: user }, wait));
}
