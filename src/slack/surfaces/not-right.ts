import { z } from 'zod';
import type { ComplaintReason, Question } from '../../ledger/index.ts';
import {
  type AboutQuestion,
  complaintWindow,
  renderComplaint,
  renderComplaintWindow,
} from '../blocks/complaint.ts';
import { renderSaying } from '../blocks/windows.ts';
import { readButtonValue } from '../reading/button-value.ts';
import { readSubmission, type Submission } from '../reading/view-submission.ts';
import { currentFact } from '../replying/current-fact.ts';
import { postToDesk } from '../sending/desk-channel.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services.ts';
import { openWindow } from './open-window.ts';
import { replyButton } from './reply-button.ts';
import type { Surface, ViewArgs } from './surface.ts';

const THANKS = 'Thank you. The desk has it.';
const LOST = 'This could not be kept just now. Send it again in a minute.';

/** "Not right": asks why in a window. */
export function notRightButton(services: Services): Surface {
  return replyButton(
    'notRight',
    (pressed, { wait }) =>
      openWindow(pressed, renderComplaintWindow(pressed.written), { client: pressed.client, wait }),
    services,
  );
}

/** The window's answer: kept first, then acknowledged, then told to the desk. */
export function notRightWindow(services: Services): Surface {
  return {
    kind: 'view',
    name: complaintWindow.id,
    async listen({ body, ack, client }: ViewArgs) {
      const submission = readSubmission(body);
      const kept = submission && (await keep(submission, services));
      await ack({ response_action: 'update', view: renderSaying('Not right', kept ? THANKS : LOST) });
      if (kept?.isNew) await tellDesk(kept, client, services);
    },
  };
}

interface Kept {
  readonly isNew: boolean;
  readonly submission: Submission;
  readonly reason: ComplaintReason;
}

const reasonOf = z.enum(['wrong-fact', 'out-of-date', 'badly-worded', 'other']).catch('other');

async function keep(submission: Submission, { ledger, logger }: Services): Promise<Kept | null> {
  const value = readButtonValue(submission.metadata);
  if (value === null) return null;
  const reason = reasonOf.parse(submission.values.get(complaintWindow.reason));
  try {
    const result = await ledger.recordFeedback({
      ...value,
      deliveryKey: submission.viewId,
      givenBy: submission.user,
      verdict: reason,
      line: submission.values.get(complaintWindow.line) ?? null,
    });
    return { isNew: result === 'recorded', submission, reason };
  } catch (error) {
    logger.error({ user: submission.user, ...errorFields(error) }, 'a complaint was not kept');
    return null;
  }
}

async function tellDesk(
  { submission, reason }: Kept,
  client: ViewArgs['client'],
  services: Services,
): Promise<void> {
  const { factDesk, ledger } = services;
  const value = readButtonValue(submission.metadata);
  const shown = value?.fact ?? null;
  const current = shown && (await currentFact(factDesk, shown));
  const question = value === null ? undefined : await ledger.question(value.questionId);
  const messages = renderComplaint({
    from: submission.user,
    reason,
    question: aboutQuestion(question),
    line: submission.values.get(complaintWindow.line) ?? null,
    quote: current?.fact.quote ?? null,
  });
  await postToDesk(messages, client, services);
}

function aboutQuestion(question: Question | undefined): AboutQuestion {
  if (question?.isPrivate) return { kind: 'private' };
  return question === undefined || question.words === null
    ? { kind: 'forgotten' }
    : { kind: 'open', words: question.words };
}
