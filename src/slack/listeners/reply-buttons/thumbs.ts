import { readButtonValue } from '../../blocks/button-value.ts';
import { feedback } from '../../blocks/feedback-buttons.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { renderReportModal } from '../../blocks/report-modal.ts';
import { type ButtonAction, readBlockAction } from '../../reading/read-block-action.ts';
import { postIn } from '../../sending/senders.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import type { Services } from '../../services/services.ts';
import type { ActionArgs, Listener } from '../listener.ts';
import { openModal } from '../open-modal.ts';
import { mayJudge } from './may-act-on.ts';

const FAILED = 'This could not be kept just now. Try again in a minute.';

/** The thumbs under an answer: up is kept, down asks why. */
export function thumbs(services: Services): Listener {
  return {
    kind: 'action',
    name: feedback.id,
    async listen({ receipt, body, client }: ActionArgs) {
      const action = readBlockAction(body);
      if (action === null) return;
      try {
        await take(action, client, services);
      } catch (error) {
        receipt.withhold();
        services.logger.error({ user: action.user, ...errorFields(error) }, 'feedback was not taken');
        await postIn(client, { channel: action.user }, services.wait)(renderNotice(FAILED));
      }
    },
  };
}

async function take(action: ButtonAction, client: ActionArgs['client'], services: Services): Promise<void> {
  const { written, user, eventKey } = action;
  const isGood = !written.startsWith(feedback.notHelpful);
  const metadata = written.slice((isGood ? feedback.helpful : feedback.notHelpful).length);
  const value = readButtonValue(metadata);
  if (value === null || !mayJudge(await services.ledger.question(value.questionId), action)) return;
  if (!isGood) {
    await openModal(action, renderReportModal(metadata), { client, wait: services.wait });
    return;
  }
  await services.ledger.recordHelpful({ ...value, eventKey, givenBy: user });
}
