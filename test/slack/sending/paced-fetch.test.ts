import { describe, expect, it } from 'vitest';
import { pacedFetch } from '../../../src/slack/sending/paced-fetch.ts';

const API = 'https://slack.example/api/';
const ok = () => new Response('{"ok":true}');
const limited = (after?: string) =>
  new Response(null, { status: 429, ...(after !== undefined && { headers: { 'Retry-After': after } }) });
const broken = () => new Response('', { status: 500 });
const notReached = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) });

/** A Slack that answers the first calls as told, and then well; waiting takes no time. */
function slackThat(...answers: readonly (() => Response | Error)[]) {
  const left = [...answers];
  const waits: number[] = [];
  const called: string[] = [];
  const fetchOnce: typeof fetch = async (address) => {
    called.push(String(address).replace(API, ''));
    const answer = (left.shift() ?? ok)();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  const { asked, background } = pacedFetch(fetchOnce, { wait, random: () => 0 });
  const call = (method: string, body = 'channel=C1', paced = asked) =>
    paced(`${API}${method}`, { method: 'POST', body });
  return { call, background, called, waits };
}

describe('calls to Slack', () => {
  it('wait as long as Slack asks', async () => {
    const { call, waits } = slackThat(() => limited('7'));
    expect((await call('views.publish')).ok).toBe(true);
    expect(waits).toContain(7_000);
  });

  it.each([undefined, '', 'soon', '0', '-3'])('wait a second where Slack asks for %j', async (after) => {
    const { call, waits } = slackThat(() => limited(after));
    expect((await call('views.publish')).ok).toBe(true);
    expect(waits).toContain(1_000);
  });

  it('wait longer each time where Slack does not say for how long', async () => {
    const { call, waits } = slackThat(limited, limited, limited);
    expect((await call('auth.test')).status).toBe(429);
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  it('that are worth nothing later are given up at once, with what Slack asked for', async () => {
    const { call } = slackThat(() => limited('30'));
    const answer = await call('views.open');
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '30']);
  });

  it('that Slack would have wait for a day are asked again after ten minutes at most', async () => {
    const { call, waits } = slackThat(() => limited('86400'));
    expect((await call('chat.update')).status).toBe(429);
    expect(Math.max(...waits)).toBeLessThanOrEqual(600_000);
  });

  it('are made again when Slack failed or was not reached, at most four seconds apart', async () => {
    const failures = [broken, notReached, broken, broken, notReached, broken];
    const { call, waits } = slackThat(...failures);
    expect((await call('auth.revoke')).ok).toBe(true);
    expect(waits).toEqual([500, 1_000, 2_000, 3_000, 3_000, 3_000]);
  });

  it('give Slack up after ten minutes, with its answer', async () => {
    const { call, called } = slackThat(...Array.from({ length: 300 }, () => broken));
    expect((await call('chat.update')).status).toBe(500);
    expect(called.length).toBeLessThan(220);
  });

  it('are never made again when the answer got lost', async () => {
    const lost = new TypeError('fetch failed', { cause: new Error('other side closed') });
    const { call, called } = slackThat(() => lost);
    await expect(call('chat.postMessage')).rejects.toBe(lost);
    expect(called).toHaveLength(1);
  });

  it('post in one channel in the order they came', async () => {
    const { call, called } = slackThat(() => limited('7'));
    await Promise.all([call('chat.postMessage'), call('chat.postEphemeral'), call('chat.postMessage')]);
    expect(called).toEqual([
      'chat.postMessage',
      'chat.postMessage',
      'chat.postEphemeral',
      'chat.postMessage',
    ]);
  });
});
