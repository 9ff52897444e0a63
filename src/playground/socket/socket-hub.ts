import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Acknowledgement, Retry, SentEnvelope } from '../delivery/envelope.ts';
import type { DeliveryWay } from '../delivery/outbox.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { ErrorName, GOODBYES } from '../slack-names.ts';
import type { Changes } from '../workspace/changes.ts';
import { Connection } from './connection.ts';

/** The path of the socket; the ticket in its query opens it once. */
const SOCKET_PATH = '/link';

/**
 * Why Slack asks for another socket: in ten seconds, now, because Socket Mode was switched off, or because of too many.
 */
export type Goodbye = (typeof GOODBYES)[number];

/** Socket Mode: the app's open sockets. */
export class SocketHub implements DeliveryWay {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: LIMITS.frameBytes });
  readonly #tickets = new Set<string>();
  readonly #connections = new Set<Connection>();
  readonly #opened = new Set<() => void>();
  readonly #appId: string;
  readonly #changes: Changes;
  #turn = 0;
  #refusal: ErrorName | undefined;

  constructor(appId: string, changes: Changes) {
    this.#appId = appId;
    this.#changes = changes;
  }

  /** How many sockets are open. */
  get size(): number {
    return this.#connections.size;
  }

  /** Refuses every new socket from now on, by Slack's word for why; undefined lets them open again. */
  refuse(error: ErrorName | undefined): void {
    this.#refusal = error;
  }

  /** The address of a socket, good for one connection; `host` is name and port. @throws Refusal */
  issueAddress(host: string): string {
    if (this.#refusal !== undefined) throw new Refusal(this.#refusal);
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `ws://${host}${SOCKET_PATH}?ticket=${ticket}&app_id=${this.#appId}`;
  }

  /** Takes over an HTTP upgrade; a ticket that is unknown or was used is turned away. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname !== SOCKET_PATH || !this.#tickets.delete(searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (accepted) => {
      const connection = new Connection(accepted, (closed) => this.#close(closed));
      if (this.size >= LIMITS.sockets) connection.dismiss('too_many_websockets');
      else this.#open(connection);
    });
  }

  /** Sends an envelope through any one of the open sockets. */
  deliver(
    { envelopeId, type, payload }: SentEnvelope,
    retry: Retry | undefined,
    withinMs: number,
  ): Promise<Acknowledgement> {
    const answering = [...this.#connections].filter(({ isSilent }) => !isSilent);
    const open = answering.length > 0 ? answering : [...this.#connections];
    this.#turn += 1;
    const connection = open[this.#turn % Math.max(open.length, 1)];
    if (connection === undefined) {
      return Promise.resolve({ kind: 'unacknowledged', reason: 'connection_failed' });
    }
    const isEvent = type === 'events_api';
    const envelope = { envelope_id: envelopeId, type, accepts_response_payload: !isEvent, payload };
    const repetition = { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' };
    return connection.deliver(isEvent ? { ...envelope, ...repetition } : envelope, withinMs);
  }

  /** While no socket is open Slack has nobody to repeat to, so the wait is for one. */
  untilReachable(_: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#opened.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      if (this.size > 0 || signal.aborted) return resolve();
      this.#opened.add(done);
      signal.addEventListener('abort', done);
    });
  }

  /** Breaks every socket without a goodbye. */
  cut(): void {
    for (const connection of this.#connections) connection.cut();
  }

  /** Breaks every socket, those turned away too, and lets none open again. */
  close(): void {
    this.#tickets.clear();
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** Goes silent on every socket that is open, without closing it. */
  freeze(): void {
    for (const connection of this.#connections) connection.freeze();
  }

  /**
   * Asks the app to open a new socket, as Slack does every few hours. After `warning` and `refresh_requested` the old
   * one stays in use until the app closes it.
   */
  requestRefresh(reason: Goodbye = 'refresh_requested'): void {
    const staysOpen = reason === 'warning' || reason === 'refresh_requested';
    const debug_info = { host: 'playground' };
    for (const connection of this.#connections) {
      if (staysOpen) connection.tell({ type: 'disconnect', reason, debug_info });
      else connection.dismiss(reason);
    }
  }

  #open(connection: Connection): void {
    this.#connections.add(connection);
    connection.tell({
      type: 'hello',
      num_connections: this.size,
      connection_info: { app_id: this.#appId },
      debug_info: { host: 'playground', approximate_connection_time: 18_060 },
    });
    for (const listener of [...this.#opened]) listener();
    this.#changes.announce();
  }

  #close(connection: Connection): void {
    this.#connections.delete(connection);
    this.#changes.announce();
  }
}
