import type { webApi } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import type { DeskQuestion, MessageRef } from '../../ledger/index.ts';
import { type OpenGroup, renderClosedGroup, renderOpenGroup } from '../blocks/desk-question-message.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';
import { changeDeskCard, type DeskCard, keepDeskCard } from './desk-card.ts';
import { postToDeskOnce } from './desk-channel.ts';
import { findCurrentFact } from './find-current-fact.ts';
import { ifReachable } from './if-reachable.ts';

/**
 * Shows in the desk channel how a group of questions stands: posts its card, or changes it where it stands already.
 * Each of them knows its card then. Never rejects but when the ledger fails.
 */
export async function showGroup(
  groupId: string,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const group = await drawGroup(groupId, services);
  if (group === null) return;
  const { card, open, post } = group;
  const redraw = async () => (await drawGroup(groupId, services))?.card ?? null;
  if (open.length === 0) {
    if (post !== null) await changeDeskCard(post, { card, redraw }, services, client);
    return;
  }
  const record = async (message: MessageRef) => {
    for (const { id, deskMessage } of open)
      if (deskMessage?.messageTs !== message.messageTs) await services.ledger.recordDeskPost(id, message);
  };
  const stands = post ?? (await postCard(groupId, { card, redraw, record }, services, client));
  if (stands === null) return;
  await changeDeskCard(stands, { card, redraw }, services, client);
  const write = () => record(stands);
  await services.lateWrites.write({ ids: {}, what: 'a post in the desk channel', write });
}

/** A group as it stands, its card, and where that is. */
interface DrawnGroup {
  readonly card: SlackMessage;
  readonly open: readonly DeskQuestion[];
  readonly post: MessageRef | null;
}

/** Null where it has no questions any more, or they have lapsed. */
async function drawGroup(groupId: string, services: Services): Promise<DrawnGroup | null> {
  const questions = await services.ledger.questionsOfGroup(groupId);
  const open = questions.filter(({ state }) => state === 'open');
  const post = questions.find(({ deskMessage }) => deskMessage !== null)?.deskMessage ?? null;
  if (open.length > 0)
    return { card: renderOpenGroup(await openGroupOf(groupId, open, services)), open, post };
  const closed = questions.filter(({ state }) => state !== 'lapsed');
  return closed.length === 0 ? null : { card: renderClosedGroup(closed), open, post };
}

interface FirstCard extends DeskCard {
  readonly record: (message: MessageRef) => Promise<void>;
}

/**
 * Posts the card of a group that has none. Somebody else may have done so meanwhile: then it gives where it stands. The
 * post of questions that were merged away is no longer theirs, so that they get another when they come back.
 */
async function postCard(
  groupId: string,
  { card, redraw, record }: FirstCard,
  services: Services,
  client: webApi.WebClient,
): Promise<MessageRef | null> {
  for (let nth = 0; ; nth += 1) {
    const key = nth === 0 ? `desk post ${groupId}` : `desk post ${groupId} ${nth}`;
    const posted = await postToDeskOnce({ key, messages: [card], record }, services, client);
    if (posted !== 'before' && posted !== 'done') return null;
    const questions = await services.ledger.questionsOfGroup(groupId);
    const stands = questions.find(({ deskMessage }) => deskMessage !== null)?.deskMessage ?? null;
    if (posted === 'before' && stands !== null) return stands;
    if (posted === 'done') {
      // Who came meanwhile found it in hand, and left it.
      if (stands !== null) await keepDeskCard(stands, { card, redraw }, services, client);
      return null;
    }
  }
}

/** What a card of open questions shows. */
export async function openGroupOf(
  groupId: string,
  questions: readonly DeskQuestion[],
  services: Services,
): Promise<OpenGroup> {
  const { filing, deskChannel } = services;
  return {
    groupId,
    questions,
    proposed: await proposedTo(questions, services),
    canAnswer: filing !== null && deskChannel !== null,
  };
}

/** The fact that was proposed, as long as it stands as it did. */
async function proposedTo(questions: readonly DeskQuestion[], services: Services): Promise<Quote | null> {
  const proposed = questions.find((question) => question.proposed !== null)?.proposed ?? null;
  if (proposed === null) return null;
  const current = await ifReachable(findCurrentFact(filesIn(services.deskChannel, services), proposed), null);
  return current === null || current.hasChanged ? null : current.fact.quote;
}
