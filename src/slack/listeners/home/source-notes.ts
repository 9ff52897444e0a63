import type { webApi } from '@slack/bolt';
import { homeIds } from '../../blocks/home-view.ts';
import { notesIds, readForms, readSince, renderNotesNotice } from '../../blocks/notes-window.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { readBlockAction } from '../../reading/read-block-action.ts';
import { readHomeAction } from '../../reading/read-home-action.ts';
import { readSubmission, type Submission } from '../../reading/view-submission.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import type { Services } from '../../services/services.ts';
import { fillWindow, openSourceNotes, tellIn } from '../../source-notes/fill-window.ts';
import { findStanding, toNote } from '../../source-notes/find-notes.ts';
import { type NotesSent, sendNotes } from '../../source-notes/send-notes.ts';
import type { ActionArgs, Listener, ViewArgs } from '../listener.ts';
import { replyTargets } from '../reply-targets.ts';

const MAKING =
  'Your notes are being made. They come to your direct messages with the app; if they are not there in a minute, ' +
  'make them again.';
const NOT_OPENED = 'The window did not open. Try again.';
const NOTHING_TICKED = 'No fact was ticked, so no notes were made.';
const FAILED = 'Your notes could not be made just now. Try again in a minute.';
const SENT: Readonly<Record<NotesSent, string>> = {
  files: 'Your notes are in your direct messages with the app, as files.',
  text: 'Your notes are in your direct messages with the app, as text: Slack takes no files of this app here.',
  'in-hand': MAKING,
};

/** "Source notes" on the Home tab, the window it opens, and the choice of a time in it. */
export function sourceNotes(services: Services): readonly Listener[] {
  return [
    { kind: 'action', name: homeIds.sourceNotes, listen: (args) => onOpen(args, services) },
    { kind: 'action', name: notesIds.since, listen: (args) => onSince(args, services) },
    { kind: 'view', name: notesIds.modal, listen: (args) => onOrdered(args, services) },
  ];
}

async function onOpen({ body, client, receipt, ...rest }: ActionArgs, services: Services): Promise<void> {
  const action = readBlockAction(body);
  if (action === null) return;
  await receipt.confirm();
  const { user, triggerId } = action;
  try {
    await openSourceNotes({ user, triggerId: triggerId ?? '' }, services, client);
  } catch (error) {
    services.logger.warn({ user, ...errorFields(error) }, 'the window of source notes did not open');
    await replyTargets({ body, client, ...rest }, services)?.tell(renderNotice(NOT_OPENED));
  }
}

async function onSince({ body, client, receipt }: ActionArgs, services: Services): Promise<void> {
  const action = readHomeAction(body);
  const since = action && readSince(action.given);
  if (!action?.viewId || since === null) return;
  await receipt.confirm();
  await fillWindow({ user: action.user, viewId: action.viewId, since }, services, client);
}

async function onOrdered({ body, ack, client }: ViewArgs, services: Services): Promise<void> {
  const submission = readSubmission(body);
  if (submission === null) return;
  await ack({ response_action: 'update', view: renderNotesNotice(MAKING) });
  await tellIn(submission.viewId, await makeNotes(submission, services, client), services, client);
}

/** Gives what the person is told. Never rejects. */
async function makeNotes(
  { user, viewId, chosen }: Submission,
  services: Services,
  client: webApi.WebClient,
): Promise<string> {
  try {
    const ticked = chosen.get(notesIds.facts) ?? [];
    const received = await services.ledger.factsReceivedIn(user, ticked);
    if (received.length === 0) return NOTHING_TICKED;
    const facts = await findStanding(received, services);
    const notes = facts.map((fact) => toNote(fact, services));
    const forms = readForms(chosen.get(notesIds.forms) ?? []);
    return SENT[await sendNotes({ key: `source notes ${viewId}`, user, notes, forms }, services, client)];
  } catch (error) {
    services.logger.error({ user, ...errorFields(error) }, 'source notes were not made');
    return FAILED;
  }
}
