import type { webApi } from '@slack/bolt';
import type { Draft } from '../../../ledger/index.ts';
import { draftIds, readDraftValue } from '../../blocks/filing/draft-card.ts';
import { renderSendBackModal, sendBackIds } from '../../blocks/filing/send-back-modal.ts';
import { renderNoticeModal } from '../../blocks/notice-modal.ts';
import { showDraft } from '../../filing/show-draft.ts';
import { signAndFile } from '../../filing/sign-and-file.ts';
import { tellOfSentBack } from '../../filing/tell-of-sent-back.ts';
import { readSubmission } from '../../reading/view-submission.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import type { Services } from '../../services/services.ts';
import type { Listener, ViewArgs } from '../listener.ts';
import { openModal } from '../open-modal.ts';
import { DESK_FAILED, DESK_ONLY, type DeskAct, deskButton } from './desk-button.ts';
import { deskRefusal } from './desk-refusal.ts';

const TITLE = 'Send back';
const OWN = 'You wrote this draft. Another member of the desk has to sign it.';
const CHANGED = 'This draft was changed since you saw it. Nothing was signed: read it as it stands now.';
const OVER = 'This draft was signed or sent back already.';
const SENT_BACK = 'It is sent back.';

/** "Sign" and "Send back" under a draft. */
export function signDraft(services: Services): readonly Listener[] {
  return [
    deskButton(draftIds.sign, sign, services),
    deskButton(draftIds.sendBack, askWhy, services),
    { kind: 'view', name: sendBackIds.modal, listen: (args) => onSentBack(args, services) },
  ];
}

const sign: DeskAct = async (action, { receipt, client }, services) => {
  const { draft, refusal } = await readDraft(action.written, services);
  if (draft === undefined) return refusal;
  const { filing } = services;
  if (draft.writtenBy === action.user && filing?.needsSecond !== false) return OWN;
  const onKept = () => receipt.confirm();
  return (await signAndFile(draft, action.user, services, { client, onKept })) ? null : OVER;
};

const askWhy: DeskAct = async (action, { client }, services) => {
  const { draft, refusal } = await readDraft(action.written, services);
  if (draft === undefined) return refusal;
  await openModal(action, renderSendBackModal(action.written), { client, wait: services.wait });
  return null;
};

/** The draft under a button, or why nothing can be done with that version any more. */
async function readDraft(
  written: string,
  { ledger }: Services,
): Promise<{ readonly draft?: Draft; readonly refusal: string }> {
  const { draftId, version } = readDraftValue(written);
  const draft = await ledger.draft(draftId);
  if (draft?.state !== 'drafted') return { refusal: OVER };
  return draft.version === version ? { draft, refusal: OVER } : { refusal: CHANGED };
}

async function onSentBack({ body, ack, client }: ViewArgs, services: Services): Promise<void> {
  const { told, draft } = await sendBack(body, services, client);
  await ack({ response_action: 'update', view: renderNoticeModal(TITLE, told) });
  if (draft === undefined) return;
  try {
    await showDraft(draft.id, services, client);
    await tellOfSentBack(draft, services, client);
  } catch (error) {
    services.logger.error(
      { draft: draft.id, ...errorFields(error) },
      'a draft that was sent back is not shown',
    );
  }
}

/** Sends a draft back, and gives what is told. Never rejects. */
async function sendBack(
  body: unknown,
  services: Services,
  client: webApi.WebClient,
): Promise<{ readonly told: string; readonly draft?: Draft }> {
  const submission = readSubmission(body);
  if (submission === null) return { told: DESK_FAILED };
  const { user: by, metadata, values } = submission;
  try {
    const refusal = await deskRefusal(by, DESK_ONLY, { services, client });
    if (refusal !== null) return { told: refusal };
    const note = values.get(sendBackIds.note) ?? '';
    const draft = await services.ledger.sendBackDraft({ ...readDraftValue(metadata), by, note });
    return draft === undefined ? { told: OVER } : { told: SENT_BACK, draft };
  } catch (error) {
    services.logger.error({ user: by, ...errorFields(error) }, 'a draft was not sent back');
    return { told: DESK_FAILED };
  }
}
