import type { webApi } from '@slack/bolt';
import type { DeskQuestion, MessageRef, Report } from '../../ledger/index.ts';
import {
  renderClosedQuestion,
  renderNewsForAsker,
  renderOpenQuestion,
} from '../blocks/desk-question-message.ts';
import { renderClosedReport, renderOpenReport, renderReportOutcome } from '../blocks/report-message.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { patiently } from '../sending/patiently.ts';
import type { Sent } from '../sending/senders.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { postOnce } from './post-once.ts';
import { reportNews } from './report-news.ts';

/** Does one thing that the desk or a colleague is to know, once. What fails is made up for later. */
type Tell<Subject> = (subject: Subject, services: Services, client: webApi.WebClient) => Promise<void>;

/** Shows the desk channel an open question, where there is such a channel, and remembers where it stands. Never rejects. */
export const postQuestion: Tell<DeskQuestion> = async (question, services, client) => {
  const { id } = question;
  const record = (place: MessageRef) => services.ledger.recordDeskPost(id, place);
  const post = { key: `desk post ${id}`, messages: [renderOpenQuestion(question)], record };
  await postToDeskOnce(post, services, client);
};

/** Shows the desk channel an open report, where there is such a channel, and remembers where it stands. */
export const postReport: Tell<Report> = async (report, services, client) => {
  const { id } = report;
  const record = (place: MessageRef) => services.ledger.recordReportPost(id, place);
  const messages = renderOpenReport(await reportNews(report, services));
  await postToDeskOnce({ key: `desk post ${id}`, messages, record }, services, client);
};

/** Shows that a question is closed, and tells whoever asked. Rejects when they cannot be told. */
export const tellOfClosedQuestion: Tell<DeskQuestion> = async (question, services, client) => {
  const { id, state, askedBy, deskMessage } = question;
  if (state !== 'answered' && state !== 'wont-answer') return;
  if (deskMessage !== null)
    await changeDeskPost(deskMessage, renderClosedQuestion(question, state), services, client);
  if (askedBy === null) return;
  const record = () => services.ledger.recordAskerTold(id);
  const news = { key: `news ${id}`, message: renderNewsForAsker(question, state), record };
  await tellPersonOnce(askedBy, news, services, client);
};

/** Shows that a report is closed, and tells whoever sent it. Rejects when they cannot be told. */
export const tellOfClosedReport: Tell<Report> = async (report, services, client) => {
  const { id, givenBy, deskMessage } = report;
  const [closed] = renderClosedReport(await reportNews(report, services));
  if (deskMessage !== null && closed !== undefined)
    await changeDeskPost(deskMessage, closed, services, client);
  if (givenBy === null) return;
  const record = () => services.ledger.recordReportTold(id);
  const news = { key: `news ${id}`, message: renderReportOutcome(report), record };
  await tellPersonOnce(givenBy, news, services, client);
};

/** Messages for the desk channel, what they are known by, and how it is remembered where the first one stands. */
interface DeskPost {
  readonly key: string;
  readonly messages: readonly SlackMessage[];
  readonly record?: (place: MessageRef) => Promise<void>;
}

/** Posts in the desk channel once, where there is one. Never rejects: what it is about is in the ledger by then. */
export async function postToDeskOnce(
  { key, messages, record = async () => {} }: DeskPost,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const { deskChannel: channel, lateWrites, logger } = services;
  if (channel === null) return;
  const remember = async (first: Sent) => {
    const place = { channel: first.channel ?? channel, messageTs: first.ts ?? '' };
    await lateWrites.write({ ids: {}, what: 'a post in the desk channel', write: () => record(place) });
  };
  try {
    await postOnce({ key, channel, messages, record: remember }, services, client);
  } catch (error) {
    logger.error({ channel, ...errorFields(error) }, 'the desk channel was not told');
  }
}

interface News {
  readonly key: string;
  readonly message: SlackMessage;
  readonly record: () => Promise<void>;
}

async function tellPersonOnce(
  user: string,
  { key, message, record }: News,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const remember = () =>
    services.lateWrites.write({ ids: { user }, what: 'that somebody was told', write: record });
  await postOnce({ key, channel: user, messages: [message], record: remember }, services, client);
}

/** Changes a message in the desk channel once its matter is closed. That somebody is told matters more than how it looks. */
async function changeDeskPost(
  { channel, messageTs: ts }: MessageRef,
  { text, blocks }: SlackMessage,
  { wait, logger }: Services,
  client: webApi.WebClient,
): Promise<void> {
  try {
    const change = () => client.chat.update({ channel, ts, text, blocks: [...blocks] });
    await patiently(change, wait, { isRepeatable: true });
  } catch (error) {
    logger.error({ channel, ...errorFields(error) }, 'a post in the desk channel was not changed');
  }
}
