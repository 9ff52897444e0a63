import { setTimeout as sleep } from 'node:timers/promises';
import type { App, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { FactDesk } from '../answer/index.ts';
import type { Problem } from '../corpus/index.ts';
import type { BotToken } from '../installations/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { createOngoingRequests, type OngoingRequests } from '../ongoing-requests.ts';
import { beginLooking } from './begin-looking.ts';
import {
  renderBrokenArchive,
  renderBrokenSheets,
  renderMendedSheets,
  type SheetNews,
} from './blocks/corpus-news.ts';
import type { SlackMessage } from './blocks/slack-message.ts';
import { buildApp, type Reached } from './connection/connect.ts';
import { ListenError } from './connection/http-listener.ts';
import { createInFlight, type InFlight } from './connection/in-flight.ts';
import { createSlackFetch } from './connection/slack-fetch.ts';
import { tokenInCalls } from './connection/token-fetch.ts';
import { createListeners, register } from './listeners/index.ts';
import { postToDesk } from './replying/desk-channel.ts';
import { createCallLog } from './sending/logged-calls.ts';
import { patiently, type Wait } from './sending/patiently.ts';
import { everyObserver, NOBODY, type Observer } from './sending/slack-observer.ts';
import { explainRefusal, isRefusedToken, type TokenName } from './sending/token-refusal.ts';
import { waitUnless } from './sending/wait-unless.ts';
import { createAckPriority } from './services/ack-priority.ts';
import { type ChannelSettings, defaultChannelSettings } from './services/channel-settings.ts';
import { createGuests } from './services/guests.ts';
import { createLateWrites } from './services/late-writes.ts';
import type { FilingSettings, Services } from './services/services.ts';
import { sheetLinks } from './services/sheet-links.ts';
import { warnOfSettings } from './warn-of-settings.ts';

/** Where Slack leads to the workspace that somebody is signed in to. */
const SLACK_URL = 'https://slack.com/';
const LATE_AFTER_MS = 4_000;
const WRITE_DOWN_MS = 500;
const RECALL_REMINDER_HOURS = 24;

/** What the bot in Slack needs. */
export type SlackAppOptions = Reached & SlackAppSettings;

interface SlackAppSettings {
  /** One that stays, or that of a workspace which has installed the app. */
  readonly botToken: string | BotToken;
  /** Only to point at a stand-in for Slack. @default Slack's own address */
  readonly apiUrl?: string;
  readonly factDesk: FactDesk;
  readonly ledger: Ledger;
  /** Id of the channel that questions and reports go to. @default null, none */
  readonly deskChannel?: string | null;
  /** Ids of those who see the desk's part of the Home tab. @default nobody */
  readonly deskMembers?: readonly string[];
  /** Where facts are written that the desk fills in. @default null, nowhere */
  readonly filing?: FilingSettings | null;
  /** Folder of the fact sheets, and where they can be changed on the web. @default no place of theirs is known */
  readonly sheets?: { readonly folder: string; readonly url: string | undefined };
  /** Ids of other workspaces and organisations whose people are answered too, or `all`. @default none */
  readonly otherTeams?: readonly string[] | 'all';
  /** Whether guests of the workspace are answered too. @default false */
  readonly answerGuests?: boolean;
  /** How the bot behaves in which channel. @default everywhere alike */
  readonly channelSettings?: ChannelSettings;
  /** Who does not acknowledge a correction is reminded after so many hours; 0 for never. @default 24 */
  readonly recallReminderHours?: number;
  /** Is told what happens. @default nobody is */
  readonly observer?: Observer;
  readonly logger: Logger;
  /** What the log knows requests by. @default the log tells of none */
  readonly requests?: OngoingRequests;
  readonly now: () => Date;
  /** How long one call to Slack may take, in milliseconds. @default 10,000 */
  readonly requestTimeoutMs?: number;
  /** Waits between repeated calls. @default the system's timers */
  readonly wait?: Wait;
  /** Who waits longer than this for a reply is told so, in milliseconds. @default 4,000 */
  readonly lateAfterMs?: number;
}

/** A bot that is connected. */
export interface SlackApp {
  readonly botUserId: string;
  /** Tells the desk channel of the corpus. Never rejects; without a desk channel nobody is told. */
  readonly tellDesk: {
    /** What is wrong with the fact sheets and which facts are held back for it, or that nothing is wrong any more. */
    ofSheets(news: SheetNews): Promise<void>;
    /** What of the archive came to be broken. */
    ofArchive(problems: readonly Problem[]): Promise<void>;
  };
  /** Where Slack's requests are taken, such as `http://127.0.0.1:3000/slack/events`; null in Socket Mode. */
  readonly address: string | null;
  /** Whether a socket to Slack is open at this moment, or the port for Slack's requests. */
  isConnected(): boolean;
  /** Is told that other facts are on file than before, for those who were told something. Never rejects. */
  corpusChanged(): Promise<void>;
  /**
   * Resolves when Slack lets the app open no socket any more, as when its token was revoked: no question arrives from
   * then on, and none will. The error says what to do.
   */
  readonly shutOut: Promise<SlackStartError>;
  /**
   * Takes nothing new, so that Slack gives new questions to another copy or keeps them for the next one, then waits for
   * replies under way. Resolves false when the deadline (ms) came before the last reply.
   */
  stop(options: { readonly deadlineMs: number }): Promise<boolean>;
}

/** Slack would not let the bot in. The message says which token, and where the right one is found. */
export class SlackStartError extends Error {
  override readonly name = 'SlackStartError';
  /** Whether a token or a setting of the app must be mended first: to start again as it is would be in vain. */
  readonly isForGood: boolean;

  constructor(
    message: string,
    { isForGood, cause }: { readonly isForGood: boolean; readonly cause?: unknown },
  ) {
    super(message, { cause });
    this.isForGood = isForGood;
  }
}

/**
 * Connects the bot. Rejects with a `SlackStartError` when Slack cannot be reached or refuses a token, or when the port
 * for its requests cannot be opened.
 */
export async function startSlackApp(options: SlackAppOptions): Promise<SlackApp> {
  const [stopping, stopped] = [new AbortController(), new AbortController()];
  const { requestTimeoutMs = 10_000, wait = waitUnless(stopped.signal), logger } = options;
  const { requests = createOngoingRequests() } = options;
  const observer = everyObserver([options.observer ?? NOBODY, createCallLog(logger)]);
  const { token: botToken, tokenName, around } = tokenInCalls(options.botToken, logger);
  const calling = { requestTimeoutMs, observer, around, wait, stopped: stopped.signal };
  const { asked: fetch, background } = createSlackFetch(calling);
  const connection = { ...options, botToken, requestTimeoutMs, fetch, background, observer, requests };
  const { app, receiver, backgroundClient } = buildApp(connection);
  const [inFlight, inBackground] = [createInFlight(), createInFlight()];
  app.use(({ next }) => inFlight.track(next));

  const services = await introduce(app, {
    ...{ ...options, tokenName, wait, fetch, observer, requests, stopping: stopping.signal },
    backgroundClient,
    inBackground: (work) => void inBackground.track(work),
  });
  register(app, createListeners(services), services);
  await explained('SLACK_APP_TOKEN', () => app.start());
  const address = receiver.address();
  logger.info({ botUserId: services.botUserId, ...(address !== null && { address }) }, 'connected to Slack');
  void inFlight.track(() => warnOfSettings(services, app.client));
  const looking = beginLooking(services, app.client, inFlight.track);

  return {
    botUserId: services.botUserId,
    ...{ address, isConnected: receiver.isConnected, corpusChanged: looking.corpusChanged },
    shutOut: receiver.shutOut.then((error) => startError(error, 'SLACK_APP_TOKEN')),
    tellDesk: tellDesk(services, app.client, inFlight.track),
    async stop({ deadlineMs }) {
      looking.end();
      stopping.abort();
      const late = new AbortController();
      const deadline = sleep(deadlineMs, undefined, { signal: late.signal }).catch(() => undefined);
      const closed = Promise.race([receiver.stop(), deadline]);
      void inFlight.track(() => services.lateWrites.writeKept().catch(() => undefined));
      const drained = await inFlight.drained(deadlineMs);
      await closed;
      // What still waits for Slack is left to the next process; it is given the time to write that down.
      stopped.abort();
      await Promise.all([inFlight.drained(WRITE_DOWN_MS), inBackground.drained(WRITE_DOWN_MS)]);
      late.abort();
      return drained;
    },
  };
}

function tellDesk(
  services: Services,
  client: webApi.WebClient,
  track: InFlight['track'],
): SlackApp['tellDesk'] {
  const tell = async (news: readonly SlackMessage[]) => {
    await track(() => postToDesk(news, services, client));
  };
  return {
    ofSheets: (news) => tell(news.problems.length > 0 ? renderBrokenSheets(news) : renderMendedSheets()),
    ofArchive: (problems) => tell(renderBrokenArchive(problems)),
  };
}

/** Shows Slack the token and learns who the bot is. */
async function introduce(
  app: App,
  options: SlackAppOptions & { readonly tokenName: TokenName } & Pick<
      Services,
      'wait' | 'fetch' | 'observer' | 'backgroundClient' | 'inBackground' | 'stopping' | 'requests'
    >,
): Promise<Services> {
  const { wait, fetch, observer, backgroundClient, inBackground, stopping, requests } = options;
  const { factDesk, ledger, logger, now } = options;
  const { deskChannel = null, deskMembers = [], channelSettings = defaultChannelSettings } = options;
  const {
    otherTeams = [],
    lateAfterMs = LATE_AFTER_MS,
    recallReminderHours = RECALL_REMINDER_HOURS,
  } = options;
  await explained(options.tokenName, () => patiently(() => app.init(), wait, { isRepeatable: true }));
  const self = await patiently(() => app.client.auth.test(), wait, { isRepeatable: true });
  const { user_id: botUserId, user: botName = '', team_id: team, enterprise_id: organisation } = self;
  if (botUserId === undefined || team === undefined) {
    throw new SlackStartError('Slack did not say which user of which workspace the bot is. Try again.', {
      isForGood: false,
    });
  }
  const own = organisation ? [team, organisation] : [team];
  return {
    ...{ factDesk, ledger, logger, now, wait, fetch, observer, backgroundClient, inBackground, stopping },
    requests,
    ...{ lateAfterMs, recallReminderHours, botUserId, botName, deskChannel, deskMembers, channelSettings },
    filing: options.filing ?? null,
    workspaceUrl: self.url ?? SLACK_URL,
    sheetLink: sheetLinks(options.sheets?.folder ?? '', options.sheets?.url),
    answeredTeams: otherTeams === 'all' ? 'all' : [...own, ...otherTeams],
    guests: options.answerGuests ? null : createGuests(now),
    recallLook: { isDue: true, underWay: [], isRunning: false },
    inHand: new Set<string>(),
    refused: new Set<string>(),
    tried: new Map<string, string>(),
    lateWrites: createLateWrites(logger),
    ackPriority: createAckPriority(),
  };
}

async function explained(token: TokenName, start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    throw startError(error, token);
  }
}

function startError(cause: unknown, token: TokenName): SlackStartError {
  if (cause instanceof ListenError) return new SlackStartError(cause.message, { isForGood: true, cause });
  return new SlackStartError(explainRefusal(cause, token), { isForGood: isRefusedToken(cause), cause });
}
