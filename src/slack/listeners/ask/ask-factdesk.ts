import type { types } from '@slack/bolt';
import { renderNotice } from '../../blocks/notice.ts';
import { questionBox, renderQuestionBox, renderReplyModal } from '../../blocks/question-box-modal.ts';
import { readTyped } from '../../reading/message-content.ts';
import { originInApp } from '../../reading/question-origin.ts';
import { readMessage } from '../../reading/read-message.ts';
import { readGlobalShortcut } from '../../reading/shortcut-payloads.ts';
import { readSubmission } from '../../reading/view-submission.ts';
import { converse } from '../../replying/converse.ts';
import { patiently } from '../../sending/patiently.ts';
import type { Send } from '../../sending/send.ts';
import { postIn } from '../../sending/senders.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import { lateNotice } from '../../sending/tell-when-late.ts';
import type { Services } from '../../services/services.ts';
import type { Listener, ShortcutArgs, ViewArgs } from '../listener.ts';

/** The global shortcut as the manifest names it. */
export const ASK_FACTDESK = 'ask_factdesk';

const SEARCHING = 'Searching the files…';
const NOT_OPENED = 'The question box did not open. Try the shortcut again, or write your question here.';

/** "Ask factdesk" from anywhere: a modal with a question box. */
export function askShortcut({ wait, logger }: Services): Listener {
  return {
    kind: 'shortcut',
    name: ASK_FACTDESK,
    async listen({ body, client }: ShortcutArgs) {
      const shortcut = readGlobalShortcut(body);
      if (shortcut === null) return;
      const { user, triggerId } = shortcut;
      try {
        const view = renderQuestionBox();
        await patiently(() => client.views.open({ trigger_id: triggerId, view }), wait);
      } catch (error) {
        logger.warn({ user, shortcut: ASK_FACTDESK, ...errorFields(error) }, 'the question box did not open');
        await postIn(client, { channel: user }, wait)(renderNotice(NOT_OPENED));
      }
    },
  };
}

/** The question box, submitted: the reply appears in the same modal. */
export function questionSubmitted(services: Services): Listener {
  return {
    kind: 'view',
    name: questionBox.modal,
    async listen({ ack, receipt, body, client }: ViewArgs) {
      const submission = readSubmission(body);
      if (submission === null) return;
      const send = intoModal(client, submission.viewId, services);
      await converse(
        services,
        readMessage(readTyped(submission.values.get(questionBox.question) ?? ''), services.botName),
        {
          origin: originInApp('question-box', `window ${submission.viewId}`, submission.user),
          reply: send,
          replyPrivately: send,
          receipt: {
            confirm: () =>
              ack({ response_action: 'update', view: renderReplyModal(renderNotice(SEARCHING).blocks) }),
            withhold: () => receipt.withhold(),
          },
          options: { withQuestion: true },
          lateWord: lateNotice(postIn(client, { channel: submission.user }, services.wait)),
        },
      );
    },
  };
}

/** Shows messages one under the other in a modal. */
function intoModal(client: ViewArgs['client'], viewId: string, { wait }: Services): Send {
  let shown: readonly types.KnownBlock[] = [];
  return async ({ blocks }) => {
    shown = [...shown, ...blocks];
    const view = renderReplyModal(shown);
    await patiently(() => client.views.update({ view_id: viewId, view }), wait, { isRepeatable: true });
    return { channel: null, ts: null };
  };
}
