import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, isRawBodyError } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Observer } from '../sending/slack-observer.ts';
import { HttpListener, type Route, refuse } from './http-listener.ts';
import { RefusedRequests } from './refused-requests.ts';
import { judgeRequest, type Signing } from './signature.ts';
import type { Keep, WayIn } from './way-in.ts';

/** Where everything is sent that Slack has for the bot. */
export const EVENTS_PATH = '/slack/events';

/** The largest thing that Slack sends is a form in which every character is escaped, well below this. */
const BODY_BYTES = 1024 * 1024;

/** How Slack's requests are known, and where they are taken. */
export interface SignedHttp {
  readonly signingSecret: string;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
}

/** What the way by signed requests needs. */
export interface SignedHttpOptions {
  readonly signedHttp: SignedHttp;
  readonly observer: Observer;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** A way in that is itself somewhere. */
export interface ListeningWay extends WayIn {
  address(): string;
}

/** The way from Slack by signed requests. What could not be kept is answered 503, so that Slack sends it again. */
export function openSignedHttp(options: SignedHttpOptions, keep: Keep): ListeningWay {
  const { signedHttp, logger } = options;
  const routes = new Map([[`POST ${EVENTS_PATH}`, takeSigned(options, keep)]]);
  const listener = new HttpListener({ ...signedHttp, routes, logger });
  return {
    // Whoever listens can be reached again at any time.
    shutOut: new Promise(() => {}),
    start: () => listener.start(),
    stop: () => listener.stop(),
    isConnected: () => listener.isListening(),
    address: () => `${listener.origin()}${EVENTS_PATH}`,
  };
}

function takeSigned({ signedHttp, now, ...told }: SignedHttpOptions, keep: Keep): Route {
  const refused = new RefusedRequests(told);
  const signing = { signingSecret: signedHttp.signingSecret, now };
  return async (request, response) => {
    const body = await readSigned(request, response, { signing, refused });
    if (body === undefined) return;
    if (body.ssl_check === '1') return HTTPModuleFunctions.buildSSLCheckResponse(response);
    if (body.type === 'url_verification')
      return HTTPModuleFunctions.buildUrlVerificationResponse(response, body);
    const isKept = await keep({
      body,
      retryNum: HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request),
      retryReason: HTTPModuleFunctions.extractRetryReasonFromHTTPRequest(request),
      async acknowledge(answer) {
        if (response.destroyed) throw new Error('Slack gave the request up before it was acknowledged.');
        HTTPModuleFunctions.buildContentResponse(response, answer);
      },
    });
    if (!isKept) refuse(response, 503);
  };
}

interface Judging {
  readonly signing: Signing;
  readonly refused: RefusedRequests;
}
type Body = Record<string, unknown>;

/** Gives what a request holds; undefined for one that was refused, and is answered. */
async function readSigned(
  request: IncomingMessage,
  response: ServerResponse,
  { signing, refused }: Judging,
): Promise<Body | undefined> {
  let buffered: Awaited<ReturnType<typeof HTTPModuleFunctions.bufferIncomingMessage>>;
  try {
    buffered = await HTTPModuleFunctions.bufferIncomingMessage(request, BODY_BYTES);
  } catch (error) {
    if (!isRawBodyError(error)) throw error;
    if (error.statusCode === 413) refused.note('too large');
    return void refuse(response, error.statusCode);
  }
  const body = parse(buffered);
  // Slack's look at the certificate is not signed; nothing of it is read but this.
  if (body?.ssl_check === '1') return { ssl_check: '1' };
  const judgement = judgeRequest(request.headers, buffered.rawBody.toString(), signing);
  if (judgement.verdict === 'stale') refused.note('stale', { secondsOld: judgement.secondsOld });
  if (judgement.verdict === 'forged') refused.note('forged');
  if (judgement.verdict !== 'genuine') return void refuse(response, 401);
  if (body !== undefined) return body;
  refused.note('unreadable');
  return void refuse(response, 400);
}

/** Undefined for what is no form and no JSON object. */
function parse(request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): Body | undefined {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : undefined;
  } catch {
    return undefined;
  }
}
