import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBalancer } from '../../bench/balancer.ts';
import type { StandIn } from '../../src/playground/index.ts';
import { install, type Newsrooms, openNewsrooms } from '../cli/workspaces/open-newsrooms.ts';
import { databaseKinds } from '../ledger/test-databases.ts';
import { runShell } from './running-process.ts';

/** A token is refreshed when it is good for less than this, in seconds. */
const EARLY = 30 * 60;
const HOURS = 12 * 60 * 60;

/** Two processes of the bot on one ledger, behind a balancer. */
async function openReplicas(newsrooms: Newsrooms) {
  const replicas = [1, 2].map(() => {
    const bot = runShell('node bin/factdesk.js serve', { env: { ...newsrooms.env, SLACK_APP_TOKEN: '' } });
    onTestFinished(() => bot.interrupt());
    return bot;
  });
  const addresses = await Promise.all(
    replicas.map(async (bot) => (await bot.untilPrinted(/"address":"([^"]+)","msg":"workspaces/))[1] ?? ''),
  );
  const upstreams = addresses.map((address) => ({ address, isReady: async () => true }));
  const { origin, close } = await openBalancer(() => upstreams);
  onTestFinished(close);
  const address = `${origin}/slack/events`;
  for (const slack of [newsrooms.north, newsrooms.south]) await slack.setRequestUrl(address);
  newsrooms.directory.redirectUrl = `${origin}/slack/oauth_redirect`;
  return { replicas, address };
}

function repliesIn(slack: StandIn): number {
  return slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
}

describe.each(await databaseKinds())('two processes $name', ({ name }) => {
  it('refresh the token of a workspace once while 100 events come in, and answer each of them once', async () => {
    const newsrooms = await openNewsrooms({ isOnPostgres: name.includes('PostgreSQL') });
    const { directory, north } = newsrooms;
    const { replicas, address } = await openReplicas(newsrooms);
    const life = 25;
    directory.tokenSeconds = EARLY + life;
    const installedAt = Date.now();
    expect((await install({ address }, north)).status).toBe(200);
    directory.tokenSeconds = HOURS;
    // Both are at work before the token is due.
    const people = Array.from({ length: 100 }, (_, at) => north.person(`reporter${at}`));
    const [ada] = people;
    for (let at = 0; at < 4; at += 1)
      await ada?.reply(ada.directMessage('Who owns the crane?'), { withinMs: 20_000 });
    for (const bot of replicas) await bot.untilPrinted(/"workspace":"T0NORTH".*connected to Slack/);
    expect(directory.refreshes).toBe(0);
    await sleep(Math.max(0, installedAt + life * 1_000 + 500 - Date.now()));

    const before = repliesIn(north);
    for (const person of people) person.directMessage('Who owns the crane?');
    await north.until(() => repliesIn(north) >= before + 100, { withinMs: 60_000 });
    await sleep(1_000);
    expect(repliesIn(north)).toBe(before + 100);
    expect(directory.refreshes).toBe(1);
    for (const bot of replicas) expect(bot.printed()).not.toMatch(/xox[be]|was not refreshed/);
  }, 180_000);
});
