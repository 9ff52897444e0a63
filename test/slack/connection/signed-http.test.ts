import { Agent, request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { LedgerError, openLedger } from '../../../src/ledger/index.ts';
import { NOBODY, type RefusedRequest } from '../../../src/slack/sending/slack-observer.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { openSampleDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../sample-facts.ts';
import { openSlackDesk } from '../slack-desk.ts';
import { headersOf, lastEvent, post } from './signed-request.ts';

const MINUTE = 60_000;
const CHALLENGE = JSON.stringify({ type: 'url_verification', challenge: 'c0ffee' });

async function openHttpDesk(changes: Parameters<typeof openSlackDesk>[0] = {}, more = {}) {
  const refusals: RefusedRequest[] = [];
  const observer = { ...NOBODY, refused: (reason: RefusedRequest) => void refusals.push(reason) };
  const desk = await openSlackDesk({ observer, ...changes }, { connection: 'http', ...more });
  const address = desk.app.address ?? '';
  const told = () => desk.log().split('a request was refused').length - 1;
  return { ...desk, address, secret: desk.slack.signingSecret, refusals, told };
}

describe('a bot that takes signed requests', () => {
  it('opens no socket, and is connected as long as it listens', async () => {
    const { slack, app, address, log } = await openHttpDesk();
    expect(slack.calls.map(({ method }) => method)).not.toContain('apps.connections.open');
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/slack\/events$/);
    expect(log()).toContain(`"address":"${address}"`);
    expect(app.isConnected()).toBe(true);
    await app.stop({ deadlineMs: 1_000 });
    expect(app.isConnected()).toBe(false);
    await expect(fetch(address)).rejects.toThrow();
  });

  it("answers Slack's challenge and its look at the certificate", async () => {
    const { address, secret } = await openHttpDesk();
    expect(await post(address, { body: CHALLENGE, secret })).toEqual([200, '{"challenge":"c0ffee"}']);
    const form = { type: 'application/x-www-form-urlencoded', secret: 'nobody' };
    expect(await post(address, { body: 'ssl_check=1&token=t', ...form })).toEqual([200, '']);
  });

  it('takes note of what is no event of anybody, such as that it is sent too many', async () => {
    const { address, secret } = await openHttpDesk();
    const body = JSON.stringify({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 });
    expect(await post(address, { body, secret })).toEqual([200, '']);
  });

  it('has nothing at any other address, nor for any other method', async () => {
    const { address, secret } = await openHttpDesk();
    const { origin } = new URL(address);
    for (const path of [
      '/',
      '/slack/events/',
      '/slack',
      '//slack/events',
      '/slack/install',
      '/%',
      '/metrics',
    ])
      expect([path, await post(`${origin}${path}`, { body: CHALLENGE, secret })]).toEqual([path, [404, '']]);
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])
      expect([method, (await fetch(address, { method })).status]).toEqual([method, 404]);
    expect((await post(`${address}?a=1`, { body: CHALLENGE, secret }))[0]).toBe(200);
  });

  it.each(['', 'nothing', 'null', '7', '"ssl_check"', '[{"ssl_check":"1"}]', '{"type":'])(
    'refuses %j though it is signed',
    async (body) => {
      const { address, secret, refusals } = await openHttpDesk();
      expect(await post(address, { body, secret })).toEqual([400, '']);
      const form = { type: 'application/x-www-form-urlencoded', secret };
      expect((await post(address, { body: `payload=${encodeURIComponent(body)}`, ...form }))[0]).toBe(400);
      expect(refusals).toEqual(['unreadable', 'unreadable']);
    },
  );

  it('reads nothing else of what claims to be the look at the certificate', async () => {
    const { slack, address } = await openHttpDesk();
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
    const before = slack.calls.length;
    const event = encodeURIComponent(lastEvent(slack).replace(/"event_id":"\w+"/, '"event_id":"Ev0FORGED"'));
    const form = { type: 'application/x-www-form-urlencoded', secret: 'nobody' };
    expect(await post(address, { body: `ssl_check=1&payload=${event}`, ...form })).toEqual([200, '']);
    expect((await post(address, { body: `ssl_check=2&payload=${event}`, ...form }))[0]).toBe(401);
    expect((await post(address, { body: '{"ssl_check":"1"}', secret: 'nobody' }))[0]).toBe(401);
    expect(slack.calls).toHaveLength(before);
  });

  it('asks Slack to send again what it cannot keep, and answers it once', async () => {
    const ledger = await openLedger({ directory: await createFolder({}), now: () => new Date() });
    let isAway = true;
    const acceptQuestion: typeof ledger.acceptQuestion = async (question) => {
      if (isAway) throw new LedgerError('it is away');
      return ledger.acceptQuestion(question);
    };
    const { slack } = await openHttpDesk(
      { ledger: { ...ledger, acceptQuestion } },
      { timing: { retryAfterMs: [100, 500] } },
    );
    const ada = slack.person('ada');
    const question = ada.directMessage(SIGNATURE_QUESTION);
    await expect
      .poll(() => slack.envelopes[0]?.acknowledgement)
      .toEqual({ kind: 'unacknowledged', reason: 'http_error' });
    isAway = false;
    await ada.until(() => ada.thread('dm', question.ts).some(({ words }) => words.includes(SIGNATURE_QUOTE)));
    await expect.poll(() => slack.envelopes.at(-1)?.acknowledgement?.kind).toBe('acknowledged');
    const replies = ada.thread('dm', question.ts).filter(({ words }) => words.includes(SIGNATURE_QUOTE));
    expect(replies).toHaveLength(1);
  });

  it('says that its port is taken, and what to do', async () => {
    const { address } = await openHttpDesk();
    const port = Number(new URL(address).port);
    const signedHttp = { signingSecret: 'a'.repeat(32), host: '127.0.0.1', port };
    await expect(openSlackDesk({ signedHttp }, { connection: 'http' })).rejects.toMatchObject({
      message: `PORT ${port} is taken by another program. Set PORT to a free one, or end that program. (EADDRINUSE)`,
      isForGood: true,
    });
    const elsewhere = { ...signedHttp, host: '192.0.2.1', port: 0 };
    await expect(openSlackDesk({ signedHttp: elsewhere }, { connection: 'http' })).rejects.toThrow(
      /^SLACK_HTTP_HOST 192\.0\.2\.1 cannot be listened on\. .*EADDRNOTAVAIL/,
    );
  });
});

