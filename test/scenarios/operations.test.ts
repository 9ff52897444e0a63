import { spawn } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import { startStandIn } from '../../src/playground/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { SIGNATURE_QUESTION } from '../slack/sample-facts.ts';
import { readOwnManifest } from '../slack/slack-desk.ts';

it('a running bot is alive, ready while a socket to Slack is open, and tells what it did without a word of it', async () => {
  const slack = await startStandIn({ manifest: await readOwnManifest() });
  onTestFinished(() => slack.close());
  const bot = spawn(process.execPath, ['bin/factdesk.js', 'serve'], {
    env: {
      ...process.env,
      ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
      ...{
        FACTDESK_DATA: await createFolder({}),
        FACTDESK_FACTS: 'test/fixtures/facts',
        FACTDESK_ARCHIVE: '',
      },
      ...{ FACTDESK_ADMIN_PORT: '0', DATABASE_URL: '', LOG_LEVEL: 'info' },
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void bot.kill('SIGKILL'));
  let log = '';
  bot.stderr.on('data', (chunk) => {
    log += chunk;
  });
  await slack.until(() => slack.sockets.size > 0, { withinMs: 60_000 });
  const port = /"port":(\d+),"msg":"probes and metrics are served"/.exec(log)?.[1];
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  await expect.poll(async () => (await get('/readyz')).status).toBe(200);
  const ada = slack.person('ada');
  await ada.reply(ada.directMessage(SIGNATURE_QUESTION), { withinMs: 30_000 });
  await expect.poll(async () => (await get('/metrics')).text).toMatch(/factdesk_questions_total\{[^}]+\} 1/);
  const { text } = await get('/metrics');
  expect(text).toMatch(/factdesk_passages [1-9]\d*\n/);
  expect(text).toMatch(/factdesk_slack_calls_total\{method="chat.postMessage",result="answered"\} 1\n/);
  expect(text).toContain('factdesk_slack_calls_waiting 0\n');
  for (const secret of [ada.id, 'signature', slack.botToken, 'C0PG', 'D0PG'])
    expect(text).not.toContain(secret);
  slack.sockets.refuse('internal_error');
  slack.sockets.cut();
  await expect
    .poll(async () => (await get('/readyz')).text, { timeout: 10_000 })
    .toContain('no socket to Slack is open');
  expect((await get('/livez')).status).toBe(200);
  const ended = new Promise((resolve) => bot.once('exit', resolve));
  bot.kill('SIGTERM');
  expect(await ended).toBe(0);
}, 120_000);
