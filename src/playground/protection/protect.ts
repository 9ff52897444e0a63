import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import helmet from 'helmet';
import { whyTurnedAway } from './turned-away.ts';

/** What browsers are told: the page runs and asks for its own things alone, and stands in no frame. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // There is no https here to insist on.
    strictTransportSecurity: false,
  });
}

/** Lets through what comes from here. */
export const onlyFromHere: RequestHandler = (request, response, next) => {
  const refusal = whyTurnedAway(request);
  if (refusal === undefined) next();
  else response.status(refusal.status).type('text').send(refusal.why);
};

/** Answers an upgrade that does not come from here and gives false; gives true for the others. */
export function isUpgradeFromHere(request: IncomingMessage, socket: Duplex): boolean {
  // Nobody else listens yet, and a connection that breaks now must not end the process.
  socket.on('error', () => socket.destroy());
  const refusal = whyTurnedAway(request);
  if (refusal !== undefined) {
    const head = `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\nConnection: close\r\n\r\n`;
    socket.end(head, () => socket.destroy());
  }
  return refusal === undefined;
}

/** Answers what was sent in a form that cannot be read with its status alone; our own faults go on to be told. */
export const tellUnreadable: ErrorRequestHandler = (error, _request, response, next) => {
  const status = statusOf(error);
  if (status < 400 || status > 499 || response.headersSent) next(error);
  else response.status(status).type('text').send(STATUS_CODES[status]);
};

function statusOf(error: unknown): number {
  const isNumbered = typeof error === 'object' && error !== null && 'status' in error;
  return isNumbered && typeof error.status === 'number' ? error.status : 500;
}
