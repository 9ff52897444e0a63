import type { RespondFn, webApi } from '@slack/bolt';
import { renderReplyModal } from '../blocks/question-box-modal.ts';
import { type ButtonAction, readBlockAction } from '../reading/read-block-action.ts';
import { patiently } from '../sending/patiently.ts';
import type { Send } from '../sending/send.ts';
import {
  firstThatWorks,
  postEphemeralIn,
  postIn,
  replaceWith,
  respondWith,
  updateIn,
} from '../sending/senders.ts';
import type { Services } from '../services/services.ts';

/** How to reach people from where a button stands. */
export interface ReplyTargets {
  /** To the person who pressed, alone. */
  readonly tell: Send;
  /** To everybody where the button stands. */
  readonly post: Send;
  /** In place of the message, or of the modal's words, in which the button stands. */
  readonly replace: Send;
}

/** A block action as Bolt brings it. */
interface IncomingAction {
  readonly body: unknown;
  readonly client: webApi.WebClient;
  /** Types promise it, but a block action in a modal or on the Home tab has none. */
  readonly respond?: RespondFn | undefined;
}

/** How people are reached from a block action. Null when the payload makes no sense. */
export function replyTargets(
  { body, client, respond }: IncomingAction,
  { wait }: Pick<Services, 'wait'>,
): ReplyTargets | null {
  const action = readBlockAction(body);
  if (action === null) return null;
  const { user, channel, threadTs } = action;
  const destination = channel === null ? null : { channel, threadTs: threadTs ?? undefined };
  const directly = postIn(client, { channel: user }, wait);
  const nearby = destination === null ? [] : [postEphemeralIn(client, { ...destination, user }, wait)];
  const byAddress = respond === undefined ? [] : [respondWith(respond, wait)];
  // The address leads into the channel, where nobody looks who pressed in a thread.
  const tells = threadTs === null ? [...byAddress, ...nearby] : [...nearby, ...byAddress];
  const posts = [
    ...(destination === null ? [] : [postIn(client, destination, wait)]),
    ...(respond === undefined ? [] : [respondWith(respond, wait, 'in_channel')]),
  ];
  return {
    tell: firstThatWorks(...tells, directly),
    post: firstThatWorks(...posts, directly),
    replace: firstThatWorks(...waysToReplace(action, { client, respond, wait })),
  };
}

/** A private message can be changed through its address alone; one that was deleted must not be posted anew by it. */
function waysToReplace(
  { isInModal, viewId, isEphemeral, channel, messageTs }: ButtonAction,
  { client, respond, wait }: Pick<IncomingAction, 'client' | 'respond'> & Pick<Services, 'wait'>,
): readonly Send[] {
  if (isInModal && viewId !== null) {
    return [
      async ({ blocks }) => {
        const view = renderReplyModal(blocks);
        await patiently(() => client.views.update({ view_id: viewId, view }), wait, { isRepeatable: true });
        return { channel: null, ts: null };
      },
    ];
  }
  if (!isEphemeral && channel !== null && messageTs !== null)
    return [updateIn(client, { channel, ts: messageTs }, wait)];
  return isEphemeral && respond !== undefined ? [replaceWith(respond, wait)] : [];
}
