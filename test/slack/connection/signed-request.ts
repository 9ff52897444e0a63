import { createHmac } from 'node:crypto';
import type { StandIn } from '../../../src/playground/index.ts';

/** A request as Slack would send it, and what is different about it. */
export interface SignedRequest {
  readonly body: string;
  readonly secret: string;
  /** @default now */
  readonly at?: Date;
  readonly type?: string;
}

/** The headers that Slack sends with a body. */
export function headersOf({ body, secret, at = new Date(), type }: SignedRequest): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1_000);
  return {
    'Content-Type': type ?? 'application/json',
    'X-Slack-Request-Timestamp': String(seconds),
    'X-Slack-Signature': `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`,
  };
}

/** Sends a request to the bot, and gives its status and words. */
export async function post(address: string, request: SignedRequest): Promise<[status: number, text: string]> {
  const response = await fetch(address, {
    ...{ method: 'POST', body: request.body, headers: headersOf(request) },
    signal: AbortSignal.timeout(10_000),
  });
  return [response.status, await response.text()];
}

/** The last event that the stand-in sent, as the body of a request. */
export const lastEvent = ({ envelopes }: StandIn): string => JSON.stringify(envelopes.at(-1)?.payload);
