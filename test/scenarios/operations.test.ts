import { expect, it, onTestFinished } from 'vitest';
import { startStandIn } from '../../src/playground/index.ts';
import { SIGNATURE_QUESTION } from '../slack/sample-facts.ts';
import { readOwnManifest } from '../slack/slack-desk.ts';
import { startBot } from './started-bot.ts';

it('a running bot is alive, ready while a socket to Slack is open, and tells what it did without a word of it', async () => {
  const slack = await startStandIn({ manifest: await readOwnManifest() });
  onTestFinished(() => slack.close());
  const bot = await startBot(slack);
  await slack.until(() => slack.sockets.size > 0, { withinMs: 60_000 });
  await expect.poll(async () => (await bot.probe('/readyz')).status).toBe(200);
  const ada = slack.person('ada');
  await ada.reply(ada.directMessage(SIGNATURE_QUESTION), { withinMs: 30_000 });
  await expect
    .poll(async () => (await bot.probe('/metrics')).text)
    .toMatch(/factdesk_questions_total\{[^}]+\} 1/);
  const { text } = await bot.probe('/metrics');
  expect(text).toMatch(/factdesk_passages [1-9]\d*\n/);
  expect(text).toMatch(/factdesk_index_load_seconds \d+\.\d*[1-9]/);
  expect(text).toMatch(/factdesk_slack_calls_total\{method="chat.postMessage",result="answered"\} 1\n/);
  expect(text).toContain('factdesk_slack_calls_waiting 0\n');
  for (const secret of [ada.id, 'signature', slack.botToken, 'C0PG', 'D0PG'])
    expect(text).not.toContain(secret);
  slack.sockets.refuse('internal_error');
  slack.sockets.cut();
  await expect
    .poll(async () => (await bot.probe('/readyz')).text, { timeout: 10_000 })
    .toContain('no socket to Slack is open');
  expect((await bot.probe('/livez')).status).toBe(200);
  bot.signal('SIGTERM');
  expect(await bot.ended).toBe(0);
}, 120_000);
