import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';

const TIMESTAMP = 'x-slack-request-timestamp';
const SIGNATURE = 'x-slack-signature';
/** A request may be this old, or this far ahead, in seconds: older ones may be sent again by whoever has seen them. */
const MOST_SECONDS_OFF = 5 * 60;

/** What a signature says of its request. */
export type Judgement =
  | { readonly verdict: 'genuine' }
  /** Not signed with our secret, or not signed. */
  | { readonly verdict: 'forged' }
  /** Signed with our secret, at a time that is too far from ours. */
  | { readonly verdict: 'stale'; readonly secondsOld: number };

/** The secret that Slack and the app share, and what time it is. */
export interface Signing {
  readonly signingSecret: string;
  readonly now: () => Date;
}

/** Judges a request by its headers and the text of its body. Takes as long for every wrong signature. */
export function judgeRequest(
  headers: IncomingHttpHeaders,
  body: string,
  { signingSecret, now }: Signing,
): Judgement {
  const [timestamp, signature] = [headers[TIMESTAMP], headers[SIGNATURE]];
  if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(timestamp))
    return { verdict: 'forged' };
  const seconds = Number(timestamp);
  const isSigned = isValidSlackRequest({
    ...{ signingSecret, body },
    headers: { [TIMESTAMP]: seconds, [SIGNATURE]: signature },
    // Bolt looks at the age first, and not at times ahead: a clock that is off could not be told from a wrong secret.
    nowMilliseconds: seconds * 1_000,
  });
  if (!isSigned) return { verdict: 'forged' };
  const secondsOld = Math.round(now().getTime() / 1_000 - seconds);
  return Math.abs(secondsOld) > MOST_SECONDS_OFF ? { verdict: 'stale', secondsOld } : { verdict: 'genuine' };
}

/** The headers by which Slack would sign a body now. */
export function signRequest(body: string, { signingSecret, now }: Signing): Readonly<Record<string, string>> {
  const seconds = Math.floor(now().getTime() / 1_000);
  const hash = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  return { [TIMESTAMP]: String(seconds), [SIGNATURE]: `v0=${hash}` };
}
