import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '../json.ts';
import { subscribesTo } from '../manifest.ts';
import { EVENT_ENVELOPE, type EventName } from '../slack-names.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Retry } from './envelope.ts';
import type { Outbox } from './outbox.ts';

/** The scope without which Slack does not send an event, whatever the manifest subscribes to. */
const NEEDED_SCOPE: ReadonlyMap<EventName, string> = new Map<EventName, string>([
  ['app_mention', 'app_mentions:read'],
  ['message.channels', 'channels:history'],
  ['message.groups', 'groups:history'],
  ['message.im', 'im:history'],
  ['reaction_added', 'reactions:read'],
  ['member_joined_channel', 'channels:read'],
]);

/** Sends the app the events it subscribed to, and repeats those it did not acknowledge. */
export class EventFeed {
  readonly #workspace: Workspace;
  readonly #outbox: Outbox;
  readonly #retryAfterMs: readonly number[];
  readonly #closing = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  #last: JsonObject | undefined;

  constructor(workspace: Workspace, outbox: Outbox, retryAfterMs: readonly number[]) {
    this.#workspace = workspace;
    this.#outbox = outbox;
    this.#retryAfterMs = retryAfterMs;
    // Each event that waits to be sent again listens for the end.
    setMaxListeners(0, this.#closing.signal);
  }

  /**
   * Sends an event when the manifest subscribes to `subscription` and has its scope.
   * `function_executed` carries its own permission and needs no scope.
   */
  publish(subscription: EventName, event: JsonObject): void {
    const scope = NEEDED_SCOPE.get(subscription);
    const { manifest, app } = this.#workspace;
    if (!subscribesTo(manifest, subscription) || (scope !== undefined && !app.scopes.has(scope))) return;
    const payload = this.#wrap(event, this.#workspace.identifiers.next('Ev'));
    this.#last = payload;
    this.#track(this.#deliver(payload));
  }

  /**
   * Sends the last event once more, with the same event id in a new envelope.
   * @param changes fields of the inner event to change: with `{ type: 'message' }` and a fresh id it is the
   * second event Slack sends for one message when an app subscribes to mentions and to messages.
   * @throws Error when nothing was sent yet.
   */
  redeliver({ changes = {}, withNewId = false }: Redelivery = {}): void {
    if (this.#last === undefined) throw new Error('No event was sent yet, so none can be sent again.');
    const { event, event_id, event_time = null } = this.#last;
    const inner = typeof event === 'object' && event !== null && !Array.isArray(event) ? event : {};
    const id = withNewId ? this.#workspace.identifiers.next('Ev') : String(event_id);
    const wrapped = this.#wrap({ ...inner, ...changes }, id);
    const payload = withNewId ? wrapped : { ...wrapped, event_time };
    this.#track(this.#deliver(payload, { attempt: withNewId ? 0 : 1, reason: 'timeout' }));
  }

  /** Gives up repeating and waits until nothing is under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#underWay);
  }

  #track(delivery: Promise<void>): void {
    const tracked = delivery.finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }

  async #deliver(payload: JsonObject, first?: Retry): Promise<void> {
    let retry = first;
    for (const waitMs of [...this.#retryAfterMs, undefined]) {
      const outcome = await this.#outbox.send('events_api', payload, retry);
      if (outcome.kind === 'acknowledged' || waitMs === undefined) return;
      await this.#untilRetry(outcome.reason, waitMs);
      if (this.#closing.signal.aborted) return;
      retry = { attempt: (retry?.attempt ?? 0) + 1, reason: outcome.reason };
    }
  }

  async #untilRetry(reason: string, waitMs: number): Promise<void> {
    const { signal } = this.#closing;
    if (reason === 'connection_failed') return this.#outbox.untilReachable(waitMs, signal);
    await pause(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
  }

  #isShared({ channel }: JsonObject): boolean {
    const conversation = typeof channel === 'string' ? this.#workspace.conversation(channel) : undefined;
    return conversation !== undefined && this.#workspace.isShared(conversation);
  }

  /** The app's own tabs are opened in the workspace of whoever opens them. */
  #teamOf({ type, user }: JsonObject): string {
    const visitor =
      type === 'app_home_opened' && typeof user === 'string' ? this.#workspace.member(user) : undefined;
    return visitor?.teamId ?? this.#workspace.team.id;
  }

  #wrap(event: JsonObject, eventId: string): JsonObject {
    const { team, app, now } = this.#workspace;
    return {
      token: 'playground-verification',
      team_id: this.#teamOf(event),
      context_team_id: team.id,
      context_enterprise_id: null,
      api_app_id: app.id,
      event,
      type: EVENT_ENVELOPE,
      event_id: eventId,
      event_time: Math.floor(now().getTime() / 1_000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: team.id,
          user_id: app.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: this.#isShared(event),
      event_context: `4-${eventId}`,
    };
  }
}

/** How a repeated event differs from the first. */
export interface Redelivery {
  readonly changes?: JsonObject;
  readonly withNewId?: boolean;
}
