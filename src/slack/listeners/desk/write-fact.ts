import { hash } from 'node:crypto';
import type { AckFn, ViewResponseAction, webApi } from '@slack/bolt';
import { checkDraft, type DraftFact, type DraftProblem } from '../../../corpus/index.ts';
import type { Draft } from '../../../ledger/index.ts';
import { draftIds, readDraftValue } from '../../blocks/filing/draft-card.ts';
import {
  type FormSubject,
  factFormId,
  readFormSubject,
  renderFactForm,
} from '../../blocks/filing/fact-form.ts';
import { groupIds } from '../../blocks/filing/group-buttons.ts';
import { renderNoticeModal } from '../../blocks/notice-modal.ts';
import { isAskedAs } from '../../filing/answers-question.ts';
import { formQuestions, leftOutOf } from '../../filing/form-questions.ts';
import { readFactForm } from '../../filing/read-fact-form.ts';
import { showDraft } from '../../filing/show-draft.ts';
import { signAndFile } from '../../filing/sign-and-file.ts';
import { warnOfDraft } from '../../filing/warn-of-draft.ts';
import { readSubmission, type Submission } from '../../reading/view-submission.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import type { Services } from '../../services/services.ts';
import type { Listener, ViewArgs } from '../listener.ts';
import { openModal } from '../open-modal.ts';
import { DESK_FAILED, DESK_ONLY, type DeskAct, deskButton } from './desk-button.ts';
import { deskRefusal } from './desk-refusal.ts';

const TITLE = 'Answer with a fact';
const CLOSED = 'These questions were closed or sorted meanwhile.';
const NOT_KEPT = 'Nothing was put forward; what you typed stands here still, to be copied.';
const DRAFTED =
  'Somebody of the desk has written an answer to this already. Its draft stands in the desk channel: sign it, ' +
  'send it back or change it there.';
const NOT_HERE = 'Facts cannot be written here: there is no desk channel in which somebody could sign them.';
const SIGNED = 'This draft was signed or dropped meanwhile, and can no longer be changed.';
const CHANGED =
  'Somebody changed this draft since you saw it. Press “Change” on its card to see it as it stands now.';
const FOR_SIGNATURE = 'The draft stands in the desk channel. Another member of the desk signs it.';
const ON_FILE = 'It is signed and being put on file. Whoever asked is told when it is.';
const CHECK = ' Sent once more as it is, it is put forward all the same.';

/** "Answer" under questions for the desk, "Change" under a draft, and the form behind them. */
export function writeFact(services: Services): readonly Listener[] {
  return [
    deskButton(groupIds.answer, openNew, services),
    deskButton(draftIds.edit, openDraft, services),
    { kind: 'view', name: factFormId, listen: (args) => onFilled(args, services) },
  ];
}

const openNew: DeskAct = async (action, { client }, services) => {
  if (services.filing === null || services.deskChannel === null) return NOT_HERE;
  const groupId = action.written;
  const questions = (await services.ledger.questionsOfGroup(groupId)).filter(({ state }) => state === 'open');
  if (questions.length === 0) return CLOSED;
  if (await isBeingAnswered(groupId, services)) return DRAFTED;
  const askedAs = [...new Set(questions.map(({ words }) => inOneLine(words ?? '')))].filter(
    (words) => words !== '',
  );
  const view = renderFactForm({
    groupId,
    draftId: null,
    questionIds: questions.map(({ id }) => id),
    filled: { askedAs },
  });
  await openModal(action, view, { client, wait: services.wait });
  return null;
};

const openDraft: DeskAct = async (action, { client }, services) => {
  const draft = await services.ledger.draft(readDraftValue(action.written).draftId);
  if (draft?.fact == null || !['drafted', 'sent-back'].includes(draft.state)) return SIGNED;
  const { groupId, id: draftId, version, fact, leftOut } = draft;
  const inForm = (await services.ledger.questionsOfGroup(groupId)).filter(
    ({ id, words }) => leftOut.includes(id) || isAskedAs(words ?? '', fact.askedAs),
  );
  const questionIds = inForm.map(({ id }) => id);
  const view = renderFactForm({ groupId, draftId, version, questionIds, filled: fact });
  await openModal(action, view, { client, wait: services.wait });
  return null;
};

