import { createServer, type Server } from 'node:http';
import express, { type Request, type Response } from 'express';
import { AddressLapsedError, RESPONSE_PATH } from './interaction/response-addresses.ts';
import { LIMITS } from './limits.ts';
import { pageRoutes } from './page-server/page-routes.ts';
import type { Platform } from './platform.ts';
import { answerUnreadable, isUpgradeFromHere, protect } from './protection/protect.ts';
import { Refusal } from './refusal.ts';
import type { CallLog } from './web-api/call-log.ts';
import type { Faults } from './web-api/faults.ts';
import { UPLOAD_PATH } from './web-api/uploads.ts';
import { refused, webApi } from './web-api/web-api.ts';

/** Loopback only: nothing of the playground is reachable from another machine. */
const HOST = '127.0.0.1';

/** What the server serves. */
export interface ServerOptions {
  readonly platform: Platform;
  readonly faults: Faults;
  readonly log: CallLog;
  readonly examples: readonly string[];
  readonly port: number;
}

/** A server that listens. */
export interface RunningServer {
  /** Such as `http://127.0.0.1:3000`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts to serve the Web API, response addresses, sockets and the page. @throws Error when the port is taken */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { platform, port } = options;
  const app = express().disable('x-powered-by');
  const server = createServer(protect(app));
  server.on('upgrade', (request, socket, head) => {
    if (isUpgradeFromHere(request, socket)) platform.hub.upgrade(request, socket, head);
  });
  const origin = await listenOnLoopback(server, port);
  app.use('/api', webApi({ ...options, context: () => ({ platform, origin }) }));
  app.post(`${RESPONSE_PATH}/:id`, express.json({ limit: '4mb' }), (request, response) =>
    takeResponse(request, response, platform),
  );
  app.post(
    `${UPLOAD_PATH}/:id`,
    express.raw({ type: () => true, limit: LIMITS.fileBytes }),
    (request, response) => takeUpload(request, response, platform),
  );
  app.use(pageRoutes(platform, options.examples));
  app.use(answerUnreadable);
  return { origin, close: () => closeServer(server) };
}

/** Has a server listen, and gives its origin. Rejects when the port is taken. */
export function listenOnLoopback(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(`http://${HOST}:${address.port}`);
    });
  });
}

/** Ends a server, and every connection to it. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function takeResponse(request: Request, response: Response, { responses }: Platform): void {
  try {
    responses.answer(String(request.params.id), request.body);
    response.send('ok');
  } catch (cause) {
    if (cause instanceof AddressLapsedError) response.status(404).send('This address has lapsed.');
    else if (cause instanceof Refusal) response.status(400).json(refused(cause));
    else throw cause;
  }
}

/** Takes the bytes of a file, alone or in a form as Slack's clients send them. */
async function takeUpload(request: Request, response: Response, { uploads }: Platform): Promise<void> {
  const isTaken = await uploads.receive(String(request.params.id), {
    bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    type: request.get('content-type') ?? '',
  });
  if (isTaken) response.type('text').send('OK');
  else response.status(404).type('text').send('There is nothing to be uploaded here.');
}
