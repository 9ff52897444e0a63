import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { ListenError } from './connection/http-listener.ts';
import { signRequest } from './connection/signature.ts';
import { openSignedHttp, type SignedHttp } from './connection/signed-http.ts';
import { NOBODY } from './sending/slack-observer.ts';

/** What came of requests that the bot sent to its own port. */
export interface ExaminedSignedHttp {
  /** Where they were sent, such as `http://127.0.0.1:3000/slack/events`. */
  readonly address: string;
  /** Whether something listened there already: the bot, if nothing is wrong. */
  readonly isRunning: boolean;
  /** Why requests of Slack would not be taken there, with the way out; null where they would. */
  readonly problem: string | null;
}

/** Which port, and how its requests are signed. */
export interface SignedHttpToExamine {
  readonly signedHttp: SignedHttp;
  readonly now: () => Date;
  readonly logger: Logger;
  /** How long an answer may take, in milliseconds. @default 3,000, as long as Slack waits */
  readonly answerWithinMs?: number;
}

/**
 * Sends Slack's challenge to the bot's own port, signed well and signed wrongly. Listens there itself for that moment
 * where nothing does. Rejects only for what is no matter of the network.
 */
export async function examineSignedHttp(options: SignedHttpToExamine): Promise<ExaminedSignedHttp> {
  const way = openSignedHttp({ ...options, observer: NOBODY }, async () => false);
  let isRunning = false;
  try {
    await way.start();
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    isRunning = error.code === 'EADDRINUSE';
    if (!isRunning) return { address: fromHere(way.address()), isRunning, problem: error.message };
  }
  const address = fromHere(way.address());
  try {
    return { address, isRunning, problem: await problemAt(address, options) };
  } finally {
    if (!isRunning) await way.stop();
  }
}

async function problemAt(address: string, options: SignedHttpToExamine): Promise<string | null> {
  const { signingSecret } = options.signedHttp;
  const challenge = randomUUID();
  const signed = await send(address, { challenge, signingSecret, options });
  if (signed === null)
    return `Something listens at ${address} and does not answer. Start the bot again, or set PORT to a free one.`;
  if (signed.status === 401)
    return 'What listens there refuses what SLACK_SIGNING_SECRET signs. Start the bot again if its .env was changed.';
  if (signed.status !== 200 || !signed.text.includes(challenge))
    return `What listens there is not factdesk (it answers HTTP ${signed.status}). Set PORT to a free one.`;
  const forged = await send(address, { challenge, signingSecret: randomUUID(), options });
  return forged?.status === 401
    ? null
    : 'What listens there takes requests that Slack did not sign, so it is not factdesk. Set PORT to a free one.';
}

interface Challenge {
  readonly challenge: string;
  readonly signingSecret: string;
  readonly options: SignedHttpToExamine;
}

/** Null where nothing answers. */
async function send(
  address: string,
  { challenge, signingSecret, options: { now, answerWithinMs = 3_000 } }: Challenge,
): Promise<{ readonly status: number; readonly text: string } | null> {
  const body = JSON.stringify({ type: 'url_verification', challenge });
  const headers = { 'Content-Type': 'application/json', ...signRequest(body, { signingSecret, now }) };
  const signal = AbortSignal.timeout(answerWithinMs);
  try {
    const answer = await fetch(address, { method: 'POST', headers, body, signal });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return null;
  }
}

/** What listens on every address is reached at loopback. */
const fromHere = (address: string) =>
  address.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
