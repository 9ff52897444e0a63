import { renderNotice } from '../../blocks/notice.ts';
import { readTyped } from '../../reading/message-content.ts';
import { readCommand } from '../../reading/payloads.ts';
import { readMessage } from '../../reading/read-message.ts';
import { converse } from '../../replying/converse.ts';
import type { Send } from '../../sending/send.ts';
import { firstThatWorks, postEphemeralIn, postIn, respondWith } from '../../sending/senders.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import { lateNotice } from '../../sending/tell-when-late.ts';
import { canShareIn, type Services } from '../../services/services.ts';
import { openSourceNotes } from '../../source-notes/fill-window.ts';
import type { CommandArgs, Listener } from '../listener.ts';

/** The slash command as the manifest names it. */
export const COMMAND = '/fact';

/** The word that asks for what one got, in place of a question. */
const SOURCES = 'sources';
const NOT_OPENED = 'The window of your source notes did not open. Try again.';

/** `/fact QUESTION`: a reply that only the asker sees. `/fact sources`: what they got, to be kept as source notes. */
export function factCommand(services: Services): Listener {
  return {
    kind: 'command',
    name: COMMAND,
    async listen({ receipt, body, client, respond }: CommandArgs) {
      const command = readCommand(body);
      if (command === null) return;
      const { channel, user, team, triggerId } = command;
      const send = privately({ respond, client, channel, user }, services);
      if (command.text.trim().toLowerCase() === SOURCES && user !== null && triggerId !== null) {
        await receipt.confirm();
        await listSources({ user, triggerId }, services, { client, send });
        return;
      }
      await converse(services, readMessage(readTyped(command.text), services.botName), {
        origin: {
          eventKey: triggerId ?? `${user} ${command.text} ${services.now().toISOString()}`,
          askedBy: user ?? 'unknown',
          surface: 'command',
          isPrivate: true,
          replyAddress: command.responseUrl,
          team,
          channel,
          thread: null,
        },
        reply: send,
        replyPrivately: send,
        receipt,
        options: { withQuestion: true, canShare: canShareIn(services, channel) },
        lateWord: lateNotice(send),
      });
    },
  };
}

async function listSources(
  asked: { readonly user: string; readonly triggerId: string },
  services: Services,
  { client, send }: Pick<CommandArgs, 'client'> & { readonly send: Send },
): Promise<void> {
  try {
    await openSourceNotes(asked, services, client);
  } catch (error) {
    services.logger.warn(
      { user: asked.user, ...errorFields(error) },
      'the window of source notes did not open',
    );
    await send(renderNotice(NOT_OPENED));
  }
}

interface ReplyTargets extends Pick<CommandArgs, 'respond' | 'client'> {
  readonly channel: string | null;
  readonly user: string | null;
}

/** Through the reply address; when it is used up or lapsed, in the channel; where the bot is no member, directly. */
function privately({ respond, client, channel, user }: ReplyTargets, { wait }: Services): Send {
  const ways = [
    ...(channel === null || user === null ? [] : [postEphemeralIn(client, { channel, user }, wait)]),
    ...(user === null ? [] : [postIn(client, { channel: user }, wait)]),
  ];
  return firstThatWorks(respondWith(respond, wait), ...ways);
}
