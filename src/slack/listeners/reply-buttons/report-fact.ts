import { z } from 'zod';
import { readButtonValue } from '../../blocks/button-value.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { renderSaying } from '../../blocks/notice-modal.ts';
import { complaintWindow, renderComplaintWindow } from '../../blocks/report-modal.ts';
import { readSubmission, type Submission } from '../../reading/view-submission.ts';
import { postComplaint } from '../../replying/desk-posts.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import type { Services } from '../../services/services.ts';
import type { Listener, ViewArgs } from '../listener.ts';
import { openWindow } from '../open-modal.ts';
import { mayJudge, NOT_YOURS } from './may-act-on.ts';
import { replyButton } from './reply-button.ts';

const THANKS = 'Thank you. The desk has it.';
const LOST = 'This could not be kept just now. Send it again in a minute.';

/** "Not right": asks why in a window. */
export function reportButton(services: Services): Listener {
  return replyButton(
    'notRight',
    async (pressed, { ledger, wait }) => {
      const { value, written, client, tell } = pressed;
      if (mayJudge(await ledger.question(value.questionId), pressed))
        await openWindow(pressed, renderComplaintWindow(written), { client, wait });
      else await tell(renderNotice(NOT_YOURS));
    },
    services,
  );
}

/** The window's answer: kept first, then acknowledged, then told to the desk. */
export function reportWindow(services: Services): Listener {
  return {
    kind: 'view',
    name: complaintWindow.id,
    async listen({ body, ack, client }: ViewArgs) {
      const submission = readSubmission(body);
      const kept = submission && (await keep(submission, services));
      await ack({ response_action: 'update', view: renderSaying('Not right', kept ? THANKS : LOST) });
      const complaint = kept?.isNew ? await services.ledger.complaint(kept.id) : undefined;
      if (complaint !== undefined) await postComplaint(complaint, services, client);
    },
  };
}

interface Kept {
  readonly isNew: boolean;
  readonly id: string;
}

const reasonOf = z.enum(['wrong-fact', 'out-of-date', 'badly-worded', 'other']).catch('other');

async function keep(submission: Submission, { ledger, logger }: Services): Promise<Kept | null> {
  const value = readButtonValue(submission.metadata);
  if (value === null) return null;
  try {
    const { kind, feedbackId } = await ledger.recordFeedback({
      ...value,
      deliveryKey: submission.viewId,
      givenBy: submission.user,
      verdict: reasonOf.parse(submission.values.get(complaintWindow.reason)),
      line: submission.values.get(complaintWindow.line) ?? null,
    });
    return { isNew: kind === 'recorded', id: feedbackId };
  } catch (error) {
    logger.error({ user: submission.user, ...errorFields(error) }, 'a complaint was not kept');
    return null;
  }
}
