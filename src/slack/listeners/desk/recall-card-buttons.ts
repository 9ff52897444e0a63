import type { webApi } from '@slack/bolt';
import type { RecallDecision, RecallVerb } from '../../../ledger/index.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { renderNoticeModal } from '../../blocks/notice-modal.ts';
import { RECALL_REASON, renderRecallModal } from '../../blocks/recall/recall-modal.ts';
import {
  RECALL_WORDINGS,
  type RecallSubject,
  readRecallSubject,
  recallIds,
} from '../../blocks/recall/recall-verbs.ts';
import { type ButtonAction, readBlockAction } from '../../reading/read-block-action.ts';
import { readSubmission } from '../../reading/view-submission.ts';
import { showRecall } from '../../recalling/recall-cards.ts';
import { runRecalls } from '../../recalling/run-recalls.ts';
import { ifReachable } from '../../replying/if-reachable.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import { deskMembership } from '../../services/desk-members.ts';
import type { Services } from '../../services/services.ts';
import type { ActionArgs, Listener, ViewArgs } from '../listener.ts';
import { openModal } from '../open-modal.ts';
import { replyTargets } from '../reply-targets.ts';

const VERBS: readonly RecallVerb[] = ['correct', 'refile', 'withdraw', 'leave'];

const NOT_YOURS = 'Only members of the desk can decide this. Nothing was changed.';
const NOT_TOLD =
  'Slack does not show this app who is in the desk channel, so nothing was changed. Whoever runs the app can name ' +
  'the desk in DESK_MEMBERS.';
const FAILED = 'This could not be recorded just now. Try again in a minute.';
const DECIDED_BEFORE = 'Somebody of the desk has decided this already. The card shows what.';
const CHANGED = 'The fact has changed again since, so nothing was done. The card shows how it stands now.';
const NO_REASON = 'Say it in a sentence first. Nothing was done.';
const UNKNOWN = 'There is no such recall any more. Nothing was done.';
const DONE: Readonly<Record<RecallVerb, string>> = {
  correct: 'It is under way. The card counts up.',
  refile: 'It is under way. The card counts up.',
  withdraw: 'It is under way. The card counts up.',
  leave: 'It is recorded. Nothing is changed.',
};

/** The four verbs on the card of a recall, each told before it acts. */
export function decideRecalls(services: Services): readonly Listener[] {
  return VERBS.flatMap((verb): readonly Listener[] => [
    { kind: 'action', name: recallIds[verb].button, listen: (args) => openVerb(args, verb, services) },
    { kind: 'view', name: recallIds[verb].modal, listen: (args) => decide(args, verb, services) },
  ]);
}

async function openVerb(args: ActionArgs, verb: RecallVerb, services: Services): Promise<void> {
  const action = readBlockAction(args.body);
  const subject = action && readRecallSubject(action.written);
  if (action === null || subject === null) return;
  const tell = async (words: string) => void (await replyTargets(args, services)?.tell(renderNotice(words)));
  try {
    const refusal = await refusalFor(action.user, services, args.client);
    if (refusal !== null) return await tell(refusal);
    await showModal({ action, verb, subject }, args.client, services);
  } catch (error) {
    args.receipt.withhold();
    services.logger.warn({ verb, ...errorFields(error) }, 'a verb of a recall did not open');
    await tell(FAILED);
  }
}

interface Opening {
  readonly action: ButtonAction;
  readonly verb: RecallVerb;
  readonly subject: RecallSubject;
}

async function showModal(
  { action, verb, subject }: Opening,
  client: webApi.WebClient,
  services: Services,
): Promise<void> {
  const prefilled = verb === 'correct' ? await correctionOf(subject, services) : null;
  await openModal(action, renderRecallModal(verb, subject, prefilled), { client, wait: services.wait });
}

/** What the sheet says was wrong. */
async function correctionOf(
  { number }: RecallSubject,
  { ledger, factDesk }: Services,
): Promise<string | null> {
  const recall = await ledger.recall(number);
  const factId = recall?.to?.factId;
  const details = factId === undefined ? null : await ifReachable(factDesk.fact(factId), null);
  return details?.correction ?? null;
}

/** Why somebody may decide nothing; null when they may. */
async function refusalFor(
  user: string,
  services: Services,
  client: webApi.WebClient,
): Promise<string | null> {
  const membership = await deskMembership(user, services, client);
  if (membership === 'member') return null;
  return membership === 'stranger' ? NOT_YOURS : NOT_TOLD;
}

async function decide({ body, ack, client }: ViewArgs, verb: RecallVerb, services: Services): Promise<void> {
  const submission = readSubmission(body);
  const subject = submission && readRecallSubject(submission.metadata);
  const { name } = RECALL_WORDINGS[verb];
  const answer = (words: string) => ack({ response_action: 'update', view: renderNoticeModal(name, words) });
  if (submission === null || subject === null) return answer(FAILED);
  const reason = submission.values.get(RECALL_REASON) ?? null;
  if (RECALL_WORDINGS[verb].isNeeded && reason === null) return answer(NO_REASON);
  const { user } = submission;
  const decision = { ...subject, verb, reason, by: user };
  await answer(await decideOnce(decision, client, services));
}

/** Gives what the person is told. Never rejects: what was decided is taken up in a minute at the latest. */
async function decideOnce(
  decision: RecallDecision,
  client: webApi.WebClient,
  services: Services,
): Promise<string> {
  const { ledger, logger, inBackground } = services;
  const { verb, by, number } = decision;
  try {
    const refusal = await refusalFor(by, services, client);
    if (refusal !== null) return refusal;
    const decided = await ledger.decideRecall(decision);
    if (decided.kind === 'unknown') return UNKNOWN;
    if (decided.kind === 'before') return DECIDED_BEFORE;
    if (decided.kind === 'changed') return CHANGED;
    logger.info({ recall: number, verb, by }, 'the desk has decided on a changed fact');
    inBackground(async () => {
      await showRecall(decided.recall, services);
      await runRecalls(services);
    });
    return DONE[verb];
  } catch (error) {
    logger.error({ recall: number, ...errorFields(error) }, 'a decision on a changed fact was not recorded');
    return FAILED;
  }
}
