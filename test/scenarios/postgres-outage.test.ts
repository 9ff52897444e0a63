import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Person, type SeenMessage, startStandIn } from '../../src/playground/index.ts';
import { openTcpProxy } from '../ledger/tcp-proxy.ts';
import { createTestDatabase, databaseKinds, POSTGRES_URL } from '../ledger/test-databases.ts';
import { readOwnManifest } from '../slack/slack-desk.ts';
import { START_MS, startBot } from './started-bot.ts';

const kinds = await databaseKinds();
const QUESTION = 'How big is an anti-personnel mine?';
const QUOTE = 'hockey puck';
const NOT_NOW = 'could not be looked up just now';
const OUTAGE_MS = 60_000;

async function openWorkspace() {
  const database = await createTestDatabase(POSTGRES_URL);
  const proxy = await openTcpProxy(database.databaseUrl ?? '');
  const slack = await startStandIn({ manifest: await readOwnManifest() });
  onTestFinished(async () => {
    await slack.close();
    await proxy.close();
    await database.remove();
  });
  return { slack, proxy, env: { DATABASE_URL: proxy.through(database.databaseUrl ?? '') } };
}

const replies = (person: Person, { ts }: SeenMessage, words: string) =>
  person.thread('dm', ts).filter((reply) => `${reply.text}${reply.words}`.includes(words)).length;

describe.skipIf(kinds.length === 1)('a bot whose PostgreSQL', () => {
  it('is away at its start says so and ends; what was asked meanwhile is answered after the next start, once', async () => {
    const { slack, proxy, env } = await openWorkspace();
    const ada = slack.person('ada');
    proxy.refuse();
    const early = await startBot(slack, { env });
    const asked = ada.directMessage(QUESTION);
    expect(await early.ended).toBe(1);
    expect(early.log()).toMatch(
      /The ledger at 127\.0\.0\.1:\d+\/\w+ \(DATABASE_URL\) cannot be opened: no server answers there\. Start PostgreSQL/,
    );
    expect(early.log()).not.toMatch(/\n\s+at /);
    await proxy.resume();
    await startBot(slack, { env });
    await ada.until(() => replies(ada, asked, QUOTE) > 0, { withinMs: START_MS });
    await ada.reply(ada.directMessage('help'));
    expect(ada.thread('dm', asked.ts)).toHaveLength(1);
  }, 180_000);

  it('is away for a minute is not ready, answers what it had taken, tells whoever asks, and answers them when it is back', async () => {
    const { slack, proxy, env } = await openWorkspace();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    const bot = await startBot(slack, { env });
    await bot.untilLogged(/connected to Slack/);
    await expect.poll(() => bot.probe('/readyz'), { timeout: START_MS }).toMatchObject({ status: 200 });
    slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 3 });
    const taken = ada.directMessage(QUESTION);
    await slack.until(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
    const began = performance.now();
    proxy.refuse();
    await ada.until(() => replies(ada, taken, QUOTE) > 0, { withinMs: 10_000 });
    expect(await bot.probe('/readyz')).toMatchObject({ status: 503 });
    expect((await bot.probe('/livez')).status).toBe(200);
    const meanwhile: SeenMessage[] = [];
    while (performance.now() - began < OUTAGE_MS) {
      const question = grace.directMessage(QUESTION);
      meanwhile.push(question);
      await grace.until(() => replies(grace, question, NOT_NOW) > 0, { withinMs: 10_000 });
      await sleep(10_000);
    }
    await proxy.resume();
    await expect.poll(() => bot.probe('/readyz'), { timeout: 20_000 }).toMatchObject({ status: 200 });
    const later = ada.directMessage(QUESTION);
    await ada.until(() => replies(ada, later, QUOTE) > 0);
    // Slack sends what was not acknowledged again after a minute, and once more after five.
    const isAnswered = (question: SeenMessage) => replies(grace, question, QUOTE) === 1;
    await grace.until(() => meanwhile.slice(1).every(isAnswered), { withinMs: 90_000 });
    await sleep(2_000);
    for (const question of meanwhile) {
      expect(replies(grace, question, QUOTE)).toBeLessThanOrEqual(1);
      expect(replies(grace, question, NOT_NOW)).toBe(1);
    }
    expect(ada.thread('dm', taken.ts)).toHaveLength(1);
  }, 300_000);
});
