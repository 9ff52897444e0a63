import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { readManifest, startStandIn } from '../../src/playground/index.ts';
import { run } from '../cli/run.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { SIGNATURE_QUESTION } from '../slack/sample-facts.ts';
import { runShell } from './running-process.ts';

/** An app as `factdesk manifest --http` describes it, in a workspace of its own. */
async function openWorkspace() {
  const { stdout } = await run(['manifest', '--http', 'https://factdesk.example.org']);
  const manifest = readManifest(parse(stdout));
  const slack = await startStandIn({ manifest });
  onTestFinished(() => slack.close());
  const env = {
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret },
    ...{ SLACK_APP_TOKEN: '', SLACK_API_URL: slack.apiUrl, SLACK_HTTP_HOST: '' },
    ...{ FACTDESK_DATA: await createFolder({}), FACTDESK_FACTS: 'test/fixtures/facts', FACTDESK_ARCHIVE: '' },
    ...{ FACTDESK_ADMIN_PORT: '0', DATABASE_URL: '', PORT: '0', LOG_LEVEL: 'info' },
  };
  const requestUrl = manifest.settings?.event_subscriptions?.request_url ?? '';
  return { slack, env, requestUrl };
}

it('a bot without an app token answers by signed requests, is ready while it listens, and proves it to the doctor', async () => {
  const { slack, env, requestUrl } = await openWorkspace();
  const bot = runShell('node bin/factdesk.js serve', { env });
  onTestFinished(() => bot.interrupt().then(() => undefined));
  const [, address = ''] = await bot.untilPrinted(/"address":"([^"]+)".*connected to Slack/);
  const [, admin] = await bot.untilPrinted(/"port":(\d+),"msg":"probes and metrics are served"/);
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${admin}${path}`)).text();
  expect(new URL(address).pathname).toBe(new URL(requestUrl).pathname);
  await slack.setRequestUrl(address);
  const ada = slack.person('ada');
  await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
  await ada.reply(ada.directMessage(SIGNATURE_QUESTION), { withinMs: 30_000 });
  expect(await get('/readyz')).toBe('ready\n');

  const set = { ...env, PORT: new URL(address).port };
  const { stdout, exitCode } = await run(['doctor'], { env: set, now: new Date() });
  expect(stdout).toContain(`ok       signed requests: ${address}: the bot that runs took what was signed`);
  expect(exitCode).toBe(0);
  const other = { ...set, SLACK_SIGNING_SECRET: 'f'.repeat(32) };
  const refused = await run(['doctor'], { env: other, now: new Date() });
  expect(refused.stdout).toContain(
    'WRONG    signed requests: What listens there refuses what SLACK_SIGNING_SECRET signs.',
  );
  expect(refused.exitCode).toBe(1);
  await expect.poll(() => get('/metrics')).toMatch(/factdesk_requests_refused_total\{reason="forged"\} 2\n/);
  expect(bot.printed()).not.toContain(slack.signingSecret);
  expect(slack.calls.map(({ method }) => method)).not.toContain('apps.connections.open');

  await bot.interrupt();
  await expect(fetch(address)).rejects.toThrow();
}, 120_000);

it('a port that is taken ends the bot with one line that says what to do, and exit code 2', async () => {
  const { env } = await openWorkspace();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const bot = runShell('node bin/factdesk.js serve', { env: { ...env, PORT: String(port) } });
  expect(await bot.ended).toBe(2);
  expect(bot.printed()).toContain(`PORT ${port} is taken by another program. Set PORT to a free one`);
  expect(bot.printed()).not.toMatch(/\n\s+at /);
}, 60_000);
