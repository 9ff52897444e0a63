import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/index.ts';
import { startTinyApp } from './tiny-app.ts';
import { tinyManifest } from './tiny-manifest.ts';

describe('faults of the Web API', () => {
  let standIn: StandIn;
  let client: WebClient;

  beforeEach(async () => {
    standIn = await startStandIn({ manifest: tinyManifest });
    client = connect();
  });

  /** A client that tries twice. */
  const connect = (options: WebClientOptions = {}) =>
    new WebClient(standIn.botToken, {
      slackApiUrl: standIn.apiUrl,
      retryConfig: { retries: 1, minTimeout: 1, maxTimeout: 1 },
      logLevel: LogLevel.ERROR,
      ...options,
    });

  afterEach(() => standIn.close());

  const post = () => client.chat.postMessage({ channel: '#newsroom', text: 'hello' });
  const seen = () => standIn.person('maya').messages('newsroom').length;

  it('limits the rate of one method and lets the client try again', async () => {
    standIn.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 0 });
    await post();
    expect(standIn.calls.map(({ method, answer }) => [method, answer?.ok])).toEqual([
      ['chat.postMessage', undefined],
      ['chat.postMessage', true],
    ]);
    expect(seen()).toBe(1);
  });

  it('fails with HTTP 500 as often as told', async () => {
    standIn.faults.next('chat.postMessage', { kind: 'server-error' }, 2);
    await expect(post()).rejects.toThrow('500');
    expect(seen()).toBe(0);
    await post();
    expect(seen()).toBe(1);
  });

  it('answers with an error by name', async () => {
    standIn.faults.next('chat.postMessage', { kind: 'refused', error: 'restricted_action' });
    await expect(post()).rejects.toMatchObject({ data: { ok: false, error: 'restricted_action' } });
  });

  it('goes wrong with the calls that are chosen, until it is taken back', async () => {
    standIn.faults.each(({ method }) =>
      method === 'chat.postMessage' ? { kind: 'refused', error: 'internal_error' } : undefined,
    );
    await expect(post()).rejects.toMatchObject({ data: { error: 'internal_error' } });
    expect((await client.auth.test()).ok).toBe(true);
    standIn.faults.clear();
    await post();
    expect(seen()).toBe(1);
  });

  it('does not answer at all', async () => {
    standIn.faults.next('chat.postMessage', { kind: 'no-answer' }, 2);
    client = connect({ timeout: 100 });
    await expect(post()).rejects.toThrow();
    expect(seen()).toBe(0);
  });

  it('loses the answer of a call it carried out, so that a repeated post shows twice', async () => {
    standIn.faults.next('chat.postMessage', { kind: 'lost-answer' });
    await post();
    expect(seen()).toBe(2);
  });
});

describe('faults of the socket', () => {
  let standIn: StandIn;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    standIn = await startStandIn({
      manifest: tinyManifest,
      timing: { retryAfterMs: [0] },
    });
    ({ stop } = await startTinyApp(standIn, { reconnectAfterMs: 1_000 }));
  });

  afterEach(async () => {
    await stop();
    await standIn.close();
  });

  it.each([
    ['is cut', () => standIn.sockets.cut()],
    ['is asked to refresh', () => standIn.sockets.requestRefresh()],
  ])('keeps what people write while the socket %s until a new one opens', async (_, disturb) => {
    const maya = standIn.person('maya');
    disturb();
    await standIn.until(() => standIn.sockets.size === 0);
    const reply = await maya.reply(maya.say('newsroom', '@echo still there?'));
    expect(reply.words).toContain('still there?');
    expect(standIn.envelopes.at(-1)).toMatchObject({ retryAttempt: 1, type: 'events_api' });
  });

  it('says at once that a command failed while no socket is open, and takes it again after', async () => {
    const maya = standIn.person('maya');
    standIn.sockets.cut();
    await standIn.until(() => standIn.sockets.size === 0);
    await maya.command('newsroom', '/echo', 'x');
    expect(maya.messages('newsroom').at(-1)?.text).toBe('/echo failed with the error "dispatch_failed"');
    await standIn.until(() => standIn.sockets.size > 0);
    expect(await maya.command('newsroom', '/echo', 'x')).toMatchObject({ kind: 'acknowledged' });
  });

  it('delivers an event again with the same event id in a new envelope', async () => {
    const maya = standIn.person('maya');
    await maya.reply(maya.say('newsroom', '@echo twice'));
    standIn.redeliver();
    const [first, second] = await standIn.until(() => standIn.envelopes.length === 2 && standIn.envelopes);
    expect(second?.payload.event_id).toBe(first?.payload.event_id);
    expect(second?.envelopeId).not.toBe(first?.envelopeId);
    expect(second?.retryAttempt).toBe(1);
  });

  it('delivers one message as two kinds of event with two ids', async () => {
    const maya = standIn.person('maya');
    await maya.reply(maya.say('newsroom', '@echo both'));
    standIn.redeliver({ changes: { type: 'message', channel_type: 'channel' }, withNewId: true });
    const [first, second] = await standIn.until(() => standIn.envelopes.length === 2 && standIn.envelopes);
    expect(second?.payload.event_id).not.toBe(first?.payload.event_id);
    expect(second?.payload.event).toMatchObject({ type: 'message', text: `<@${standIn.botUserId}> both` });
  });

  it('sends each envelope to any one of several sockets', async () => {
    const second = await startTinyApp(standIn);
    const maya = standIn.person('maya');
    for (const text of ['@echo one', '@echo two', '@echo three'])
      await maya.reply(maya.say('newsroom', text));
    const posts = standIn.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(standIn.sockets.size).toBe(2);
    expect(posts).toHaveLength(3);
    await second.stop();
  });
});

describe('starting', () => {
  it('rejects with EADDRINUSE when the port is taken', async () => {
    const first = await startStandIn({ manifest: tinyManifest });
    const port = Number(new URL(first.url).port);
    await expect(startStandIn({ manifest: tinyManifest, port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await first.close();
  });
});
