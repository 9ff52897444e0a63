import { webApi } from '@slack/bolt';
import pino from 'pino';
import { createOngoingRequests } from '../../../src/ongoing-requests.ts';
import { NOBODY } from '../../../src/slack/sending/slack-observer.ts';
import { createAckPriority } from '../../../src/slack/services/ack-priority.ts';
import { defaultChannelSettings } from '../../../src/slack/services/channel-settings.ts';
import { createLateWrites } from '../../../src/slack/services/late-writes.ts';
import type { Services } from '../../../src/slack/services/services.ts';
import type { SlackDesk } from '../slack-desk.ts';

/** What the bot's own parts work with, to call one of them in a workspace without waiting for its occasion. */
export function servicesOf(
  { slack, factDesk, ledger }: Pick<SlackDesk, 'slack' | 'factDesk' | 'ledger'>,
  changes: Partial<Services> = {},
): { readonly services: Services; readonly client: webApi.WebClient } {
  const logger = pino({ level: 'silent' });
  const client = new webApi.WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const services: Services = {
    observer: NOBODY,
    requests: createOngoingRequests(),
    sheetLink: () => null,
    backgroundClient: client,
    inBackground: (work) => void work(),
    workspaceUrl: slack.url,
    stopping: new AbortController().signal,
    recallLook: { isDue: false, underWay: [], isRunning: false },
    recallReminderHours: 24,
    ...{ factDesk, ledger, logger, fetch },
    now: () => new Date(),
    wait: async () => {},
    lateAfterMs: 4_000,
    botUserId: slack.botUserId,
    botName: 'factdesk',
    answeredTeams: 'all',
    guests: null,
    inHand: new Set(),
    filing: null,
    tried: new Map(),
    refused: new Set(),
    lateWrites: createLateWrites(logger),
    channelSettings: defaultChannelSettings,
    ackPriority: createAckPriority(),
    deskChannel: null,
    deskMembers: [],
    ...changes,
  };
  return { services, client };
}
