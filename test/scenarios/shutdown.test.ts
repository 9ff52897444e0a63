import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { startStandIn } from '../../src/playground/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { SIGNATURE_QUESTION } from '../slack/sample-facts.ts';
import { readOwnManifest } from '../slack/slack-desk.ts';
import { START_MS, type StartedBot, startBot } from './started-bot.ts';

async function openWorkspace() {
  const slack = await startStandIn({ manifest: await readOwnManifest() });
  onTestFinished(() => slack.close());
  return { slack, env: { FACTDESK_DATA: await createFolder({}) } };
}

const READY = { status: 200, text: 'ready\n' };

async function untilReady(bot: StartedBot): Promise<void> {
  await bot.untilLogged(/connected to Slack/);
  await expect.poll(() => bot.probe('/readyz'), { timeout: START_MS }).toEqual(READY);
}

it('a bot that is asked to end is not ready from then on, takes nothing new, sends the reply in hand and ends with 0', async () => {
  const { slack, env } = await openWorkspace();
  const bot = await startBot(slack, { env });
  await untilReady(bot);
  const [ada, grace] = [slack.person('ada'), slack.person('grace')];
  slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 3 });
  const inHand = ada.directMessage(SIGNATURE_QUESTION);
  const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');
  await slack.until(() => posts().length > 0);
  bot.signal('SIGTERM');
  await expect
    .poll(() => bot.probe('/readyz'), { interval: 10, timeout: 1_000 })
    .toEqual({ status: 503, text: 'not ready: it is stopping\n' });
  expect((await bot.probe('/livez')).status).toBe(200);
  await slack.until(() => slack.sockets.size === 0);
  expect(ada.thread('dm', inHand.ts)).toHaveLength(0);
  const later = grace.directMessage(SIGNATURE_QUESTION);
  expect(await bot.ended).toBe(0);
  expect(ada.thread('dm', inHand.ts)).toHaveLength(1);
  expect(grace.thread('dm', later.ts)).toHaveLength(0);
  expect(bot.log()).not.toContain('stopped before the last reply was sent');

  await startBot(slack, { env });
  await grace.reply(later, { withinMs: START_MS });
  expect(ada.thread('dm', inHand.ts)).toHaveLength(1);
}, 180_000);

it.each([
  ['SIGTERM', 'SIGTERM', 143],
  ['SIGTERM', 'SIGINT', 130],
] as const)(
  'a bot that is asked twice to end (%s, %s) ends at once',
  async (first, second, code) => {
    const { slack, env } = await openWorkspace();
    const bot = await startBot(slack, { env });
    await untilReady(bot);
    slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 60 });
    const ada = slack.person('ada');
    ada.directMessage(SIGNATURE_QUESTION);
    await slack.until(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
    bot.signal(first);
    await slack.until(() => slack.sockets.size === 0);
    await expect.poll(() => bot.probe('/readyz')).toMatchObject({ status: 503 });
    // What comes in the same moment is one press of Ctrl-C.
    await sleep(300);
    const began = performance.now();
    bot.signal(second);
    expect(await bot.ended).toBe(code);
    expect(performance.now() - began).toBeLessThan(1_500);
  },
  180_000,
);
