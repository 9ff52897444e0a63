import { HTTPModuleFunctions } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Observer } from '../sending/slack-observer.ts';
import { HttpListener, type Route, refuse } from './http-listener.ts';
import { readSigned } from './read-signed.ts';
import { RefusedRequests } from './refused-requests.ts';
import type { Keep, WayIn } from './way-in.ts';

/** Where everything is sent that Slack has for the bot. */
const EVENTS_PATH = '/slack/events';

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
  /** What else is answered there, by method and path. @default nothing */
  readonly pages?: ReadonlyMap<string, Route>;
}

/** A way in that is itself somewhere. */
export interface ListeningWay extends WayIn {
  address(): string;
}

/** The way from Slack by signed requests. What could not be kept is answered 503, so that Slack sends it again. */
export function openSignedHttp(options: SignedHttpOptions, keep: Keep): ListeningWay {
  const { signedHttp, logger, pages = [] } = options;
  const routes = new Map([...pages, [`POST ${EVENTS_PATH}`, takeSigned(options, keep)]]);
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

function takeSigned(options: SignedHttpOptions, keep: Keep): Route {
  const refused = new RefusedRequests(options);
  const signing = { signingSecret: options.signedHttp.signingSecret, now: options.now };
  return async (request, response) => {
    const read = await readSigned(request, signing);
    if (read.kind === 'certificate check') return HTTPModuleFunctions.buildSSLCheckResponse(response);
    if (read.kind === 'refused') {
      if (read.reason !== null) refused.note(read.reason, read.secondsOld);
      return refuse(response, read.status);
    }
    const { body } = read;
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
