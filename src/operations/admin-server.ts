import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';
import type { Readiness } from './readiness.ts';

/** Where whoever runs the bot looks at it. */
export interface AdminServer {
  readonly port: number;
  close(): Promise<void>;
}

/** How the admin server is started. */
export interface AdminOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
}

/** Nobody sends a body or many headers here, and whoever is slow has gone. */
const REQUEST_MS = 5_000;
const HEADERS_SIZE = 4 * 1024;
const MOST_CONNECTIONS = 50;

/**
 * Serves `/livez` (the process runs), `/readyz` (it answers questions) and `/metrics`, to GET and HEAD alone.
 * Rejects when the port is taken.
 */
export async function startAdminServer({ host, port, ...looks }: AdminOptions): Promise<AdminServer> {
  const server = createServer(
    { maxHeaderSize: HEADERS_SIZE, requestTimeout: REQUEST_MS },
    (request, response) => {
      void answer(request, looks).then(
        (reply) => send(response, reply, request.method === 'HEAD'),
        () => send(response, { status: 500, text: 'It could not be looked up.\n' }),
      );
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.headersTimeout = REQUEST_MS;
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

async function answer(
  { method, url = '/' }: IncomingMessage,
  { readiness, metrics }: Pick<AdminOptions, 'readiness' | 'metrics'>,
): Promise<Reply> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, text: 'Only GET.\n' };
  switch (url.split('?')[0]) {
    case '/livez':
      return { status: 200, text: 'ok\n' };
    case '/readyz': {
      const missing = await readiness.missing();
      return missing.length === 0
        ? { status: 200, text: 'ready\n' }
        : { status: 503, text: `not ready: ${missing.join('; ')}\n` };
    }
    case '/metrics': {
      const { type, text } = await metrics.read();
      return { status: 200, text, type };
    }
    default:
      return { status: 404, text: 'There are /livez, /readyz and /metrics.\n' };
  }
}

function send(response: ServerResponse, { status, text, type = 'text/plain' }: Reply, isHead = false): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(isHead ? undefined : text);
}
