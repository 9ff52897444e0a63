import type { webApi } from '@slack/bolt';
import type { Complaint, DeskQuestion, MessagePlace } from '../../ledger/index.ts';
import { renderOpenComplaint } from '../blocks/complaint.ts';
import { renderOpenQuestion } from '../blocks/desk-question.ts';
import type { SlackMessage } from '../blocks/message.ts';
import { postToDesk } from '../sending/desk-channel.ts';
import { patiently } from '../sending/patience.ts';
import type { Services } from '../services.ts';
import { complaintNews } from './complaint-news.ts';

/** Shows the desk channel an open question, and remembers where. False when it is not there. */
export async function postQuestion(
  question: DeskQuestion,
  services: Services,
  client: webApi.WebClient,
): Promise<boolean> {
  const place = await post([renderOpenQuestion(question)], services, client);
  if (place !== null) {
    await services.lateWrites.write({
      ids: { deskQuestion: question.id },
      what: 'a post in the desk channel',
      write: () => services.ledger.recordDeskPost(question.id, place),
    });
  }
  return place !== null;
}

/** Shows the desk channel an open complaint, and remembers where. False when it is not there. */
export async function postComplaint(
  complaint: Complaint,
  services: Services,
  client: webApi.WebClient,
): Promise<boolean> {
  const place = await post(renderOpenComplaint(await complaintNews(complaint, services)), services, client);
  if (place !== null) {
    await services.lateWrites.write({
      ids: { complaint: complaint.id },
      what: 'a post in the desk channel',
      write: () => services.ledger.recordComplaintPost(complaint.id, place),
    });
  }
  return place !== null;
}

/** Remembers that the asker knows how the desk closed the question. */
export function writeAskerTold(deskQuestionId: string, { ledger, lateWrites }: Services): Promise<void> {
  return lateWrites.write({
    ids: { deskQuestion: deskQuestionId },
    what: 'that the asker was told',
    write: () => ledger.recordAskerTold(deskQuestionId),
  });
}

/** Remembers that the person knows how the desk closed the complaint. */
export function writeComplainerTold(complaintId: string, { ledger, lateWrites }: Services): Promise<void> {
  return lateWrites.write({
    ids: { complaint: complaintId },
    what: 'that the person was told',
    write: () => ledger.recordComplainerTold(complaintId),
  });
}

/** Changes a message in the desk channel once its matter is closed. */
export async function changeDeskPost(
  { channel, messageTs: ts }: MessagePlace,
  { text, blocks }: SlackMessage,
  { client, wait }: Pick<Services, 'wait'> & { readonly client: webApi.WebClient },
): Promise<void> {
  await patiently(() => client.chat.update({ channel, ts, text, blocks: [...blocks] }), wait, {
    isRepeatable: true,
  });
}

async function post(
  messages: readonly SlackMessage[],
  services: Services,
  client: webApi.WebClient,
): Promise<MessagePlace | null> {
  const sent = await postToDesk(messages, client, services);
  return sent?.channel && sent.ts ? { channel: sent.channel, messageTs: sent.ts } : null;
}