describe('a request that is sent once more', () => {
  it('is answered as if it were new, and no question is answered twice', async () => {
    const { slack, address, secret, ledger } = await openHttpDesk();
    const ada = slack.person('ada');
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    await ada.reply(question);
    const mention = slack.envelopes.find(({ payload }) => JSON.stringify(payload).includes('app_mention'));
    const replayed = { body: JSON.stringify(mention?.payload), secret, at: new Date() };
    const statuses = await Promise.all([1, 2, 3].map(() => post(address, replayed)));
    expect(statuses.map(([status]) => status)).toEqual([200, 200, 200]);
    expect(ada.thread('newsroom', question.ts)).toHaveLength(1);
    expect(await ledger.questionsOf(ada.id)).toHaveLength(1);
  });

  it('is refused from five minutes on', async () => {
    const { address, secret } = await openHttpDesk();
    const ago = (ms: number) => ({ body: CHALLENGE, secret, at: new Date(Date.now() - ms) });
    expect((await post(address, ago(4.9 * MINUTE)))[0]).toBe(200);
    expect((await post(address, ago(5.1 * MINUTE)))[0]).toBe(401);
  });
});

describe('a signing secret that is not the one of the app', () => {
  it('lets nothing in, and the log says once what to do', async () => {
    const { slack, address, log, refusals, told } = await openHttpDesk();
    for (let count = 0; count < 20; count += 1)
      expect(await post(address, { body: CHALLENGE, secret: 'f'.repeat(32) })).toEqual([401, '']);
    expect(refusals).toEqual(Array(20).fill('forged'));
    expect(told()).toBe(1);
    expect(log()).toMatch(
      /not signed with SLACK_SIGNING_SECRET\. .*api\.slack\.com\/apps.*Basic Information/,
    );
    expect(log()).not.toContain(slack.signingSecret);
  });

  it('is told of again after a minute, with how many requests came', async () => {
    let passed = 0;
    const now = () => new Date(Date.now() + passed);
    const { address, log } = await openHttpDesk({ now });
    const send = () => post(address, { body: CHALLENGE, secret: 'f'.repeat(32), at: now() });
    for (let count = 0; count < 3; count += 1) await send();
    passed = MINUTE;
    await send();
    const counts = [...log().matchAll(/"reason":"forged","requests":(\d+)/g)].map(([, count]) => count);
    expect(counts).toEqual(['1', '3']);
  });

  it('shows as soon as Slack is given the address', async () => {
    const signedHttp = { signingSecret: 'f'.repeat(32), host: '127.0.0.1', port: 0 };
    await expect(openHttpDesk({ signedHttp })).rejects.toThrow(/did not answer the challenge: HTTP 401/);
  });

  it.each([
    ['no signature', { 'X-Slack-Signature': undefined }],
    ['an empty one', { 'X-Slack-Signature': '' }],
    ['one of another version', { 'X-Slack-Signature': `v1=${'0'.repeat(64)}` }],
    ['half of one', { 'X-Slack-Signature': 'v0' }],
    ['no time', { 'X-Slack-Request-Timestamp': undefined }],
    ['a time that is none', { 'X-Slack-Request-Timestamp': 'NaN' }],
  ])('is no worse than %s', async (_, change) => {
    const { address, secret } = await openHttpDesk();
    const headers = Object.entries({ ...headersOf({ body: CHALLENGE, secret }), ...change });
    const sent = headers.filter((header): header is [string, string] => header[1] !== undefined);
    expect((await fetch(address, { method: 'POST', body: CHALLENGE, headers: sent })).status).toBe(401);
  });
});

