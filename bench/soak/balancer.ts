import { once } from 'node:events';
import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

/** Stands before copies of the bot, as in a newsroom that is reached by signed requests. */
export interface Balancer {
  /** Where Slack sends to. */
  readonly url: string;
  close(): Promise<void>;
}

/** A copy behind it. */
export interface Upstream {
  readonly address: string | undefined;
  isReady(): Promise<boolean>;
}

const LOOK_EVERY_MS = 500;

/**
 * Hands requests on to the copies in turn, as plain balancers do: to those whose `/readyz` said yes at the last look,
 * twice a second, and to the next where a connection is refused. What was sent to one is not sent to another.
 */
export async function openBalancer(upstreams: () => readonly Upstream[]): Promise<Balancer> {
  let ready: readonly Upstream[] = [];
  let turn = 0;
  const look = async () => {
    const all = upstreams();
    const answers = await Promise.all(all.map((one) => one.isReady()));
    ready = all.filter((_, index) => answers[index]);
  };
  await look();
  const looking = setInterval(() => void look(), LOOK_EVERY_MS);
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    turn += 1;
    const inTurn = ready.map((_, index) => ready[(turn + index) % ready.length]);
    for (const upstream of inTurn) {
      const answer = await handOn(upstream?.address ?? '', request, body);
      if (answer !== 'not connected') return giveBack(answer, response);
    }
    response.writeHead(503).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    close: async () => {
      clearInterval(looking);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Answer = IncomingMessage | 'not connected' | 'broken';

function handOn(address: string, { method, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve) => {
    const request = openRequest(address, { method, headers, agent: false }, resolve);
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
