import { webApi } from '@slack/bolt';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { createOngoingRequests } from '../../src/ongoing-requests.ts';
import type { StandIn } from '../../src/playground/index.ts';
import { defaultChannelSettings } from '../../src/slack/index.ts';
import { createListeners } from '../../src/slack/listeners/index.ts';
import { NOBODY } from '../../src/slack/sending/slack-observer.ts';
import { createAckPriority } from '../../src/slack/services/ack-priority.ts';
import { createLateWrites } from '../../src/slack/services/late-writes.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { openSampleDesk, SIGNATURE_QUESTION, UNANSWERED_QUESTION } from './sample-facts.ts';
import { openSlackDesk, readOwnManifest } from './slack-desk.ts';

async function listeners() {
  const logger = pino({ level: 'silent' });
  const now = () => new Date();
  return createListeners({
    factDesk: await openSampleDesk(),
    ledger: await openLedger({ directory: await createFolder({}), now }),
    now,
    deskChannel: null,
    deskMembers: [],
    sheetLink: () => null,
    channelSettings: defaultChannelSettings,
    ackPriority: createAckPriority(),
    inHand: new Set(),
    refused: new Set(),
    filing: null,
    tried: new Map(),
    lateWrites: createLateWrites(logger),
    logger,
    lateAfterMs: 4_000,
    wait: async () => {},
    fetch,
    observer: NOBODY,
    requests: createOngoingRequests(),
    backgroundClient: new webApi.WebClient('xoxb-nobody'),
    inBackground: () => undefined,
    workspaceUrl: 'https://example.slack.com/',
    stopping: new AbortController().signal,
    recallLook: { isDue: false, underWay: [], isRunning: false },
    recallReminderHours: 24,
    botUserId: 'U0BOT',
    botName: 'factdesk',
    answeredTeams: ['T0NEWSROOM'],
    guests: null,
  });
}

/** The bot scopes each method of the Web API needs, by Slack's pages; none for views and for the connection. */
const SCOPES_OF_METHOD: Readonly<Record<string, readonly string[]>> = {
  'apps.connections.open': [],
  'assistant.threads.setStatus': ['assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};
/** The bot scope without which Slack does not send an event. */
const SCOPE_OF_EVENT: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
};

/** Has people do everything that makes the bot call Slack, until every method above was called. */
async function useEverySurface(slack: StandIn): Promise<void> {
  const ada = slack.person('ada');
  ada.openHome();
  ada.openMessages();
  ada.say('newsroom', `<@${slack.botUserId}>`);
  await ada.press(await ada.reply(ada.directMessage(UNANSWERED_QUESTION)), 'ask_the_desk');
  const posted = await ada.until(() => ada.messages('foreign-desk')[0]);
  await ada.press(posted, 'desk_answered');
  await ada.until(() => ada.modal());
  await ada.submit({ note: 'Yes.' });
  await ada.callShortcut('ask_factdesk');
  await ada.until(() => ada.modal()?.callbackId === 'ask_window');
  await ada.submit({ question: UNANSWERED_QUESTION });
  await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
  await ada.press('home', 'home_source_notes');
  await ada.until(() => ada.modal()?.submit);
  await ada.submit();
  await slack.until(() =>
    Object.keys(SCOPES_OF_METHOD).every((wanted) => slack.calls.some(({ method }) => method === wanted)),
  );
}

describe('manifest.yml', () => {
  it('names every command the bot listens for, and no other', async () => {
    const { features } = await readOwnManifest();
    const listened = (await listeners()).flatMap((listener) =>
      listener.kind === 'command' ? [listener.name] : [],
    );
    expect(features?.slash_commands?.map(({ command }) => command)).toEqual(listened);
  });

  it('names every shortcut the bot listens for, and no other', async () => {
    const { features } = await readOwnManifest();
    const listened = (await listeners()).flatMap((listener) =>
      listener.kind === 'shortcut' ? [listener.name] : [],
    );
    expect((features?.shortcuts ?? []).map((shortcut) => shortcut.callback_id).sort()).toEqual(
      listened.sort(),
    );
  });

  it('subscribes to every event the bot listens for, and no other', async () => {
    const { settings } = await readOwnManifest();
    const listened = (await listeners()).flatMap((listener) =>
      listener.kind === 'event'
        ? listener.subscriptions
        : listener.kind === 'step'
          ? ['function_executed']
          : [],
    );
    expect(settings?.event_subscriptions?.bot_events).toEqual([...new Set(listened)].sort());
  });

  it('names every workflow step the bot takes, and no other', async () => {
    const { functions } = await readOwnManifest();
    const listened = (await listeners()).flatMap((listener) =>
      listener.kind === 'step' ? [listener.name] : [],
    );
    expect(Object.keys(functions ?? {})).toEqual(listened);
  });

  it('asks for exactly the scopes that the commands, the events and the calls need', async () => {
    const { slack } = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    await useEverySurface(slack);
    const methods = [...new Set(slack.calls.map(({ method }) => method))];
    expect(methods.filter((method) => !(method in SCOPES_OF_METHOD))).toEqual([]);
    const called = methods.flatMap((method) => SCOPES_OF_METHOD[method] ?? []);
    const heard = (await listeners()).flatMap((listener) =>
      listener.kind === 'event' ? listener.subscriptions.map((event) => SCOPE_OF_EVENT[event] ?? null) : [],
    );
    const needed = new Set(['commands', ...called, ...heard].filter((scope) => scope !== null));
    expect((await readOwnManifest()).oauth_config?.scopes?.bot).toEqual([...needed].sort());
  });

  it('works in Socket Mode, lets people write to the bot, and hands on what they type as it is', async () => {
    const { features, settings } = await readOwnManifest();
    expect(settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
    expect(features?.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(features?.slash_commands?.[0]?.should_escape).toBe(false);
  });
});
