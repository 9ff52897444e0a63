import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Acknowledgement } from '../delivery/envelope.ts';
import { type JsonObject, jsonObject, parseJsonObject } from '../json.ts';

/** Slack pings its sockets; the client gives a silent server up after 30 s. */
const PING_EVERY_MS = 10_000;

const answer = z.object({ envelope_id: z.string(), payload: jsonObject.optional() });

interface Pending {
  readonly sentAt: number;
  readonly timer: NodeJS.Timeout;
  readonly settle: (acknowledgement: Acknowledgement) => void;
}

/** One open socket of the app, and the envelopes on it that wait for an acknowledgement. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #pending = new Map<string, Pending>();
  readonly #pinging: NodeJS.Timeout;
  #isFrozen = false;
  #isSilent = false;

  constructor(socket: WebSocket, onClose: (connection: Connection) => void) {
    this.#socket = socket;
    this.#pinging = setInterval(() => socket.ping(), PING_EVERY_MS).unref();
    socket.on('message', (data) => this.#receive(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(this.#pinging);
      onClose(this);
      for (const id of [...this.#pending.keys()]) {
        this.#settle(id, { kind: 'unacknowledged', reason: 'connection_failed' });
      }
    });
  }

  /**
   * Whether the last envelope was not acknowledged in time: Slack sends it again through another socket, where there is
   * one.
   */
  get isSilent(): boolean {
    return this.#isSilent;
  }

  /** Sends an envelope and waits for its acknowledgement, at most `withinMs`. */
  deliver(envelope: JsonObject & { envelope_id: string }, withinMs: number): Promise<Acknowledgement> {
    return new Promise((settle) => {
      const id = envelope.envelope_id;
      const timer = setTimeout(
        () => this.#settle(id, { kind: 'unacknowledged', reason: 'timeout' }),
        withinMs,
      );
      this.#pending.set(id, { sentAt: performance.now(), timer, settle });
      this.tell(envelope);
    });
  }

  /** Sends a message that needs no acknowledgement: hello, disconnect. */
  tell(message: JsonObject): void {
    if (!this.#isFrozen) this.#socket.send(JSON.stringify(message));
  }

  /** Says goodbye and closes, as Slack does when it will have the socket no longer. */
  dismiss(reason: string): void {
    this.tell({ type: 'disconnect', reason, debug_info: { host: 'playground' } });
    this.#socket.close();
  }

  /** Goes silent without closing: nothing is sent or read any more, as when a machine in between dies. */
  freeze(): void {
    this.#isFrozen = true;
    clearInterval(this.#pinging);
    this.#socket.pause();
  }

  /** Breaks the connection without a goodbye, as a lost network does. */
  cut(): void {
    this.#socket.terminate();
  }

  #receive(text: string): void {
    const { data } = answer.safeParse(parseJsonObject(text));
    const pending = data && this.#pending.get(data.envelope_id);
    if (data === undefined || pending === undefined) return;
    const afterMs = performance.now() - pending.sentAt;
    this.#settle(data.envelope_id, { kind: 'acknowledged', payload: data.payload ?? {}, afterMs });
  }

  #settle(id: string, acknowledgement: Acknowledgement): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    clearTimeout(pending.timer);
    this.#pending.delete(id);
    this.#isSilent = acknowledgement.kind === 'unacknowledged';
    pending.settle(acknowledgement);
  }
}
