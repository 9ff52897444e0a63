import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type StandIn, startStandIn } from '../../src/playground/index.ts';
import { caller } from './caller.ts';
import { tinyManifest } from './tiny-manifest.ts';

describe('the playground', () => {
  let standIn: StandIn;
  let port: number;
  let own: string;

  beforeEach(async () => {
    standIn = await startStandIn({ manifest: tinyManifest });
    port = Number(new URL(standIn.url).port);
    own = `127.0.0.1:${port}`;
  });
  // Whatever was tried, it goes on serving, and nothing was said.
  afterEach(async () => {
    expect((await fetch(standIn.url)).status).toBe(200);
    expect(standIn.person('maya').messages('newsroom')).toEqual([]);
    await standIn.close();
  });

  interface Asked {
    readonly path?: string;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }

  interface Unreadable {
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array<ArrayBuffer>;
  }

  /** The status of an answer, with headers that `fetch` would not send as they are. */
  const ask = ({ path = '/', method = 'GET', headers = {}, body }: Asked) =>
    new Promise<number>((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      });
      call.on('error', reject);
      call.end(body);
    });

  /** The first line of the answer to bytes as they are. */
  const sendRaw = async (bytes: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(bytes);
    const [answer] = await once(socket, 'data');
    socket.destroy();
    return String(answer).split('\r\n')[0];
  };

  it.each([
    ['its own page', { Origin: 'own', 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['a person who types the address', { 'Sec-Fetch-Site': 'none' }, 200],
    ['a program', {}, 200],
    ['this machine by its name', { Host: 'localhost:9' }, 200],
    ['this machine by its IPv6 address', { Host: '[::1]:9' }, 200],
    ['a page elsewhere', { Origin: 'https://elsewhere.example' }, 403],
    ['a page on another port of this machine', { Origin: 'http://127.0.0.1:1' }, 403],
    ['a page that hides its origin', { Origin: 'null' }, 403],
    ['a picture in a page elsewhere', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a picture in a page on another port', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['a name that was made to lead here', { Host: 'rebound.example:PORT' }, 403],
    ['a name that begins like ours', { Host: '127.0.0.1.elsewhere.example' }, 403],
    ['a name that ends like ours', { Host: 'elsewhere.example:1@127.0.0.1' }, 403],
    [
      'a name that leads here, with its own page',
      { Host: 'rebound.example', Origin: 'http://rebound.example' },
      403,
    ],
  ])('answers %s with %o by %i', async (_, given, status) => {
    const headers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        value === 'own' ? `http://${own}` : value.replace('PORT', String(port)),
      ]),
    );
    expect(await ask({ headers: { Host: own, ...headers } })).toBe(status);
    const upgrade = { ...headers, Connection: 'Upgrade', Upgrade: 'websocket' };
    expect(await ask({ path: '/link?ticket=x', headers: { Host: own, ...upgrade } })).toBe(403);
  });

  it('tells browsers to run nothing else, to frame it nowhere and to guess no types', async () => {
    for (const path of ['', 'archives/C1/p1', 'page.js', 'no-such-page', 'api/chat.postMessage']) {
      const { headers } = await fetch(`${standIn.url}${path}`);
      expect(headers.get('content-security-policy')).toMatch(/default-src '(?:self|none)'/);
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
    const page = (await fetch(standIn.url)).headers.get('content-security-policy');
    expect(page).toContain("frame-ancestors 'none'");
    expect(page).not.toContain('unsafe');
  });

  it('has other tokens at each start, and guessable reply addresses at none', async () => {
    const other = await startStandIn({ manifest: tinyManifest });
    expect(other.botToken).toMatch(/^xoxb-/);
    expect(other.appToken).toMatch(/^xapp-/);
    expect(other.botToken).not.toBe(standIn.botToken);
    expect(other.appToken).not.toBe(standIn.appToken);
    expect(await caller(other)('auth.test', {}, standIn.botToken)).toMatchObject({ error: 'invalid_auth' });
    await other.close();
  });

  it('changes nothing when it is only looked at', async () => {
    const people = standIn.person('maya');
    const query = new URLSearchParams({
      token: standIn.botToken,
      channel: standIn.channel('newsroom').id,
      text: 'x',
    });
    expect(await ask({ path: `/api/chat.postMessage?${query}` })).toBe(404);
    expect(await ask({ path: '/page-state/a-stranger' })).toBe(404);
    const write = { kind: 'write', channel: 'newsroom', text: 'x' };
    const json = { 'Content-Type': 'application/json' };
    const action = { method: 'POST', headers: json, body: JSON.stringify(write) };
    expect(await ask({ path: '/actions/a-stranger', ...action })).toBe(400);
    expect(await ask({ path: '/actions/maya', ...action, headers: {} })).toBe(400);
    expect(standIn.calls).toEqual([]);
    expect(people.messages('newsroom')).toEqual([]);
    expect(standIn.channel('newsroom').members.size).toBe(4);
  });

  it.each([
    '//',
    '//elsewhere.example/',
    '/%',
    '/archives/%E0%A4%A',
    '/api/%',
    '/page-state/%',
    '*',
    'http://[/',
  ])('answers the address %s with 400, as a request and as a socket', async (path) => {
    const head = `GET ${path} HTTP/1.1\r\nHost: ${own}\r\n`;
    expect(await sendRaw(`${head}\r\n`)).toContain(' 400 ');
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
    const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
    expect(await sendRaw(`${head}${upgrade}${key}\r\n`)).toContain(' 400 ');
  });

  it('goes on when a socket is asked for and broken at once', async () => {
    for (let count = 0; count < 20; count += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`GET // HTTP/1.1\r\nHost: ${own}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
      await once(socket, 'connect');
      socket.resetAndDestroy();
    }
  });

  it.each([
    ['a body that is too long', { body: JSON.stringify({ text: 'x'.repeat(5_000_000) }) }, 413],
    [
      'a body that unfolds to too much',
      {
        headers: { 'Content-Encoding': 'gzip' },
        body: new Uint8Array(gzipSync(Buffer.alloc(50_000_000, ' '))),
      },
      413,
    ],
    ['a body that is no JSON', { body: '{"text":' }, 400],
    ['a body in no known packing', { headers: { 'Content-Encoding': 'x' }, body: '{}' }, 415],
  ] as readonly [string, Unreadable, number][])(
    'turns %s away without a trace',
    async (_, { headers = {}, body }, status) => {
      const answer = await fetch(`${standIn.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
      });
      expect(answer.status).toBe(status);
      expect(await answer.text()).not.toMatch(/\bat |node_modules/);
    },
  );

  it('refuses arguments that are nested without end', async () => {
    const nested = `${'['.repeat(400_000)}${']'.repeat(400_000)}`;
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${standIn.botToken}` };
    const given = { method: 'POST', headers, body: `{"channel":"#newsroom","text":${nested}}` };
    const answer = await fetch(`${standIn.apiUrl}chat.postMessage`, given);
    expect(await answer.json()).toMatchObject({ ok: false, error: 'invalid_arguments' });
    expect(await caller(standIn)('chat.postMessage', { channel: '#newsroom', blocks: nested })).toMatchObject(
      {
        ok: false,
        error: 'invalid_arguments',
      },
    );
  });

  it('turns a flood of headers away', async () => {
    const headers = Array.from({ length: 20_000 }, (_, number) => `X-${number}: ${'x'.repeat(50)}\r\n`).join(
      '',
    );
    expect(await sendRaw(`GET / HTTP/1.1\r\nHost: ${own}\r\n${headers}\r\n`)).toContain(' 431 ');
  });

  it('cuts a socket that sends too much, or what is nested without end', async () => {
    const call = caller(standIn);
    const open = async () => {
      const { url } = await call('apps.connections.open', {}, standIn.appToken);
      const socket = new WebSocket(String(url));
      socket.on('error', () => undefined);
      await once(socket, 'open');
      return socket;
    };
    const nested = await open();
    nested.send(`{"envelope_id":"1","payload":{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`);
    const flooding = await open();
    flooding.send(Buffer.alloc(20_000_000, ' '));
    await once(flooding, 'close');
    nested.terminate();
    await standIn.until(() => standIn.sockets.size === 0);
  });
});
