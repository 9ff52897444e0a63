import { readCommand } from '../reading/payloads.ts';
import { readMessage } from '../reading/read-message.ts';
import { converse } from '../replying/conversation.ts';
import { firstThatWorks, postIn, respondWith, type Send, whisperIn } from '../sending/sending.ts';
import { lateNotice } from '../sending/tell-when-late.ts';
import { canShareIn, type Services } from '../services.ts';
import type { CommandArgs, Surface } from './surface.ts';

/** The slash command as the manifest names it. */
export const COMMAND = '/fact';

/** `/fact QUESTION`: a reply that only the asker sees. */
export function slashCommand(services: Services): Surface {
  return {
    kind: 'command',
    name: COMMAND,
    async listen({ receipt, body, client, respond }: CommandArgs) {
      const command = readCommand(body);
      if (command === null) return;
      const { channel, user, team } = command;
      const send = privately({ respond, client, channel, user }, services);
      await converse(services, readMessage(command.text), {
        origin: {
          deliveryKey: command.triggerId ?? `${user} ${command.text} ${services.now().toISOString()}`,
          askedBy: user ?? 'unknown',
          surface: 'command',
          isPrivate: true,
          replyAddress: command.responseUrl,
          team,
          channel,
          thread: null,
        },
        reply: send,
        whisper: send,
        receipt,
        options: { withQuestion: true, canShare: canShareIn(services, channel) },
        lateWord: lateNotice(send),
      });
    },
  };
}

interface WaysBack extends Pick<CommandArgs, 'respond' | 'client'> {
  readonly channel: string | null;
  readonly user: string | null;
}

/** Through the reply address; when it is used up or lapsed, in the channel; where the bot is no member, directly. */
function privately({ respond, client, channel, user }: WaysBack, { wait }: Services): Send {
  const ways = [
    ...(channel === null || user === null ? [] : [whisperIn(client, { channel, user }, wait)]),
    ...(user === null ? [] : [postIn(client, { channel: user }, wait)]),
  ];
  return firstThatWorks(respondWith(respond, wait), ...ways);
}
