import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import type { Changes } from '../workspace/changes.ts';
import type { Acknowledgement, EnvelopeType, Retry, SentEnvelope } from './envelope.ts';

/** How many envelopes are kept to be looked at. */
const KEPT_ENVELOPES = 20_000;

/** A way to the app: its sockets, or its request URL. */
export interface DeliveryWay {
  /** Sends an envelope and waits for its acknowledgement, at most `withinMs`. */
  deliver(envelope: SentEnvelope, retry: Retry | undefined, withinMs: number): Promise<Acknowledgement>;
  /** Resolves when it is time to try again what nobody could take, or when the signal ends the wait. */
  untilReachable(waitMs: number, signal: AbortSignal): Promise<void>;
}

/** What is sent to the app, and what became of it. */
export class Outbox {
  readonly #way: DeliveryWay;
  readonly #withinMs: number;
  readonly #changes: Changes;
  readonly #envelopes: SentEnvelope[] = [];

  constructor(way: DeliveryWay, acknowledgeWithinMs: number, changes: Changes) {
    this.#way = way;
    this.#withinMs = acknowledgeWithinMs;
    this.#changes = changes;
  }

  /** Everything sent, oldest first, with what became of it. */
  get envelopes(): readonly SentEnvelope[] {
    return this.#envelopes;
  }

  /** Sends an envelope and tells what became of it. */
  async send(type: EnvelopeType, payload: JsonObject, retry?: Retry): Promise<Acknowledgement> {
    const envelope: SentEnvelope = {
      envelopeId: randomUUID(),
      type,
      payload,
      retryAttempt: retry?.attempt ?? 0,
    };
    this.#envelopes.push(envelope);
    if (this.#envelopes.length > KEPT_ENVELOPES) this.#envelopes.shift();
    envelope.acknowledgement = await this.#way.deliver(envelope, retry, this.#withinMs);
    this.#changes.announce();
    return envelope.acknowledgement;
  }

  /** Resolves when it is time to try again what nobody could take, or when the signal ends the wait. */
  untilReachable(waitMs: number, signal: AbortSignal): Promise<void> {
    return this.#way.untilReachable(waitMs, signal);
  }
}
