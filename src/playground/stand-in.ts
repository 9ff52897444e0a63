import type { SentEnvelope } from './delivery/envelope.ts';
import { EventFeed, type Redelivery } from './delivery/event-feed.ts';
import { Outbox } from './delivery/outbox.ts';
import { RequestUrl } from './delivery/request-url.ts';
import { AssistantThreads } from './interaction/assistant-threads.ts';
import { Notices } from './interaction/notices.ts';
import { ResponseAddresses } from './interaction/response-addresses.ts';
import { TriggerIds } from './interaction/trigger-ids.ts';
import { ViewStore } from './interaction/view-store.ts';
import { type StepRun, WorkflowSteps } from './interaction/workflow-steps.ts';
import type { JsonObject } from './json.ts';
import type { AppManifest } from './manifest.ts';
import { Person } from './person/person.ts';
import type { Platform } from './platform.ts';
import { type RunningServer, startServer } from './server.ts';
import { SocketHub } from './socket/socket-hub.ts';
import { type ApiCall, CallLog } from './web-api/call-log.ts';
import { Faults } from './web-api/faults.ts';
import { Uploads } from './web-api/uploads.ts';
import type { WaitOptions } from './workspace/changes.ts';
import type { Conversation } from './workspace/conversation.ts';
import { Messaging } from './workspace/messaging.ts';
import { type Installed, type InstalledApp, type Team, Workspace } from './workspace/workspace.ts';

/** How to start the stand-in. */
export interface StandInOptions extends Installed {
  /** The app is what its manifest says: its commands, events, scopes and tabs, and no others. */
  readonly manifest: AppManifest;
  /** @default 0, which takes any free port */
  readonly port?: number;
  readonly now?: () => Date;
  /** Questions the page offers to those who do not know what to ask. */
  readonly examples?: readonly string[];
  readonly timing?: Partial<Timing>;
}

/** How patient the stand-in is, in milliseconds. */
export interface Timing {
  /** How long an envelope may stay unacknowledged. Slack gives 3 s. */
  readonly acknowledgeWithinMs: number;
  /** The pauses before an unacknowledged event is sent again. Slack: nearly at once, 1 min, 5 min. */
  readonly retryAfterMs: readonly number[];
}

const SLACK_TIMING: Timing = { acknowledgeWithinMs: 3_000, retryAfterMs: [0, 60_000, 300_000] };

/** A stand-in for Slack on loopback, as tests and the playground use it. */
export class StandIn {
  /** What goes wrong with Web API calls. */
  readonly faults: Faults;
  readonly #platform: Platform;
  readonly #log: CallLog;
  readonly #server: RunningServer;
  readonly #requestUrl: RequestUrl;

  constructor(platform: Platform, server: RunningServer, { faults, log, requestUrl }: Parts) {
    this.#platform = platform;
    this.#server = server;
    this.faults = faults;
    this.#log = log;
    this.#requestUrl = requestUrl;
  }

  /** The app's bot token, which another start does not know. */
  get botToken(): string {
    return this.#platform.workspace.tokens.bot;
  }

  /** The app-level token, for `apps.connections.open`. */
  get appToken(): string {
    return this.#platform.workspace.tokens.app;
  }

  /** The workspace, as Slack names it. */
  get team(): Team {
    return this.#platform.workspace.team;
  }

  /** The app, as the workspace has it. */
  get app(): InstalledApp {
    return this.#platform.workspace.app;
  }

  /** Whether it is the token of a workflow step that runs here. */
  hasStepToken(token: string): boolean {
    return this.#platform.steps.hasToken(token);
  }

  /** Tells the app that it was uninstalled, as far as its manifest asks for it. */
  tellOfUninstalling(): void {
    const { feed, workspace } = this.#platform;
    feed.publish('app_uninstalled', { type: 'app_uninstalled' });
    const tokens = { oauth: [], bot: [workspace.app.botUserId] };
    feed.publish('tokens_revoked', { type: 'tokens_revoked', tokens });
  }

  /** What Slack's requests are signed with, where the manifest has Socket Mode off. */
  get signingSecret(): string {
    return this.#platform.workspace.tokens.signingSecret;
  }

  /**
   * Names the address that requests are sent to where the manifest has Socket Mode off, with the path.
   * @throws Error when nothing there answers the challenge
   */
  setRequestUrl(url: string): Promise<void> {
    return this.#requestUrl.set(url);
  }

  /** The address of the page. */
  get url(): string {
    return `${this.#server.origin}/`;
  }

  /** The address of the Web API, for `SLACK_API_URL`. */
  get apiUrl(): string {
    return `${this.#server.origin}/api/`;
  }

