import type { webApi } from '@slack/bolt';
import type { DeskQuestion } from '../../../ledger/index.ts';
import { renderMergedGroup } from '../../blocks/desk-question-message.ts';
import { groupIds } from '../../blocks/filing/group-buttons.ts';
import { renderSortModal, sortIds } from '../../blocks/filing/sort-modal.ts';
import { renderNoticeModal } from '../../blocks/notice-modal.ts';
import { readSubmission, type Submission } from '../../reading/view-submission.ts';
import { changeDeskPost } from '../../replying/desk-channel.ts';
import { likeQuestions } from '../../replying/join-same-question.ts';
import { showGroup } from '../../replying/show-group.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import type { Services } from '../../services/services.ts';
import type { Listener, ViewArgs } from '../listener.ts';
import { openModal } from '../open-modal.ts';
import { DESK_FAILED, DESK_ONLY, type DeskAct, deskButton } from './desk-button.ts';
import { deskRefusal } from './desk-refusal.ts';

const TITLE = 'Merge or split';
const NOTHING = 'There is nothing to sort: this is one question, and no other is open.';
const GONE = 'These questions were closed or sorted meanwhile.';
const TARGET_GONE =
  'The other card was closed or merged meanwhile, so these were not merged. Press “Merge or split” again.';
const ALL_APART = 'Leave at least one of them, or merge them with another card.';
const SORTED = 'The cards are sorted.';

/** "Merge or split" under questions for the desk. */
export function sortQuestions(services: Services): readonly Listener[] {
  return [
    deskButton(groupIds.sort, askHow, services),
    { kind: 'view', name: sortIds.modal, listen: (args) => onSorted(args, services) },
  ];
}

const askHow: DeskAct = async (action, { client }, services) => {
  const groupId = action.written;
  const questions = await openQuestions(groupId, services);
  const [first] = questions;
  if (first === undefined) return GONE;
  const like = await likeQuestions(first.words ?? '', services);
  const others = new Map<string, DeskQuestion>();
  for (const { question } of like)
    if (question.groupId !== groupId && !others.has(question.groupId)) others.set(question.groupId, question);
  const view = renderSortModal({ groupId, questions, others: [...others.values()] });
  if (view === undefined) return NOTHING;
  await openModal(action, view, { client, wait: services.wait });
  return null;
};

async function onSorted({ body, ack, client }: ViewArgs, services: Services): Promise<void> {
  const submission = readSubmission(body);
  if (submission === null)
    return ack({ response_action: 'update', view: renderNoticeModal(TITLE, DESK_FAILED) });
  const { told, changed = [] } = await sortOnce(submission, services, client);
  if (told === ALL_APART) return ack({ response_action: 'errors', errors: { [sortIds.apart]: told } });
  await ack({ response_action: 'update', view: renderNoticeModal(TITLE, told) });
  try {
    await showSorted(changed, services, client);
  } catch (error) {
    services.logger.error(errorFields(error), 'sorted questions were not shown');
  }
}

interface Sorted {
  readonly told: string;
  readonly changed?: readonly Changed[];
}

/** Sorts, and gives what is told and which cards are others now. Never rejects. */
async function sortOnce(
  submission: Submission,
  services: Services,
  client: webApi.WebClient,
): Promise<Sorted> {
  const apart = submission.chosen.get(sortIds.apart) ?? [];
  try {
    const refusal = await deskRefusal(submission.user, DESK_ONLY, { services, client });
    if (refusal !== null) return { told: refusal };
    const open = await openQuestions(submission.metadata, services);
    if (open.length === 0) return { told: GONE };
    if (apart.length > 0 && open.every(({ id }) => apart.includes(id))) return { told: ALL_APART };
    const same = submission.values.get(sortIds.same);
    if (same !== undefined && (await openQuestions(same, services)).length === 0)
      return { told: TARGET_GONE };
    return await sort(submission, open, services);
  } catch (error) {
    services.logger.error(errorFields(error), 'questions for the desk were not sorted');
    return { told: DESK_FAILED };
  }
}

async function openQuestions(groupId: string, { ledger }: Services): Promise<readonly DeskQuestion[]> {
  return (await ledger.questionsOfGroup(groupId)).filter(({ state }) => state === 'open');
}

/** A group whose card is another now; `left` are those that stood on a card and stand on another. */
interface Changed {
  readonly groupId: string;
  readonly left?: readonly DeskQuestion[];
}

async function sort(
  { metadata: groupId, viewId, chosen, values }: Submission,
  open: readonly DeskQuestion[],
  { ledger }: Services,
): Promise<Sorted> {
  const known = new Set(open.map(({ id }) => id));
  const apart = (chosen.get(sortIds.apart) ?? []).filter((id) => known.has(id));
  const same = values.get(sortIds.same);
  const split = apart.length === 0 ? [] : [{ groupId: await ledger.splitGroup(apart, viewId) }];
  if (same === undefined || same === groupId) return { told: SORTED, changed: [{ groupId }, ...split] };
  if (!(await ledger.mergeGroups(groupId, same)))
    return { told: TARGET_GONE, changed: [{ groupId }, ...split] };
  const left = open.filter(({ id }) => !apart.includes(id));
  return { told: SORTED, changed: [{ groupId: same }, { groupId, left }, ...split] };
}

async function showSorted(
  changed: readonly Changed[],
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  for (const { groupId, left } of changed) {
    const post = left?.find(({ deskMessage }) => deskMessage !== null)?.deskMessage ?? null;
    if (left === undefined) await showGroup(groupId, services, client);
    else if (post !== null) await changeDeskPost(post, renderMergedGroup(left), services, client);
  }
}
