import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isValidSlackRequest } from '@slack/bolt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startStandIn, type Timing } from '../../src/playground/index.ts';
import { tinyManifest } from './tiny-manifest.ts';

interface Taken {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An app whose requests are answered by the test, after it took the address's challenge. */
async function openApp(timing: Partial<Timing> = {}) {
  const taken: Taken[] = [];
  let answer = (response: ServerResponse) => void response.end();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (body.includes('url_verification')) return void response.end(body);
    taken.push({ headers: request.headers, body });
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const manifest = { ...tinyManifest, settings: { ...tinyManifest.settings, socket_mode_enabled: false } };
  const standIn = await startStandIn({ manifest, timing });
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await standIn.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  await standIn.setRequestUrl(url);
  const answerWith = (next: typeof answer) => {
    answer = next;
  };
  return { standIn, taken, answerWith };
}

const retriesOf = (taken: readonly Taken[]) =>
  taken.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);

describe('an app without Socket Mode', () => {
  it('gets events as JSON, commands as a form and presses as one field of a form, each signed', async () => {
    const { standIn, taken } = await openApp();
    const maya = standIn.person('maya');
    maya.directMessage('hello');
    await expect.poll(() => taken.length).toBe(1);
    await maya.command('newsroom', '/echo', 'a & b');
    await maya.callShortcut('ask_echo');
    const [event, command, shortcut] = taken;
    expect(JSON.parse(event?.body ?? '')).toMatchObject({ type: 'event_callback', event: { text: 'hello' } });
    expect(new URLSearchParams(command?.body).get('text')).toBe('a &amp; b');
    const pressed = new URLSearchParams(shortcut?.body).get('payload');
    expect(JSON.parse(pressed ?? '')).toMatchObject({ type: 'shortcut', callback_id: 'ask_echo' });
    for (const { headers, body } of taken) {
      const signed = {
        'x-slack-signature': String(headers['x-slack-signature']),
        'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
      };
      const { signingSecret } = standIn;
      expect(isValidSlackRequest({ signingSecret, body, headers: signed })).toBe(true);
      expect(isValidSlackRequest({ signingSecret: 'other', body, headers: signed })).toBe(false);
    }
  });

  it('gets an event again, at once and then by schedule, with its number and why, until it takes it', async () => {
    const { standIn, taken, answerWith } = await openApp({
      acknowledgeWithinMs: 100,
      retryAfterMs: [0, 150, 150],
    });
    const answers = [
      (response: ServerResponse) => void response.writeHead(503).end(),
      () => {},
      (response: ServerResponse) => void response.destroy(),
      (response: ServerResponse) => void response.end(),
    ];
    answerWith((response) => {
      answers.shift()?.(response);
    });
    standIn.person('maya').directMessage('hello');
    await expect.poll(() => taken.length).toBe(4);
    expect(retriesOf(taken)).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_timeout'],
      ['3', 'connection_failed'],
    ]);
    expect(new Set(taken.map(({ body }) => body)).size).toBe(1);
    await expect.poll(() => standIn.envelopes.at(-1)?.acknowledgement?.kind).toBe('acknowledged');
  });

  it('gets an event no more after the last repeat, and commands only once', async () => {
    const { standIn, taken, answerWith } = await openApp({ retryAfterMs: [0] });
    answerWith((response) => void response.writeHead(500).end());
    const maya = standIn.person('maya');
    maya.directMessage('hello');
    await expect.poll(() => taken.length).toBe(2);
    expect(await maya.command('newsroom', '/echo')).toEqual({ kind: 'unacknowledged', reason: 'http_error' });
    expect(maya.messages('newsroom').at(-1)?.text).toBe('/echo failed with the error "dispatch_failed"');
    expect(taken).toHaveLength(3);
  });

  it('is not reached at an address that does not answer the challenge', async () => {
    const { standIn } = await openApp();
    await expect(standIn.setRequestUrl(`${standIn.url}slack/events`)).rejects.toThrow(
      /did not answer the challenge: HTTP 40\d\.$/,
    );
  });
});