  /** The id of the app's bot user: `<@ID>` mentions it. */
  get botUserId(): string {
    return this.#platform.workspace.app.botUserId;
  }

  /** Every Web API call, oldest first. */
  get calls(): readonly ApiCall[] {
    return this.#log.calls;
  }

  /** Every envelope sent to the app, oldest first, with what became of it. */
  get envelopes(): readonly SentEnvelope[] {
    return this.#platform.outbox.envelopes;
  }

  /** The app's sockets: how many are open, and what may happen to them. */
  get sockets(): Pick<SocketHub, 'size' | 'cut' | 'freeze' | 'refuse' | 'requestRefresh'> {
    return this.#platform.hub;
  }

  /** Somebody of the workspace by short name; a new name is a new colleague. */
  person(handle: string): Person {
    return new Person(this.#platform, this.#platform.workspace.person(handle));
  }

  /** A guest of the workspace by short name, in the public channels as if invited to each. */
  guest(handle: string): Person {
    return new Person(this.#platform, this.#platform.workspace.guest(handle));
  }

  /**
   * Somebody of another organisation by short name, in the public channels as if these were shared. Slack itself offers
   * such people no commands and shortcuts of the app; here they have them, so that an app's own guard can be tried.
   */
  outsider(handle: string, teamId = 'T0ELSEWHERE'): Person {
    return new Person(this.#platform, this.#platform.workspace.outsider(handle, teamId));
  }

  /** A channel by name, to look at or to archive. @throws Error when there is none */
  channel(name: string): Conversation {
    const found = this.#platform.workspace.conversation(name);
    if (found === undefined) throw new Error(`There is no channel #${name}.`);
    return found;
  }

  /** Opens a channel with everybody in it, the app too unless told otherwise. */
  addChannel(name: string, { isPrivate = false, withApp = true }: ChannelOptions = {}): Conversation {
    return this.#platform.workspace.addChannel(name, isPrivate ? 'private' : 'public', withApp);
  }

  /** Sends the last event once more: with the same event id, or changed and with a new one. */
  redeliver(redelivery?: Redelivery): void {
    this.#platform.feed.redeliver(redelivery);
  }

  /** Runs a workflow step of the app and waits until the app completes it. */
  runStep(callbackId: string, inputs: JsonObject, options?: WaitOptions): Promise<StepRun> {
    const { steps, workspace } = this.#platform;
    const id = steps.start(callbackId, inputs);
    return workspace.changes.until(() => {
      const run = steps.run(id);
      return run?.status === 'running' ? undefined : run;
    }, options);
  }

  /** Waits until `look` gives something; it is tried at once and after every change. */
  until<Found>(look: () => Found | undefined | false, options?: WaitOptions): Promise<Found> {
    return this.#platform.workspace.changes.until(look, options);
  }

  /** Stops serving; open sockets are cut. */
  async close(): Promise<void> {
    this.#platform.hub.close();
    await this.#platform.feed.close();
    await this.#server.close();
  }
}

interface Parts {
  readonly faults: Faults;
  readonly log: CallLog;
  readonly requestUrl: RequestUrl;
}

/** What a channel is like. */
export interface ChannelOptions {
  readonly isPrivate?: boolean;
  readonly withApp?: boolean;
}

/**
 * Starts a stand-in for Slack on 127.0.0.1.
 * @throws Error with code `EADDRINUSE` when the port is taken.
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { manifest, port = 0, now = () => new Date(), examples = [], timing, team, signingSecret } = options;
  const workspace = new Workspace(manifest, now, { team, signingSecret });
  const { acknowledgeWithinMs, retryAfterMs } = { ...SLACK_TIMING, ...timing };
  const hub = new SocketHub(workspace.app.id, workspace.changes);
  const requestUrl = new RequestUrl(workspace.tokens.signingSecret, now);
  const way = manifest.settings?.socket_mode_enabled === false ? requestUrl : hub;
  const outbox = new Outbox(way, acknowledgeWithinMs, workspace.changes);
  const feed = new EventFeed(workspace, outbox, retryAfterMs);
  const messaging = new Messaging(workspace, feed);
  const [faults, log] = [new Faults(), new CallLog()];
  const platform: Platform = {
    workspace,
    hub,
    outbox,
    feed,
    messaging,
    views: new ViewStore(workspace),
    triggers: new TriggerIds(workspace),
    responses: new ResponseAddresses(workspace, messaging, () => server.origin),
    notices: new Notices(workspace.changes),
    assistant: new AssistantThreads(workspace),
    steps: new WorkflowSteps(workspace, feed),
    uploads: new Uploads(workspace, () => server.origin),
  };
  const server: RunningServer = await startServer({ platform, faults, log, examples, port });
  return new StandIn(platform, server, { faults, log, requestUrl });
}
