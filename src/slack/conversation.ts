import { renderAnswer } from './blocks/answer.ts';
import { renderHelp } from './blocks/help.ts';
import type { SlackMessage } from './blocks/message.ts';
import { renderNotice } from './blocks/notice.ts';
import type { Reading } from './read-question.ts';
import type { Send } from './sending.ts';
import type { Services } from './services.ts';
import { errorFields, type SlackFailure, slackFailure } from './slack-failure.ts';

/** Somebody who asked, and the ways back to them. */
export interface Conversation {
  /** Takes the question for answering; false when it was taken before and is to be left alone. */
  readonly take: () => Promise<boolean>;
  /** Where the answer belongs. */
  readonly reply: Send;
  /** What only the asker is to see. */
  readonly whisper: Send;
  /** Repeat the question in the reply. */
  readonly withQuestion: boolean;
  /** What the log may say about it. */
  readonly ids: Readonly<Record<string, string | null>>;
}

/** Answers what was read. Never rejects: whoever asked is told when it did not work. */
export async function converse(
  services: Services,
  reading: Reading,
  conversation: Conversation,
): Promise<void> {
  const { logger } = services;
  try {
    if (!(await conversation.take())) return;
    const messages = await prepare(services, reading, conversation);
    await sendReply(messages, reading.kind === 'question' ? conversation.reply : conversation.whisper);
    logger.info({ ...conversation.ids, messages: messages.length }, 'replied');
  } catch (error) {
    logger.error({ ...conversation.ids, ...errorFields(error) }, 'the reply was not sent');
    await tell(services, conversation, failureNotice(error));
  }
}

async function prepare(
  { factDesk }: Services,
  reading: Reading,
  { withQuestion }: Conversation,
): Promise<readonly SlackMessage[]> {
  if (reading.kind !== 'question') return [renderHelp(await factDesk.onFile())];
  return renderAnswer(await factDesk.ask(reading.question), { withQuestion });
}

async function sendReply(messages: readonly SlackMessage[], send: Send): Promise<void> {
  for (const message of messages) await send(message);
}

async function tell(
  { logger }: Services,
  { whisper, ids }: Conversation,
  notice: SlackMessage,
): Promise<void> {
  try {
    await whisper(notice);
  } catch (error) {
    logger.error({ ...ids, ...errorFields(error) }, 'the asker could not be told');
  }
}

const NOT_THERE =
  'The app is not a member here, so your question was not answered. Invite it, or ask with /fact.';
const REFUSALS: Readonly<Record<string, string>> = {
  not_in_channel: NOT_THERE,
  channel_not_found: NOT_THERE,
  is_archived:
    'This channel is archived, so the reply could not be posted. Ask with /fact or in a direct message.',
  restricted_action: 'The app may not post here, so your question was not answered. Ask with /fact.',
};

function failureNotice(error: unknown): SlackMessage {
  return renderNotice(failureSentence(slackFailure(error)));
}

function failureSentence(failure: SlackFailure): string {
  switch (failure.kind) {
    case 'refused':
      return (
        REFUSALS[failure.error] ?? `Slack refused the reply (${failure.error}). Tell whoever runs this app.`
      );
    case 'unsure':
      return 'Slack did not confirm the reply. If you do not see it, ask again.';
    case 'rate-limited':
    case 'unavailable':
      return 'Slack did not take the reply. Ask again in a minute.';
    case 'other':
      return 'Your question could not be looked up just now. Ask again; if it fails again, tell whoever runs this app.';
    default:
      return failure satisfies never;
  }
}
