import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { StartedBot } from './started-bot.ts';

/** A bot that takes signed requests, and where. */
export interface Replica {
  readonly bot: StartedBot;
  /** The port and path that it listens at. */
  readonly address: string;
}

/** Hands each request on to the next of its replicas that says that it is ready, with the bytes as they came. */
export interface Balancer {
  readonly address: string;
  /** Those there are; a test puts others in their place. */
  readonly replicas: Set<Replica>;
  /** How many requests each of them took. */
  readonly taken: ReadonlyMap<Replica, number>;
}

/** Opens one on loopback; it closes when the test ends. */
export async function openBalancer(): Promise<Balancer> {
  const replicas = new Set<Replica>();
  const taken = new Map<Replica, number>();
  let turn = 0;
  const next = async (): Promise<Replica | undefined> => {
    const looked = await Promise.all([...replicas].map(async (one) => ((await isReady(one)) ? [one] : [])));
    const ready = looked.flat();
    turn += 1;
    return ready[turn % ready.length];
  };
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const replica = await next();
    if (replica === undefined) return void response.writeHead(503).end();
    taken.set(replica, (taken.get(replica) ?? 0) + 1);
    await handOn(request, body, replica).then(
      (answer) => pass(answer, response),
      () => response.writeHead(502).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/slack/events`, replicas, taken };
}

async function isReady({ bot }: Replica): Promise<boolean> {
  return (await bot.probe('/readyz').catch(() => null))?.status === 200;
}

function handOn({ headers }: IncomingMessage, body: Buffer, { address }: Replica): Promise<Response> {
  const kept = Object.entries(headers).filter(
    ([name]) => name.startsWith('x-slack-') || name === 'content-type',
  );
  const given = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
  return fetch(address, { method: 'POST', headers: given, body: new Uint8Array(body) });
}

async function pass(answer: Response, response: ServerResponse): Promise<void> {
  const type = answer.headers.get('content-type');
  response.writeHead(answer.status, type === null ? {} : { 'Content-Type': type });
  response.end(Buffer.from(await answer.arrayBuffer()));
}
