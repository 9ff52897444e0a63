import type { webApi } from '@slack/bolt';
import type { DeskQuestion, MessageRef, Report } from '../../ledger/index.ts';
import { renderNewsForAsker } from '../blocks/desk-question-message.ts';
import { renderClosedReport, renderOpenReport, renderReportOutcome } from '../blocks/report-message.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import type { Services } from '../services/services.ts';
import { changeDeskPost, postToDeskOnce } from './desk-channel.ts';
import { findReportDetails } from './find-report-details.ts';
import { postOnce } from './post-once.ts';
import { showGroup } from './show-group.ts';
import { tellAnswer } from './tell-answer.ts';

/** Does one thing that the desk or a colleague is to know, once. What fails is made up for later. */
type Tell<Subject> = (subject: Subject, services: Services, client: webApi.WebClient) => Promise<void>;

/**
 * Shows the desk channel an open question, with those that mean the same, where there is such a channel, and remembers
 * where it stands.
 */
export const postQuestion: Tell<DeskQuestion> = ({ groupId }, services, client) =>
  showGroup(groupId, services, client);

/** Shows the desk channel an open report, where there is such a channel, and remembers where it stands. */
export const postReport: Tell<Report> = async (report, services, client) => {
  const { id } = report;
  const record = (message: MessageRef) => services.ledger.recordReportPost(id, message);
  const messages = renderOpenReport(await findReportDetails(report, services));
  await postToDeskOnce({ key: `desk post ${id}`, messages, record }, services, client);
};

/** Shows that a question is closed, and tells whoever asked. Rejects when they cannot be told. */
export const tellOfClosedQuestion: Tell<DeskQuestion> = async (question, services, client) => {
  await showGroup(question.groupId, services, client);
  await tellAsker(question, services, client);
};

/** Tells whoever asked how their question was closed: what the desk wrote, or the fact that answers it. */
export const tellAsker: Tell<DeskQuestion> = async (question, services, client) => {
  const { id, state, askedBy, answerFactId } = question;
  if (askedBy === null || (state !== 'answered' && state !== 'wont-answer')) return;
  if (answerFactId !== null) {
    await tellAnswer({ ...question, askedBy, answerFactId }, services, client);
    return;
  }
  const record = () => services.ledger.recordAskerTold(id);
  const news = { key: `news ${id}`, message: renderNewsForAsker(question, state), record };
  await tellPersonOnce(askedBy, news, services, client);
};

/** Shows that a report is closed, and tells whoever sent it. Rejects when they cannot be told. */
export const tellOfClosedReport: Tell<Report> = async (report, services, client) => {
  const { id, givenBy, deskMessage } = report;
  const [closed] = renderClosedReport(await findReportDetails(report, services));
  if (deskMessage !== null && closed !== undefined)
    await changeDeskPost(deskMessage, closed, services, client);
  if (givenBy === null) return;
  const record = () => services.ledger.recordReportTold(id);
  const news = { key: `news ${id}`, message: renderReportOutcome(report), record };
  await tellPersonOnce(givenBy, news, services, client);
};

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
