import { once } from 'node:events';
import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** Stands before copies of the bot, as in a newsroom that is reached by signed requests. */
export interface Balancer {
  /** Such as `http://127.0.0.1:4711`; what is asked below it is handed on under the same path. */
  readonly origin: string;
  /** How many requests each copy took. */
  readonly taken: ReadonlyMap<Upstream, number>;
  close(): Promise<void>;
}

/** A copy behind it. */
export interface Upstream {
  /** Where it listens, under whatever path; undefined where it does not yet. */
  readonly address: string | undefined;
  isReady(): Promise<boolean>;
}

const LOOK_EVERY_MS = 500;

/**
 * Hands requests on to the copies in turn, as plain balancers do: to those whose `/readyz` said yes at the last look,
 * twice a second, and to the next where a connection is refused. One that is new is looked at before the next request,
 * and one that is gone gets none. What was sent to one is not sent to another.
 */
export async function openBalancer(upstreams: () => readonly Upstream[]): Promise<Balancer> {
  let seen: ReadonlyMap<Upstream, boolean> = new Map();
  const taken = new Map<Upstream, number>();
  let turn = 0;
  const look = async () => {
    const all = upstreams();
    seen = new Map(await Promise.all(all.map(async (one) => [one, await one.isReady()] as const)));
  };
  const looking = setInterval(() => void look(), LOOK_EVERY_MS);
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (upstreams().some((one) => !seen.has(one))) await look();
    const ready = upstreams().filter((one) => seen.get(one));
    const first = turn++ % ready.length;
    for (const upstream of [...ready.slice(first), ...ready.slice(0, first)]) {
      const answer = await handOn(upstream, request, body);
      if (answer === 'not connected') continue;
      taken.set(upstream, (taken.get(upstream) ?? 0) + 1);
      return giveBack(answer, response);
    }
    response.writeHead(503).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    taken,
    close: async () => {
      clearInterval(looking);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Answer = IncomingMessage | 'not connected' | 'broken';

async function handOn(
  { address }: Upstream,
  { url = '', method, headers }: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  if (address === undefined) return 'not connected';
  return new Promise((resolve) => {
    const request = openRequest(new URL(url, address), { method, headers, agent: false }, resolve);
    request.on('error', (error) =>
      resolve('code' in error && error.code === 'ECONNREFUSED' ? 'not connected' : 'broken'),
    );
    request.end(body);
  });
}

async function giveBack(answer: IncomingMessage | 'broken', response: ServerResponse): Promise<void> {
  if (answer === 'broken') return void response.writeHead(502).end();
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  // Slack hears of a copy that ends in the middle of its answer by the connection.
  await pipeline(answer, response).catch(() => response.destroy());
}