/** Not what is in its sheet and not in use, nor what has answered what it answers. */
async function isOnItsWay({ state, trouble, factId }: Draft, ledger: Services['ledger']): Promise<boolean> {
  if (state === 'told') return false;
  if (state !== 'filed') return true;
  return trouble === null && (await ledger.answeredBy(factId ?? '')).length === 0;
}

/** Whether a draft for these questions is on its way, by somebody else than the one who is named. */
async function isBeingAnswered(groupId: string, { ledger }: Services, by?: string): Promise<boolean> {
  for (const draft of await ledger.draftsFor(groupId)) {
    if (by !== undefined && draft.writtenBy === by) continue;
    if (await isOnItsWay(draft, ledger)) return true;
  }
  return false;
}

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** What is said to whoever sent the form, and what is done once they know. */
interface Filled {
  readonly answer: Parameters<AckFn<ViewResponseAction>>[0];
  readonly draft?: Draft;
}

async function onFilled({ body, ack, client }: ViewArgs, services: Services): Promise<void> {
  const { answer, draft } = await fill(body, services, client);
  await ack(answer);
  if (draft === undefined) return;
  try {
    const { filing } = services;
    if (filing?.needsSecond === false && draft.writtenBy !== null)
      await signAndFile(draft, draft.writtenBy, services, { client });
    else await showDraft(draft.id, services, client);
  } catch (error) {
    services.logger.error({ draft: draft.id, ...errorFields(error) }, 'a draft is shown later');
  }
}

/** Keeps what was filled in, unless something is wrong with it. Never rejects. */
async function fill(body: unknown, services: Services, client: webApi.WebClient): Promise<Filled> {
  const submission = readSubmission(body);
  const subject = submission && readFormSubject(submission.metadata);
  if (submission === null || subject === null) return notice(DESK_FAILED);
  try {
    const refusal = await deskRefusal(submission.user, DESK_ONLY, { services, client });
    if (refusal !== null) return notice(refusal);
    const today = services.now().toISOString().slice(0, 10);
    const checked = checkDraft(readFactForm(submission.values, today));
    if (checked.kind === 'problems') return { answer: errorsOf(checked.problems) };
    return await keep(checked.draft, { submission, subject }, services);
  } catch (error) {
    services.logger.error({ user: submission.user, ...errorFields(error) }, 'a draft was not kept');
    return notice(DESK_FAILED);
  }
}

async function keep(
  fact: DraftFact,
  { submission, subject }: { readonly submission: Submission; readonly subject: FormSubject },
  services: Services,
): Promise<Filled> {
  const { draftId, version } = subject;
  const { user, viewId } = submission;
  const { groupId: current, open } = await formQuestions(subject, services);
  if (draftId === null && current === null) return notKept(CLOSED);
  const groupId = current ?? subject.groupId;
  if (draftId === null && (await isBeingAnswered(groupId, services, user))) return notKept(DRAFTED);
  const warnings = await warnOfDraft(fact, services);
  const warned = hash('sha256', warnings.join('\n'), 'hex');
  if (warnings.length > 0 && subject.warned !== warned) {
    const told = warnings.map((warning, nth) => (nth === warnings.length - 1 ? warning + CHECK : warning));
    const view = renderFactForm({ ...subject, groupId, warned, filled: fact, warnings: told });
    return { answer: { response_action: 'update', view } };
  }
  const leftOut = leftOutOf(open, fact.askedAs);
  const writing = { eventKey: viewId, draftId, version, groupId, fact, leftOut, writtenBy: user };
  const kept = await services.ledger.keepDraft(writing);
  if (kept.kind === 'gone') return notKept(SIGNED);
  if (kept.kind === 'changed') return notKept(CHANGED);
  return { ...notice(services.filing?.needsSecond === false ? ON_FILE : FOR_SIGNATURE), draft: kept.draft };
}

function notice(text: string): Filled {
  return { answer: { response_action: 'update', view: renderNoticeModal(TITLE, text) } };
}

/** Says at the first field why nothing was kept: the form stays, with all that was typed. */
function notKept(why: string): Filled {
  return { answer: { response_action: 'errors', errors: { kind: `${why} ${NOT_KEPT}` } } };
}

/** The first problem of each field, at the field. */
function errorsOf(problems: readonly DraftProblem[]): ViewResponseAction {
  const errors = new Map<string, string>();
  for (const { field, what, mend } of problems)
    if (!errors.has(field)) errors.set(field, `${what.trim()}. ${mend}.`);
  return { response_action: 'errors', errors: Object.fromEntries(errors) };
}
