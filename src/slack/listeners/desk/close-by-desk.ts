import type { webApi } from '@slack/bolt';
import {
  CLOSING_NOTE,
  type Closing,
  closingIds,
  readClosingSubject,
  renderClosingModal,
} from '../../blocks/closing-modal.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { renderNoticeModal } from '../../blocks/notice-modal.ts';
import { readBlockAction } from '../../reading/read-block-action.ts';
import { readSubmission } from '../../reading/view-submission.ts';
import { publishHome } from '../../replying/publish-home.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import type { Services } from '../../services/services.ts';
import type { ActionArgs, Listener, ViewArgs } from '../listener.ts';
import { openModal } from '../open-modal.ts';
import { replyTargets } from '../reply-targets.ts';
import { deskRefusal } from './desk-refusal.ts';

/** Something that the desk closes with a note, once. */
export interface Closable<Closed> {
  readonly closing: Closing;
  /** Undefined when it is closed already. */
  close(
    by: { readonly id: string; readonly note: string | null; readonly closedBy: string },
    services: Services,
  ): Promise<Closed | undefined>;
  /** Tells everybody concerned. */
  tell(closed: Closed, services: Services, client: webApi.WebClient): Promise<void>;
}

const TITLE = 'For the desk';
const TOLD = 'They are told.';
const CLOSED_BEFORE = 'Somebody of the desk has closed this already.';
const NOT_YOURS = 'Only members of the desk can close this. Nothing was changed.';
const FAILED = 'This could not be closed just now. Try again in a minute.';

/** A button for the desk, and the modal in which it writes a note. */
export function closeByDesk<Closed>(closable: Closable<Closed>, services: Services): readonly Listener[] {
  const { button, modal } = closingIds[closable.closing];
  return [
    { kind: 'action', name: button, listen: (args) => openNote(args, closable.closing, services) },
    { kind: 'view', name: modal, listen: (args) => closeWithNote(args, closable, services) },
  ];
}

async function openNote(args: ActionArgs, closing: Closing, services: Services): Promise<void> {
  const action = readBlockAction(args.body);
  if (action === null) return;
  try {
    const refusal = await deskRefusal(action.user, NOT_YOURS, { services, client: args.client });
    if (refusal === null) {
      const subject = { id: action.written, isOnHome: action.channel === null };
      const tools = { client: args.client, wait: services.wait };
      await openModal(action, renderClosingModal(subject, closing), tools);
    } else await replyTargets(args, services)?.tell(renderNotice(refusal));
  } catch (error) {
    args.receipt.withhold();
    services.logger.warn({ closing, ...errorFields(error) }, 'a button of the desk did not work');
    await replyTargets(args, services)?.tell(renderNotice(FAILED));
  }
}

async function closeWithNote<Closed>(
  { body, ack, client }: ViewArgs,
  closable: Closable<Closed>,
  services: Services,
): Promise<void> {
  const { notice, closed } = await close(body, closable, { services, client });
  await ack({ response_action: 'update', view: renderNoticeModal(TITLE, notice) });
  if (closed === undefined) return;
  try {
    await closable.tell(closed.what, services, client);
    if (closed.isOnHome) await publishHome({ user: closed.by, hash: undefined, shown: [] }, client, services);
  } catch (error) {
    services.logger.error(
      { closing: closable.closing, ...errorFields(error) },
      'what was closed was not told to all',
    );
  }
}

interface ClosingResult<Closed> {
  readonly notice: string;
  readonly closed?: { readonly what: Closed; readonly by: string; readonly isOnHome: boolean };
}

async function close<Closed>(
  body: unknown,
  closable: Closable<Closed>,
  { services, client }: { readonly services: Services; readonly client: webApi.WebClient },
): Promise<ClosingResult<Closed>> {
  const submission = readSubmission(body);
  if (submission === null) return { notice: FAILED };
  const { user, metadata, values } = submission;
  try {
    // The modal may have been opened before the members of the desk were named.
    const refusal = await deskRefusal(user, NOT_YOURS, { services, client });
    if (refusal !== null) return { notice: refusal };
    const { id, isOnHome } = readClosingSubject(metadata);
    const note = values.get(CLOSING_NOTE) ?? null;
    const what = await closable.close({ id, note, closedBy: user }, services);
    return what === undefined
      ? { notice: CLOSED_BEFORE }
      : { notice: TOLD, closed: { what, by: user, isOnHome } };
  } catch (error) {
    services.logger.error({ user, ...errorFields(error) }, 'something was not closed');
    return { notice: FAILED };
  }
}
