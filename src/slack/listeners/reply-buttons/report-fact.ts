import { z } from 'zod';
import { readButtonValue } from '../../blocks/button-value.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { renderNoticeModal } from '../../blocks/notice-modal.ts';
import { renderReportModal, reportModal } from '../../blocks/report-modal.ts';
import { readSubmission, type Submission } from '../../reading/view-submission.ts';
import { postReport } from '../../replying/desk-posts.ts';
import { tellOfWrongAnswers } from '../../replying/tell-of-wrong-answers.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import type { Services } from '../../services/services.ts';
import type { Listener, ViewArgs } from '../listener.ts';
import { openModal } from '../open-modal.ts';
import { mayJudge, NOT_YOURS } from './may-act-on.ts';
import { replyButton } from './reply-button.ts';

const THANKS = 'Thank you. The desk has it.';
const LOST = 'This could not be kept just now. Send it again in a minute.';

/** "Not right": asks why in a modal. */
export function reportButton(services: Services): Listener {
  return replyButton(
    'notRight',
    async (action, { ledger, wait }) => {
      const { value, written, client, tell } = action;
      if (mayJudge(await ledger.question(value.questionId), action))
        await openModal(action, renderReportModal(written), { client, wait });
      else await tell(renderNotice(NOT_YOURS));
    },
    services,
  );
}

/** The modal's answer: kept first, then acknowledged, then told to the desk. */
export function reportSubmitted(services: Services): Listener {
  return {
    kind: 'view',
    name: reportModal.id,
    async listen({ body, ack, client }: ViewArgs) {
      const submission = readSubmission(body);
      const kept = submission && (await keep(submission, services));
      await ack({ response_action: 'update', view: renderNoticeModal('Not right', kept ? THANKS : LOST) });
      const report = kept?.isNew ? await services.ledger.report(kept.id) : undefined;
      if (report === undefined) return;
      await postReport(report, services, client);
      await tellOfWrongAnswers(services, client);
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
    const { kind, reportId } = await ledger.recordReport({
      ...value,
      eventKey: submission.viewId,
      givenBy: submission.user,
      reason: reasonOf.parse(submission.values.get(reportModal.reason)),
      line: submission.values.get(reportModal.line) ?? null,
    });
    return { isNew: kind === 'recorded', id: reportId };
  } catch (error) {
    logger.error({ user: submission.user, ...errorFields(error) }, 'a report was not kept');
    return null;
  }
}
