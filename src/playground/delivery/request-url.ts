import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type JsonObject, parseJsonObject } from '../json.ts';
import { URL_CHALLENGE } from '../slack-names.ts';
import type { Acknowledgement, Retry, SentEnvelope } from './envelope.ts';
import type { DeliveryWay } from './outbox.ts';

const FORM = 'application/x-www-form-urlencoded';
const CHALLENGE = 'playground-challenge';
const fields = z.record(z.string(), z.string());

/** The address of an app that works without Socket Mode: each envelope is a signed request to it. */
export class RequestUrl implements DeliveryWay {
  readonly #signingSecret: string;
  readonly #now: () => Date;
  #url: string | undefined;

  constructor(signingSecret: string, now: () => Date) {
    this.#signingSecret = signingSecret;
    this.#now = now;
  }

  /** Sets the address once the app has proved that it is the app's. @throws Error when it does not */
  async set(url: string): Promise<void> {
    const body = JSON.stringify({ type: URL_CHALLENGE, challenge: CHALLENGE });
    const response = await this.#post(url, { body, type: 'application/json', withinMs: 3_000 });
    const text = await response.text();
    if (response.status !== 200 || !text.includes(CHALLENGE))
      throw new Error(`${url} did not answer the challenge: HTTP ${response.status}.`);
    this.#url = url;
  }

  async deliver(
    envelope: SentEnvelope,
    retry: Retry | undefined,
    withinMs: number,
  ): Promise<Acknowledgement> {
    if (this.#url === undefined) return { kind: 'unacknowledged', reason: 'connection_failed' };
    const sentAt = performance.now();
    try {
      const response = await this.#post(this.#url, { ...written(envelope), retry, withinMs });
      const text = await response.text();
      if (!response.ok) return { kind: 'unacknowledged', reason: 'http_error' };
      return { kind: 'acknowledged', payload: read(text), afterMs: performance.now() - sentAt };
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      return { kind: 'unacknowledged', reason: isLate ? 'timeout' : 'connection_failed' };
    }
  }

  /** Slack looks at nothing but its schedule. */
  async untilReachable(waitMs: number, signal: AbortSignal): Promise<void> {
    await pause(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
  }

  #post(url: string, { body, type, retry, withinMs }: Post): Promise<Response> {
    const seconds = Math.floor(this.#now().getTime() / 1_000);
    const hash = createHmac('sha256', this.#signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
    const headers = {
      ...{ 'Content-Type': type, 'X-Slack-Request-Timestamp': String(seconds) },
      'X-Slack-Signature': `v0=${hash}`,
      ...(retry !== undefined && {
        'X-Slack-Retry-Num': String(retry.attempt),
        'X-Slack-Retry-Reason': retry.reason === 'timeout' ? 'http_timeout' : retry.reason,
      }),
    };
    return fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(withinMs) });
  }
}

interface Post {
  readonly body: string;
  readonly type: string;
  readonly retry?: Retry | undefined;
  readonly withinMs: number;
}

/** Events come as JSON, commands as the fields of a form, everything else as the one field of a form. */
function written({ type, payload }: SentEnvelope): Pick<Post, 'body' | 'type'> {
  if (type === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const form = type === 'slash_commands' ? fields.parse(payload) : { payload: JSON.stringify(payload) };
  return { type: FORM, body: new URLSearchParams(form).toString() };
}

/** What the app answered with: nothing, words, or what Slack is to do. */
function read(text: string): JsonObject {
  return parseJsonObject(text) ?? (text === '' ? {} : { text });
}
