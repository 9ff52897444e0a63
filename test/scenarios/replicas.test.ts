import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBalancer, type Upstream } from '../../bench/balancer.ts';
import { type Person, type SeenMessage, type StandIn, startStandIn } from '../../src/playground/index.ts';
import { createTestDatabase, databaseKinds, POSTGRES_URL } from '../ledger/test-databases.ts';
import { SIGNATURE_QUESTION } from '../slack/sample-facts.ts';
import { readOwnManifest } from '../slack/slack-desk.ts';
import { START_MS, type StartedBot, startBot } from './started-bot.ts';

const kinds = await databaseKinds();
const QUESTIONS = 200;
const ASKERS = 20;
/** So that the questions last as long as both replacements, on a machine that does much else. */
const PAUSE_MS = 100;
const WITHIN_A_MINUTE_MS = 75_000;
const TIMING = { acknowledgeWithinMs: 3_000, retryAfterMs: [0, 1_000, 5_000] };

interface Asked {
  readonly person: Person;
  readonly question: SeenMessage;
}

const repliesTo = ({ person, question }: Asked) =>
  person.thread(question.channel, question.ts).filter(({ isFromApp }) => isFromApp);

async function openWorkspace(connection: 'socket' | 'http') {
  const database = await createTestDatabase(POSTGRES_URL);
  onTestFinished(() => database.remove());
  const manifest = await readOwnManifest();
  const settings = { ...manifest.settings, socket_mode_enabled: connection === 'socket' };
  const slack = await startStandIn({ manifest: { ...manifest, settings }, timing: TIMING });
  onTestFinished(() => slack.close());
  return { slack, env: { DATABASE_URL: database.databaseUrl ?? '' } };
}

/** Half of them in direct messages, half aloud, until there are so many and `isOver`. */
async function askOn(slack: StandIn, isOver: () => boolean): Promise<readonly Asked[]> {
  const people = Array.from({ length: ASKERS }, (_, at) => slack.person(`asker${at}`));
  for (const [at] of people.entries()) slack.addChannel(`room${at}`);
  const asked: Asked[] = [];
  while (asked.length < QUESTIONS || !isOver()) {
    const at = asked.length % ASKERS;
    const person = people[at] as Person;
    const isAloud = asked.length % (2 * ASKERS) < ASKERS;
    const question = isAloud
      ? person.say(`room${at}`, `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`)
      : person.directMessage(SIGNATURE_QUESTION);
    asked.push({ person, question });
    await sleep(PAUSE_MS);
  }
  return asked;
}

const isReady = async (bot: StartedBot) => (await bot.probe('/readyz').catch(() => null))?.status === 200;

async function untilReady(bot: StartedBot): Promise<void> {
  await bot.untilLogged(/connected to Slack/);
  await expect.poll(async () => (await bot.probe('/readyz')).text, { timeout: START_MS }).toBe('ready\n');
}

/** Puts another in the place of each, one after the other, while people ask. */
async function rollOver<Replica extends { readonly bot: StartedBot }>(
  slack: StandIn,
  { start, leave }: { readonly start: () => Promise<Replica>; readonly leave: (replica: Replica) => void },
): Promise<readonly Asked[]> {
  const before = await Promise.all([start(), start()]);
  let isOver = false;
  const asking = askOn(slack, () => isOver);
  await sleep(10 * PAUSE_MS);
  for (const replica of before) {
    replica.bot.signal('SIGTERM');
    expect(await replica.bot.ended).toBe(0);
    leave(replica);
    await start();
  }
  isOver = true;
  return asking;
}

/** What became of what Slack sent of a question. */
function fateOf({ envelopes }: StandIn, { question }: Asked): string {
  const sent = envelopes.filter(({ payload }) => JSON.stringify(payload).includes(question.ts));
  return `${question.ts}: ${sent.map(({ acknowledgement }) => acknowledgement?.kind).join(', ')}`;
}

/** Each has one reply, and gets no other. What a copy leaves at its end another takes up within two minutes. */
async function expectOneReplyEach(slack: StandIn, asked: readonly Asked[]): Promise<void> {
  const unanswered = () => asked.filter((one) => repliesTo(one).length === 0);
  await expect
    .poll(() => unanswered().map((one) => fateOf(slack, one)), { timeout: 150_000, interval: 500 })
    .toEqual([]);
  await sleep(2_000);
  expect(asked.filter((one) => repliesTo(one).length > 1)).toEqual([]);
}

describe.skipIf(kinds.length === 1)('two copies of the bot on one PostgreSQL', () => {
  it('lose no question and answer none twice while each is replaced, by sockets', async () => {
    const { slack, env } = await openWorkspace('socket');
    const start = async () => {
      const bot = await startBot(slack, { env });
      await untilReady(bot);
      return { bot };
    };
    const asked = await rollOver(slack, { start, leave: () => {} });
    expect(asked.length).toBeGreaterThanOrEqual(QUESTIONS);
    await expectOneReplyEach(slack, asked);
    expect(slack.sockets.size).toBe(2);
  }, 300_000);

  it('lose no question and answer none twice while each is replaced, behind a balancer', async () => {
    const { slack, env } = await openWorkspace('http');
    const replicas = new Set<Upstream>();
    const { origin, taken, close } = await openBalancer(() => [...replicas]);
    onTestFinished(close);
    const http = {
      SLACK_APP_TOKEN: '',
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_HTTP_HOST: '',
      PORT: '0',
    };
    const start = async () => {
      const bot = await startBot(slack, { env: { ...env, ...http } });
      const [, listens = ''] = await bot.untilLogged(/"address":"([^"]+)".*connected to Slack/);
      await untilReady(bot);
      const replica = { bot, address: listens, isReady: () => isReady(bot) };
      replicas.add(replica);
      if (replicas.size === 1) await slack.setRequestUrl(`${origin}/slack/events`);
      return replica;
    };
    const asked = await rollOver(slack, { start, leave: (replica) => replicas.delete(replica) });
    expect(asked.length).toBeGreaterThanOrEqual(QUESTIONS);
    await expectOneReplyEach(slack, asked);
    // Both of before, and both of after.
    expect([...taken.values()].filter((requests) => requests > 10)).toHaveLength(4);
  }, 300_000);

  it('answer within a minute, and once, the twenty questions that a killed one had in hand', async () => {
    const { slack, env } = await openWorkspace('socket');
    const killed = await startBot(slack, { env });
    await untilReady(killed);
    slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 600 }, 20);
    const asked = Array.from({ length: 20 }, (_, at) => {
      const person = slack.person(`asker${at}`);
      return { person, question: person.directMessage(SIGNATURE_QUESTION) };
    });
    const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
    await slack.until(() => posts() === 20);
    await untilReady(await startBot(slack, { env }));
    killed.signal('SIGKILL');
    await killed.ended;
    const began = performance.now();
    await slack.until(() => asked.every((one) => repliesTo(one).length > 0), { withinMs: 120_000 });
    expect(performance.now() - began).toBeLessThan(WITHIN_A_MINUTE_MS);
    await expectOneReplyEach(slack, asked);
  }, 300_000);
});
