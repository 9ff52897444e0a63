import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { errorFields } from '../sending/slack-failure.ts';

/** Slack gives a request up after three seconds: whoever takes longer to send one is not Slack. */
const REQUEST_MS = 5_000;
const LOOK_FOR_SLOW_MS = 1_000;
/** Longer than nginx (60 s) and Caddy (120 s) keep a connection that nobody uses, so that none is used as it closes. */
const KEEP_ALIVE_MS = 150_000;
const HEADERS_SIZE = 16 * 1024;
/** What a connection that sends nothing costs is a few kB, for as long as a request may take. */
const MOST_CONNECTIONS = 4_000;
/** At the end a request in hand gets this long to be answered, as it does on a socket; then Slack sends it again. */
const LAST_WORDS_MS = 1_000;

/** Answers the requests to one path; the response is ended when the promise resolves. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Where is listened, and for what. */
export interface HttpListenerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** By method and path, such as `POST /slack/events`. Everything else is answered 404. */
  readonly routes: ReadonlyMap<string, Route>;
  readonly logger: Logger;
}

/** The port cannot be listened on. The message names the setting and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  /** Node's word for why, such as `EADDRINUSE`. */
  readonly code: string;

  constructor({ host, port }: HttpListenerOptions, cause: NodeJS.ErrnoException) {
    const { code = 'unknown' } = cause;
    super(`${reasonOf(code, { host, port })} (${code})`, { cause });
    this.code = code;
  }
}

/** A port that strangers can reach: slow, large and idle requests do no harm. */
export class HttpListener {
  readonly #options: HttpListenerOptions;
  readonly #server: Server;
  readonly #underWay = new Set<Promise<void>>();
  #isStopping = false;

  constructor(options: HttpListenerOptions) {
    this.#options = options;
    const limits = {
      ...{ maxHeaderSize: HEADERS_SIZE, headersTimeout: REQUEST_MS, requestTimeout: REQUEST_MS },
      ...{ connectionsCheckingInterval: LOOK_FOR_SLOW_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    };
    this.#server = createServer(limits, (request, response) => {
      const work = this.#answer(request, response).finally(() => this.#underWay.delete(work));
      this.#underWay.add(work);
    });
    this.#server.maxConnections = MOST_CONNECTIONS;
  }

  /** Begins to listen. Rejects with a `ListenError`. */
  async start(): Promise<void> {
    const { host, port, logger } = this.#options;
    try {
      this.#server.listen(port, host);
      await once(this.#server, 'listening');
    } catch (cause) {
      throw cause instanceof Error ? new ListenError(this.#options, cause) : cause;
    }
    this.#server.on('error', (error) => logger.error(errorFields(error), 'the listener for Slack failed'));
  }

  /** Whether it listens at this moment. */
  isListening(): boolean {
    return this.#server.listening;
  }

  /** Where it listens, such as `http://127.0.0.1:3000`. */
  origin(): string {
    const { host, port } = this.#options;
    const bound = this.#server.address() as AddressInfo | null;
    return `http://${host.includes(':') ? `[${host}]` : host}:${bound?.port ?? port}`;
  }

  /** Takes nothing new, and closes every connection once the requests in hand are answered. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#server.close();
    await Promise.race([Promise.all(this.#underWay), sleep(LAST_WORDS_MS, undefined, { ref: false })]);
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? '';
    const route = this.#options.routes.get(`${request.method} ${path}`);
    try {
      if (this.#isStopping) refuse(response, 503);
      else if (route === undefined) refuse(response, 404);
      else await route(request, response);
    } catch (error) {
      this.#options.logger.error(errorFields(error), 'a request was not dealt with');
      if (!response.headersSent) refuse(response, 500);
    }
    // Whoever has gone in between need not be answered.
    await finished(response).catch(() => undefined);
  }
}

/** Ends a request without an answer, and the connection with it: who sent it may be anybody. */
export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { Connection: 'close' }).end();
}

function reasonOf(code: string, { host, port }: { readonly host: string; readonly port: number }): string {
  switch (code) {
    case 'EADDRINUSE':
      return `PORT ${port} is taken by another program. Set PORT to a free one, or end that program.`;
    case 'EACCES':
      return `PORT ${port} may not be listened on by this user. Set PORT to one above 1023.`;
    default:
      return `SLACK_HTTP_HOST ${host} cannot be listened on. Use 127.0.0.1, or 0.0.0.0 for every address.`;
  }
}
