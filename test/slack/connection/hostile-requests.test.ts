import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../sample-facts.ts';
import { openSlackDesk, type SlackDesk } from '../slack-desk.ts';
import { headersOf, post } from './signed-request.ts';

const MEGABYTE = 1024 * 1024;

async function openHttpDesk() {
  const desk = await openSlackDesk({}, { connection: 'http' });
  return { ...desk, address: desk.app.address ?? '', secret: desk.slack.signingSecret };
}

/** A connection to the bot that the test writes into, and what the bot answered on it. */
async function dial(address: string) {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  let answered = '';
  socket.on('data', (data) => {
    answered += data;
  });
  await once(socket, 'connect');
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return { socket, answered: () => answered, closed };
}

/** The head of a request with a body of so many bytes. */
const headOf = (bytes: number, headers: Readonly<Record<string, string>> = {}) =>
  ['POST /slack/events HTTP/1.1', 'Host: factdesk', `Content-Length: ${bytes}`]
    .concat(Object.entries(headers).map(([name, value]) => `${name}: ${value}`))
    .map((line) => `${line}\r\n`)
    .concat('\r\n')
    .join('');

async function answersAda({ slack }: SlackDesk): Promise<number> {
  const start = performance.now();
  const ada = slack.person('ada');
  expect((await ada.reply(ada.directMessage(SIGNATURE_QUESTION))).words).toContain(SIGNATURE_QUOTE);
  return performance.now() - start;
}

it('a body of 10 MB is cut off in the middle, signed or not, and the log says so once', async () => {
  const desk = await openHttpDesk();
  const body = 'x'.repeat(10 * MEGABYTE);
  for (const secret of [desk.secret, 'nobody']) {
    const { socket, closed } = await dial(desk.address);
    socket.write(headOf(body.length, headersOf({ body, secret })));
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const writeMore = () => {
      if (!socket.destroyed && socket.bytesWritten < body.length) socket.write(chunk, writeMore);
    };
    writeMore();
    await closed;
    expect(socket.bytesWritten).toBeLessThan(8 * MEGABYTE);
  }
  expect(desk.log().split('larger than any of Slack').length - 1).toBe(1);
  await answersAda(desk);
});

it('the largest body that Slack might send is read', async () => {
  const { address, secret } = await openHttpDesk();
  const fill = 'x'.repeat(MEGABYTE - 60);
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c', fill });
  expect(body.length).toBeLessThanOrEqual(MEGABYTE);
  expect((await post(address, { body, secret }))[0]).toBe(200);
  expect((await post(address, { body: `${body}${' '.repeat(60)}`, secret }))[0]).toBe(413);
});

it('1,000 connections that send nothing keep no question waiting, and are closed within seconds', async () => {
  const desk = await openHttpDesk();
  await answersAda(desk);
  const idle: Socket[] = [];
  for (let dialled = 0; dialled < 1_000; dialled += 1) idle.push((await dial(desk.address)).socket);
  expect(idle.filter(({ destroyed }) => destroyed)).toEqual([]);
  expect(await answersAda(desk)).toBeLessThan(1_000);
  await expect.poll(() => idle.filter(({ closed }) => !closed).length, { timeout: 15_000 }).toBe(0);
}, 30_000);

it.each([
  ['body', headOf(2_000, headersOf({ body: 'x', secret: 'nobody' })), 'x'],
  ['head', 'POST /slack/events HTTP/1.1\r\nHost: factdesk\r\nX-Slow: ', 'x'],
])(
  'a %s that comes a character at a time is cut off, and keeps no question waiting',
  async (_, head, more) => {
    const desk = await openHttpDesk();
    const slow = await dial(desk.address);
    const start = performance.now();
    slow.socket.write(head);
    const dripping = setInterval(() => slow.socket.write(more), 100);
    onTestFinished(() => clearInterval(dripping));
    expect(await answersAda(desk)).toBeLessThan(1_000);
    await slow.closed;
    expect(performance.now() - start).toBeLessThan(8_000);
    expect(slow.answered()).toMatch(/^HTTP\/1\.1 408 /);
  },
  20_000,
);

it('a head without end is cut off', async () => {
  const desk = await openHttpDesk();
  const endless = await dial(desk.address);
  endless.socket.write(`POST /slack/events HTTP/1.1\r\nX-Long: ${'x'.repeat(64 * 1024)}`);
  await endless.closed;
  expect(endless.answered()).toMatch(/^HTTP\/1\.1 431 /);
  await answersAda(desk);
});

it('a request that is broken off is forgotten', async () => {
  const desk = await openHttpDesk();
  const { socket, closed } = await dial(desk.address);
  socket.write(headOf(2_000));
  await sleep(50);
  socket.destroy();
  await closed;
  await answersAda(desk);
  expect(desk.log()).not.toContain('a request was');
});

it('a stranger is not left with an open connection', async () => {
  const { address } = await openHttpDesk();
  const { socket, answered, closed } = await dial(address);
  socket.write('GET / HTTP/1.1\r\nHost: factdesk\r\n\r\n');
  await closed;
  expect(answered()).toMatch(/^HTTP\/1\.1 404 /);
});
