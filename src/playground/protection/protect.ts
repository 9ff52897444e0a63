import { type IncomingMessage, type RequestListener, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorRequestHandler } from 'express';
import helmet from 'helmet';
import { rejectRequest } from './reject-request.ts';

/**
 * Puts what the server does behind a gate: every answer tells browsers what the page may do, and only what comes from
 * here is answered. It stands before express, which passes some malformed addresses by all its middleware.
 */
export function protect(serve: RequestListener): RequestListener {
  const addHeaders = securityHeaders();
  return (request, response) =>
    addHeaders(request, response, () => {
      const refusal = rejectRequest(request);
      if (refusal === undefined) serve(request, response);
      else response.writeHead(refusal.status, { 'Content-Type': 'text/plain' }).end(refusal.why);
    });
}

/** The page runs and asks for its own things alone, and stands in no frame. */
function securityHeaders(): ReturnType<typeof helmet> {
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

/** Answers an upgrade that does not come from here and gives false; gives true for the others. */
export function isUpgradeFromHere(request: IncomingMessage, socket: Duplex): boolean {
  // Nobody else listens yet, and a connection that breaks now must not end the process.
  socket.on('error', () => socket.destroy());
  const refusal = rejectRequest(request);
  if (refusal !== undefined) {
    const head = `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\nConnection: close\r\n\r\n`;
    socket.end(head, () => socket.destroy());
  }
  return refusal === undefined;
}

/** Answers what was sent in a form that cannot be read with its status alone; our own faults go on to be told. */
export const answerUnreadable: ErrorRequestHandler = (error, _request, response, next) => {
  const status = statusOf(error);
  if (status < 400 || status > 499 || response.headersSent) next(error);
  else response.status(status).type('text').send(STATUS_CODES[status]);
};

function statusOf(error: unknown): number {
  // What was sent is nested deeper than can be followed.
  if (error instanceof RangeError) return 400;
  const isNumbered = typeof error === 'object' && error !== null && 'status' in error;
  return isNumbered && typeof error.status === 'number' ? error.status : 500;
}
