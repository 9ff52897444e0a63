import type { DeskQuestion } from '../../ledger/index.ts';
import {
  type Closing,
  deskIds,
  renderClosedQuestion,
  renderClosingWindow,
  renderNewsForAsker,
} from '../blocks/desk-question.ts';
import { renderNotice } from '../blocks/notice.ts';
import { renderSaying } from '../blocks/windows.ts';
import { readPress } from '../reading/press.ts';
import { readSubmission } from '../reading/view-submission.ts';
import { patiently } from '../sending/patience.ts';
import { postIn } from '../sending/sending.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services.ts';
import { openWindow } from './open-window.ts';
import type { ActionArgs, Surface, ViewArgs } from './surface.ts';
import { waysBack } from './ways-back.ts';

const TOLD = 'The asker is told.';
const CLOSED_BEFORE = 'Somebody of the desk has closed this question already.';
const NOT_YOURS = 'The desk closes this question: only members of the desk can. Nothing was changed.';
const FAILED = 'The question could not be closed just now. Try again in a minute.';

/** "Answered" and "Won't answer" in the desk channel, and the windows in which the desk writes a line to the asker. */
export function closeDeskQuestion(services: Services): readonly Surface[] {
  return [
    closingButton('answered', deskIds.answered, services),
    closingButton('wont-answer', deskIds.wontAnswer, services),
    closingWindow('answered', deskIds.answeredWindow, services),
    closingWindow('wont-answer', deskIds.wontAnswerWindow, services),
  ];
}

function closingButton(closing: Closing, name: string, services: Services): Surface {
  const { wait, logger } = services;
  return {
    kind: 'action',
    name,
    async listen(args: ActionArgs) {
      await args.ack();
      const press = readPress(args.body);
      if (press === null) return;
      try {
        if (mayClose(press.user, services)) {
          await openWindow(press, renderClosingWindow(press.written, closing), { client: args.client, wait });
        } else await waysBack(args, services)?.tell(renderNotice(NOT_YOURS));
      } catch (error) {
        logger.warn({ button: name, ...errorFields(error) }, 'a button of the desk did not work');
      }
    },
  };
}

/** Where nobody is named as a member of the desk, whoever reads the desk channel is one. */
function mayClose(user: string, { deskMembers }: Services): boolean {
  return deskMembers.length === 0 || deskMembers.includes(user);
}

function closingWindow(closing: Closing, name: string, services: Services): Surface {
  return {
    kind: 'view',
    name,
    async listen({ body, ack, client }) {
      const { saying, closed } = await close(body, closing, services);
      await ack({ response_action: 'update', view: renderSaying('Question for the desk', saying) });
      if (closed !== undefined) await tellAll(closed, closing, { client, services });
    },
  };
}

interface Outcome {
  readonly saying: string;
  readonly closed?: DeskQuestion;
}

async function close(body: unknown, closing: Closing, services: Services): Promise<Outcome> {
  const { ledger, logger } = services;
  const submission = readSubmission(body);
  if (submission === null) return { saying: FAILED };
  // The window may have been opened before the members of the desk were named.
  if (!mayClose(submission.user, services)) return { saying: NOT_YOURS };
  try {
    const closed = await ledger.closeDeskQuestion({
      deskQuestionId: submission.metadata,
      state: closing,
      note: submission.values.get(deskIds.note) ?? null,
      closedBy: submission.user,
    });
    return closed === undefined ? { saying: CLOSED_BEFORE } : { saying: TOLD, closed };
  } catch (error) {
    logger.error({ user: submission.user, ...errorFields(error) }, 'a desk question was not closed');
    return { saying: FAILED };
  }
}

interface Tools {
  readonly client: ViewArgs['client'];
  readonly services: Services;
}

async function tellAll(question: DeskQuestion, closing: Closing, { client, services }: Tools): Promise<void> {
  const { ledger, logger, wait } = services;
  const { askedBy, deskMessage } = question;
  try {
    if (askedBy !== null) {
      await postIn(client, { channel: askedBy }, wait)(renderNewsForAsker(question, closing));
      await ledger.recordAskerTold(question.id);
    }
    if (deskMessage === null) return;
    const { text, blocks } = renderClosedQuestion(question, closing);
    const place = { channel: deskMessage.channel, ts: deskMessage.messageTs };
    await patiently(() => client.chat.update({ ...place, text, blocks: [...blocks] }), wait, {
      isRepeatable: true,
    });
  } catch (error) {
    logger.error(
      { deskQuestion: question.id, ...errorFields(error) },
      'a closed question was not told to all',
    );
  }
}
