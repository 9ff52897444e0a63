import { readButtonValue } from '../../blocks/button-value.ts';
import { renderCorrectModal } from '../../blocks/correct-modal.ts';
import { FACT_GONE } from '../../blocks/current-fact.ts';
import { reviewIds } from '../../blocks/due-facts.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { renderNoticeModal } from '../../blocks/notice-modal.ts';
import { readSnoozeDays, renderSnoozeModal, snoozeIds } from '../../blocks/snooze-modal.ts';
import { type ButtonAction, readBlockAction } from '../../reading/read-block-action.ts';
import { readSubmission, type Submission } from '../../reading/view-submission.ts';
import { findCurrentFact } from '../../replying/find-current-fact.ts';
import { publishHome } from '../../replying/publish-home.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import { filesIn } from '../../services/files-in.ts';
import type { Services } from '../../services/services.ts';
import type { ActionArgs, Listener, ViewArgs } from '../listener.ts';
import { openModal } from '../open-modal.ts';
import { replyTargets } from '../reply-targets.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOT_YOURS = 'Only those who are named in DESK_MEMBERS can review facts. Nothing was changed.';
const FAILED = 'This could not be recorded just now. Try again in a minute.';
const CHANGED =
  'This fact was changed since your Home tab was drawn, so nothing was recorded. The tab shows how it stands now.';
const NO_REASON = 'Say why it can wait, and for how long. Nothing was changed.';
const SNOOZED = 'The review is put off. Readers are still told that it was due.';

/** "Still true", "Correct" and "Snooze" under the facts that are due for a review. */
export function reviewFacts(services: Services): readonly Listener[] {
  return [
    {
      kind: 'action',
      name: reviewIds.stillTrue,
      listen: (args) => onButton(args, services, recordStillTrue),
    },
    { kind: 'action', name: reviewIds.correct, listen: (args) => onButton(args, services, showPlace) },
    { kind: 'action', name: reviewIds.snooze, listen: (args) => onButton(args, services, askForReason) },
    { kind: 'view', name: snoozeIds.modal, listen: (args) => onSnoozed(args, services) },
  ];
}

type Act = (action: ButtonAction, args: ActionArgs, services: Services) => Promise<string | null>;

/** Does what a button of the desk is for; whoever may not press it, or cannot be helped, is told why. */
async function onButton(args: ActionArgs, services: Services, act: Act): Promise<void> {
  const action = readBlockAction(args.body);
  if (action === null) return;
  const tell = async (words: string) => void (await replyTargets(args, services)?.tell(renderNotice(words)));
  try {
    const refusal = services.deskMembers.includes(action.user)
      ? await act(action, args, services)
      : NOT_YOURS;
    if (refusal !== null) await tell(refusal);
  } catch (error) {
    args.receipt.withhold();
    services.logger.warn({ user: action.user, ...errorFields(error) }, 'a review was not recorded');
    await tell(FAILED);
  }
}

/** Words that were changed since the tab was drawn are not the ones that somebody compared. */
async function recordStillTrue(
  { user, written, eventKey }: ButtonAction,
  { client }: ActionArgs,
  services: Services,
): Promise<string | null> {
  const fact = readButtonValue(written)?.fact ?? null;
  const current = fact && (await findCurrentFact(filesIn(null, services), fact));
  if (fact === null || current === null) return FACT_GONE;
  if (!current.hasChanged) await services.ledger.recordStillTrue({ eventKey, fact, by: user });
  await publishHome({ user, hash: undefined, shown: [] }, client, services);
  return current.hasChanged ? CHANGED : null;
}

/** The sheet is changed where it is kept: a press of a button writes in no folder that people and git work in. */
async function showPlace(
  action: ButtonAction,
  { client }: ActionArgs,
  services: Services,
): Promise<string | null> {
  const fact = readButtonValue(action.written)?.fact ?? null;
  const current = fact && (await findCurrentFact(filesIn(null, services), fact));
  if (current === null) return FACT_GONE;
  const { quote } = current.fact;
  const place = { address: services.sheetLink(quote.source), hasDeskChannel: services.deskChannel !== null };
  await openModal(action, renderCorrectModal(quote, place), { client, wait: services.wait });
  return null;
}

async function askForReason(action: ButtonAction, { client }: ActionArgs, { wait }: Services): Promise<null> {
  await openModal(action, renderSnoozeModal(action.written), { client, wait });
  return null;
}

async function onSnoozed({ body, ack, client }: ViewArgs, services: Services): Promise<void> {
  const submission = readSubmission(body);
  const told = submission === null ? FAILED : await recordSnooze(submission, services);
  await ack({ response_action: 'update', view: renderNoticeModal('Snooze', told) });
  if (submission === null || told !== SNOOZED) return;
  try {
    await publishHome({ user: submission.user, hash: undefined, shown: [] }, client, services);
  } catch (error) {
    services.logger.warn({ user: submission.user, ...errorFields(error) }, 'a Home tab was not drawn anew');
  }
}

/** Gives what the person is told. Never rejects. */
async function recordSnooze(
  { user, viewId, metadata, values }: Submission,
  services: Services,
): Promise<string> {
  const { ledger, logger, now, deskMembers } = services;
  // The modal may have been opened while they were of the desk.
  if (!deskMembers.includes(user)) return NOT_YOURS;
  const fact = readButtonValue(metadata)?.fact ?? null;
  const reason = values.get(snoozeIds.reason);
  const days = readSnoozeDays(values.get(snoozeIds.days));
  if (fact === null || reason === undefined || days === null) return NO_REASON;
  const until = new Date(now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
  try {
    await ledger.recordSnooze({ eventKey: `snooze ${viewId}`, fact, by: user, reason, until });
    return SNOOZED;
  } catch (error) {
    logger.error({ user, ...errorFields(error) }, 'a review was not put off');
    return FAILED;
  }
}
