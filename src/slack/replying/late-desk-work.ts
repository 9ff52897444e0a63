import type { webApi } from '@slack/bolt';
import type { Complaint, DeskQuestion } from '../../ledger/index.ts';
import { renderNewsForComplainer } from '../blocks/complaint.ts';
import { renderNewsForAsker } from '../blocks/desk-question.ts';
import { postIn } from '../sending/sending.ts';
import type { Services } from '../services.ts';
import { postComplaint, postQuestion, writeAskerTold, writeComplainerTold } from './desk-posts.ts';

/** Makes up for one thing that the desk or a colleague does not know yet. */
type Late<Left> = (left: Left, services: Services, client: webApi.WebClient) => Promise<void>;

/** Posts an open question that the desk channel has not seen yet. */
export const postQuestionLate: Late<DeskQuestion> = async (question, services, client) => {
  if (services.deskChannel === null) return;
  await once(`late desk post ${question.id}`, services, () => postQuestion(question, services, client));
};

/** Posts an open complaint that the desk channel has not seen yet. */
export const postComplaintLate: Late<Complaint> = async (complaint, services, client) => {
  if (services.deskChannel === null) return;
  await once(`late desk post ${complaint.id}`, services, () => postComplaint(complaint, services, client));
};

/** Tells the asker that the desk has closed the question. */
export const tellAskerLate: Late<DeskQuestion> = async (question, services, client) => {
  const { state, askedBy, id } = question;
  if (askedBy === null || (state !== 'answered' && state !== 'wont-answer')) return;
  await once(`late news ${id}`, services, async () => {
    await postIn(client, { channel: askedBy }, services.wait)(renderNewsForAsker(question, state));
    await writeAskerTold(id, services);
    return true;
  });
};

/** Tells the person that the desk has closed their complaint. */
export const tellComplainerLate: Late<Complaint> = async (complaint, services, client) => {
  const { givenBy, id } = complaint;
  if (givenBy === null) return;
  await once(`late news ${id}`, services, async () => {
    await postIn(client, { channel: givenBy }, services.wait)(renderNewsForComplainer(complaint));
    await writeComplainerTold(id, services);
    return true;
  });
};

/** Does it where no other copy of the bot has; what did not work may be tried again. */
async function once(key: string, { ledger }: Services, work: () => Promise<boolean>): Promise<void> {
  if (!(await ledger.claim(key))) return;
  try {
    if (await work()) return;
  } catch (error) {
    await ledger.release(key);
    throw error;
  }
  await ledger.release(key);
}