describe('a clock that is ten minutes off', () => {
  it.each([
    ['behind', -10],
    ['ahead', 10],
  ])('(%s) lets nothing in, and the log says that it is the clock', async (_, minutes) => {
    const now = () => new Date(Date.now() + minutes * MINUTE);
    const { slack, address, secret, log, refusals, told } = await openHttpDesk({ now }, { now });
    expect(await post(address, { body: CHALLENGE, secret })).toEqual([401, '']);
    expect((await post(address, { body: CHALLENGE, secret }))[0]).toBe(401);
    expect(refusals).toEqual(['stale', 'stale']);
    expect(told()).toBe(1);
    expect(log()).toMatch(/The clock of this machine is off: set it by NTP/);
    expect(log()).toMatch(new RegExp(`"secondsOld":${minutes < 0 ? '-' : ''}(599|600|601),`));
    const ada = slack.person('ada');
    expect((await ada.reply(ada.directMessage(SIGNATURE_QUESTION))).words).toContain(SIGNATURE_QUOTE);
  });
});

describe('a bot that is stopped', () => {
  it('answers the request in hand, and takes no other through a connection that is open', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const ledger = await openLedger({ directory: await createFolder({}), now: () => new Date() });
    let isAccepting = false;
    const acceptQuestion: typeof ledger.acceptQuestion = async (question) => {
      isAccepting = true;
      await held;
      return ledger.acceptQuestion(question);
    };
    const { slack, app, address, secret } = await openHttpDesk({
      ledger: { ...ledger, acceptQuestion },
      factDesk: await openSampleDesk(),
    });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = () =>
      new Promise<number | string>((resolve) => {
        const headers = headersOf({ body: CHALLENGE, secret });
        const sent = httpRequest(address, { agent, method: 'POST', headers }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode ?? 0));
        });
        sent.on('error', ({ message }) => resolve(message)).end(CHALLENGE);
      });
    expect(await ask()).toBe(200);
    slack.person('ada').directMessage(SIGNATURE_QUESTION);
    await expect.poll(() => isAccepting).toBe(true);
    const stopped = app.stop({ deadlineMs: 5_000 });
    expect(await ask()).not.toBe(200);
    finish();
    expect(await stopped).toBe(true);
    expect(slack.envelopes[0]?.acknowledgement?.kind).toBe('acknowledged');
    expect(slack.person('ada').messages('dm').length).toBeGreaterThan(0);
    agent.destroy();
  });
});
