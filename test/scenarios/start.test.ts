import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type AppManifest, readManifest, startStandIn } from '../../src/playground/index.ts';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { type RunningProcess, runShell } from './running-process.ts';

const NO_TOKENS = {
  ...{ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '', SLACK_API_URL: '' },
  PORT: '0',
};
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\//;

let running: RunningProcess | undefined;
async function start(env: Readonly<Record<string, string>>): Promise<RunningProcess> {
  const data = await createFolder({});
  running = runShell('npm start', {
    env: { ...NO_TOKENS, FACTDESK_DATA: data, FACTDESK_FACTS: 'test/fixtures/facts', ...env },
  });
  return running;
}
afterEach(async () => {
  await running?.interrupt();
  running = undefined;
});

describe('npm start', () => {
  it('opens the playground without tokens, says where, keeps what is asked there apart, and ends on Ctrl-C', async () => {
    const data = await createFolder({});
    const bot = await start({ FACTDESK_DATA: data });
    const [address] = await bot.untilPrinted(ADDRESS);
    expect(bot.printed()).toMatch(/A local stand-in for Slack with \d+ facts from \d+ sources on file\./);
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>');
    await bot.untilPrinted(/Press Ctrl-C to stop/);
    expect(readdirSync(data)).toEqual(['playground']);
    expect(readdirSync(join(data, 'playground'))).toContain('ledger.sqlite');
    await bot.interrupt();
    await expect(fetch(address)).rejects.toThrow();
  });

  it('is the bot with tokens: it answers from sheets, archive and what is imported later, and ends on Ctrl-C', async () => {
    const manifest: AppManifest = readManifest(parse(readFileSync('manifest.yml', 'utf8')));
    const standIn = await startStandIn({ manifest });
    const archive = aFolder({ 'a.jsonl': lines(saying('The quay at Norbeck is 80 metres long.')) });
    try {
      const { botToken, appToken, apiUrl } = standIn;
      const bot = await start({
        SLACK_BOT_TOKEN: botToken,
        SLACK_APP_TOKEN: appToken,
        SLACK_API_URL: apiUrl,
        FACTDESK_ARCHIVE: archive,
      });
      await bot.untilPrinted(/connected to Slack/);
      const maya = standIn.person('maya');
      const ask = async (question: string) => (await maya.reply(maya.directMessage(question))).words;
      expect(await ask('How big is an anti-personnel mine?')).toContain('hockey puck');
      expect(await ask('How long is the quay at Norbeck?')).toContain('80 metres');
      const later = saying('The lighthouse at Norbeck is 31 metres high.', { uri: 'u:lighthouse' });
      writeFileSync(join(archive, 'b.jsonl'), lines(later));
      await expect
        .poll(() => ask('How high is the lighthouse at Norbeck?'), { timeout: 30_000, interval: 500 })
        .toContain('31 metres');
      await bot.interrupt();
      expect(standIn.sockets.size).toBe(0);
      expect(bot.printed()).not.toContain(botToken);
      expect(bot.printed()).not.toMatch(/hockey puck|How big|Norbeck/);
    } finally {
      await standIn.close();
    }
  });

  it('says that the port is taken, and the way out', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const bot = await start({ PORT: String(port) });
    expect(await bot.ended).toBe(1);
    expect(bot.printed()).toContain(
      `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`,
    );
    expect(bot.printed()).not.toMatch(/\n\s+at /);
    other.close();
  });

  it.each([
    ['one token of two', { SLACK_BOT_TOKEN: 'xoxb-1-secret' }, /SLACK_APP_TOKEN is missing, .*"xapp-"/],
    [
      'tokens swapped',
      { SLACK_BOT_TOKEN: 'xapp-1-secret', SLACK_APP_TOKEN: 'xoxb-1-secret' },
      /"xoxb-"(.|\n)*"xapp-"/,
    ],
  ])('says what is wrong with %s, without a trace or a token', async (_, env, expected) => {
    const bot = await start(env);
    expect(await bot.ended).toBe(2);
    expect(bot.printed()).toMatch(expected);
    expect(bot.printed()).not.toMatch(/secret|\n\s+at /);
  });

  it('says which token Slack refuses, without showing it', async () => {
    const standIn = await startStandIn({
      manifest: readManifest(parse(readFileSync('manifest.yml', 'utf8'))),
    });
    try {
      const env = {
        SLACK_BOT_TOKEN: 'xoxb-1-secret',
        SLACK_APP_TOKEN: standIn.appToken,
        SLACK_API_URL: standIn.apiUrl,
      };
      const bot = await start(env);
      expect(await bot.ended).toBe(2);
      expect(bot.printed()).toMatch(/Slack refused SLACK_BOT_TOKEN \(invalid_auth\)/);
      expect(bot.printed()).not.toMatch(/secret|\n\s+at /);
    } finally {
      await standIn.close();
    }
  });

  it('ends within eight seconds when it is asked to, whatever hangs, and at once when its token is revoked', async () => {
    const manifest = readManifest(parse(readFileSync('manifest.yml', 'utf8')));
    const standIn = await startStandIn({ manifest });
    try {
      const { botToken, appToken, apiUrl } = standIn;
      const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl };
      const hanging = await start(env);
      await hanging.untilPrinted(/connected to Slack/);
      standIn.faults.next('chat.postMessage', { kind: 'no-answer' }, 20);
      const askers = ['maya', 'ada', 'joe', 'kim', 'lea'].map((name) => standIn.person(name));
      for (const asker of askers) asker.directMessage('How big is a mine?');
      await standIn.until(
        () => standIn.calls.filter(({ method }) => method === 'chat.postMessage').length === 5,
      );
      const began = performance.now();
      await hanging.interrupt();
      expect(performance.now() - began).toBeLessThan(9_000);
      expect(standIn.sockets.size).toBe(0);
      expect(hanging.printed()).toContain('stopped before the last reply was sent');

      standIn.faults.clear();
      const shutOut = await start(env);
      await shutOut.untilPrinted(/connected to Slack/);
      standIn.sockets.refuse('token_revoked');
      standIn.sockets.cut();
      expect(await shutOut.ended).toBe(2);
      expect(shutOut.printed()).toMatch(
        /\nSlack refused SLACK_APP_TOKEN \(token_revoked\)\. .*App-Level Tokens"\.\n/,
      );
      expect(shutOut.printed()).not.toMatch(/\n\s+at /);

      const refused = await start(env);
      expect(await refused.ended).toBe(2);
      expect(refused.printed()).toContain('Slack refused SLACK_APP_TOKEN (token_revoked).');
    } finally {
      await standIn.close();
    }
  }, 120_000);

  it('refuses to start on a corpus with problems, and lists every one', async () => {
    const facts = await createFolder({ 'a.md': 'no head', 'b.md': createSheet('## quoteless') });
    const bot = await start({ FACTDESK_FACTS: facts });
    expect(await bot.ended).toBe(1);
    expect(bot.printed()).toMatch(/a\.md:1: the sheet has no source\. Begin it/);
    expect(bot.printed()).toMatch(/b\.md:6: "quoteless" has no quote\. Add/);
    expect(bot.printed()).not.toMatch(/\n\s+at /);
  });
});
