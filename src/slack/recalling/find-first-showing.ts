import type { Recall, RecallRow } from '../../ledger/index.ts';
import { patiently } from '../sending/patiently.ts';
import { slackFailure } from '../sending/slack-failure.ts';
import { messageUrl } from '../services/message-url.ts';
import type { Services } from '../services/services.ts';

/** Where and when somebody got a fact. */
export interface FirstShowing {
  /** The address of the message; null where it has none any more. */
  readonly url: string | null;
  readonly at: Date;
}

/** Where a person got the fact first: whoever was told of a correction got it before, where they asked or shared. */
export async function findFirstShowing(row: RecallRow, services: Services): Promise<FirstShowing> {
  const told = await findTold(row, services);
  if (told !== undefined) return findFirstShowing(told, services);
  return { url: await findUrl(row, services), at: row.shownAt };
}

/** The row by which an earlier recall told this person, where that is what they got last. */
async function findTold(
  { recall: number, held, person, channel, messageTs }: RecallRow,
  { ledger }: Services,
): Promise<RecallRow | undefined> {
  if (person === null || channel?.startsWith('D') !== true) return undefined;
  const recalls = await ledger.recalls(['running', 'done', 'superseded']);
  const isOfIt = ({ from, to }: Recall) => from.factId === held.factId || to?.factId === held.factId;
  for (const earlier of recalls.filter((one) => one.number < number && isOfIt(one))) {
    const rows = await ledger.recallReceipt(earlier.number);
    const told = rows.find(({ person: who, notice }) => who === person && notice?.messageTs === messageTs);
    if (told !== undefined) return told;
  }
  return undefined;
}

/** The address as Slack has it: only Slack knows in which thread a message stands. */
async function findUrl({ channel, messageTs: ts }: RecallRow, services: Services): Promise<string | null> {
  if (channel === null || ts === null || (await isForOne(channel, ts, services))) return null;
  const { wait, backgroundClient: client, workspaceUrl } = services;
  const look = () => client.chat.getPermalink({ channel, message_ts: ts });
  try {
    return (await patiently(look, wait, { isRepeatable: true })).permalink ?? null;
  } catch (error) {
    const failure = slackFailure(error);
    if (failure.kind !== 'refused') throw error;
    // They may look where the app may not.
    const url = messageUrl(workspaceUrl, { channel, ts, thread: null });
    return failure.error === 'message_not_found' ? null : url;
  }
}

/** What one person alone saw in a channel has no address. */
async function isForOne(channel: string, ts: string, { ledger }: Services): Promise<boolean> {
  if (channel.startsWith('D')) return false;
  const shown = await ledger.repliesIn({ channel, ts }, { withPrivate: true });
  return shown.every(({ kind, isPrivate }) => kind !== 'share' && isPrivate);
}
