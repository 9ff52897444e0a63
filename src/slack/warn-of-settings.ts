import type { webApi } from '@slack/bolt';
import { patiently } from './sending/patiently.ts';
import { errorFields, slackFailure } from './sending/slack-failure.ts';
import { unknownTopics } from './services/channel-settings.ts';
import { deskMembership } from './services/desk-members.ts';
import type { Services } from './services/services.ts';

/** No message has it, so Slack says whether it knows the channel, and shows nothing of what is written there. */
const NO_MESSAGE = '1.000000';

/**
 * Logs what the channel settings name that is not there: a topic that no fact has, a channel Slack does not show the
 * app; and when nobody can close what the desk has in hand. Never rejects.
 */
export async function warnOfSettings(services: Services, client: webApi.WebClient): Promise<void> {
  try {
    await warn(services, client);
  } catch (error) {
    services.logger.error(errorFields(error), 'the channel settings were not checked');
  }
}

async function warn(services: Services, client: webApi.WebClient): Promise<void> {
  await warnOfDesk(services, client);
  await warnOfGuests(services, client);
  const { factDesk, channelSettings, logger } = services;
  const { topics } = await factDesk.onFile();
  const known = topics.map(({ topic }) => topic).sort();
  for (const topic of unknownTopics(channelSettings, known)) {
    logger.warn(
      `The channel settings name the topic "${topic}", which no fact has. Known topics: ${known.join(', ') || 'none'}.`,
    );
  }
  for (const channel of channelSettings.channels) {
    if (await isKnown(channel, services, client)) continue;
    logger.warn(
      `The channel settings name ${channel}, a channel that Slack does not show the app. ` +
        'Check the id (channel › details › at the bottom); invite the app where the channel is private.',
    );
  }
}

async function warnOfDesk(services: Services, client: webApi.WebClient): Promise<void> {
  const { deskChannel, botUserId, logger } = services;
  if (deskChannel === null || (await deskMembership(botUserId, services, client)) !== 'unknown') return;
  logger.warn(
    `Slack does not show the app who is in ${deskChannel}, so nobody can close what the desk has in hand. ` +
      'Name the desk in DESK_MEMBERS, or install the app again with the scopes channels:read and groups:read.',
  );
}

async function warnOfGuests(
  { guests, botUserId, logger }: Services,
  client: webApi.WebClient,
): Promise<void> {
  if (guests === null || (await guests.of(botUserId, client)) !== 'unknown') return;
  logger.warn(
    'Slack does not tell the app who is a guest, so guests are answered too. Install the app again with the scope ' +
      'users:read, or set ANSWER_GUESTS=true.',
  );
}

/** True also where Slack does not tell, as without the scopes to read a channel. */
async function isKnown(channel: string, { wait }: Services, client: webApi.WebClient): Promise<boolean> {
  try {
    await patiently(() => client.conversations.replies({ channel, ts: NO_MESSAGE, limit: 1 }), wait, {
      isRepeatable: true,
    });
    return true;
  } catch (error) {
    const failure = slackFailure(error);
    return failure.kind !== 'refused' || failure.error !== 'channel_not_found';
  }
}
