import type { types } from '@slack/bolt';
import { renderNotice } from '../blocks/notice.ts';
import { questionBox, renderQuestionBox, renderReplyWindow } from '../blocks/question-box.ts';
import { originInApp } from '../reading/post-origin.ts';
import { readMessage } from '../reading/read-message.ts';
import { readGlobalShortcut } from '../reading/shortcut-payloads.ts';
import { readSubmission } from '../reading/view-submission.ts';
import { converse } from '../replying/conversation.ts';
import { patiently } from '../sending/patience.ts';
import { postIn, type Send } from '../sending/sending.ts';
import { errorFields } from '../sending/slack-failure.ts';
import { lateNotice } from '../sending/tell-when-late.ts';
import type { Services } from '../services.ts';
import type { ShortcutArgs, Surface, ViewArgs } from './surface.ts';

/** The global shortcut as the manifest names it. */
export const ASK_FACTDESK = 'ask_factdesk';

const SEARCHING = 'Searching the files…';
const NOT_OPENED = 'The question box did not open. Try the shortcut again, or write your question here.';

/** "Ask factdesk" from anywhere: a window with a question box. */
export function askShortcut({ wait, logger }: Services): Surface {
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

/** The question box, submitted: the reply appears in the same window. */
export function questionWindow(services: Services): Surface {
  return {
    kind: 'view',
    name: questionBox.window,
    async listen({ ack, receipt, body, client }: ViewArgs) {
      const submission = readSubmission(body);
      if (submission === null) return;
      const send = intoWindow(client, submission.viewId, services);
      await converse(services, readMessage(submission.values.get(questionBox.question) ?? ''), {
        origin: originInApp('question-box', `window ${submission.viewId}`, submission.user),
        reply: send,
        whisper: send,
        receipt: {
          confirm: () =>
            ack({ response_action: 'update', view: renderReplyWindow(renderNotice(SEARCHING).blocks) }),
          withhold: () => receipt.withhold(),
        },
        options: { withQuestion: true },
        lateWord: lateNotice(postIn(client, { channel: submission.user }, services.wait)),
      });
    },
  };
}

/** Shows messages one under the other in a window. */
function intoWindow(client: ViewArgs['client'], viewId: string, { wait }: Services): Send {
  let shown: readonly types.KnownBlock[] = [];
  return async ({ blocks }) => {
    shown = [...shown, ...blocks];
    const view = renderReplyWindow(shown);
    await patiently(() => client.views.update({ view_id: viewId, view }), wait, { isRepeatable: true });
    return { channel: null, ts: null };
  };
}
