import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readManifest, type StandIn, startStandIn } from '../../src/playground/index.ts';
import { openTcpProxy, type TcpProxy } from '../ledger/tcp-proxy.ts';
import {
  createTestDatabase,
  databaseKinds,
  POSTGRES_URL,
  type TestDatabase,
} from '../ledger/test-databases.ts';
import { type RunningProcess, runShell } from './running-process.ts';

const kinds = await databaseKinds();

describe.skipIf(kinds.length === 1)('npm start with a PostgreSQL that goes away', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let standIn: StandIn;
  let bot: RunningProcess;

  beforeEach(async () => {
    database = await createTestDatabase(POSTGRES_URL);
    proxy = await openTcpProxy(database.databaseUrl ?? '');
    standIn = await startStandIn({ manifest: readManifest(parse(readFileSync('manifest.yml', 'utf8'))) });
    const { botToken, appToken, apiUrl } = standIn;
    bot = runShell('npm start', {
      env: {
        SLACK_BOT_TOKEN: botToken,
        SLACK_APP_TOKEN: appToken,
        SLACK_API_URL: apiUrl,
        FACTDESK_DATA: database.directory,
        DATABASE_URL: proxy.through(database.databaseUrl ?? ''),
      },
    });
    await bot.untilPrinted(/connected to Slack/);
  });
  afterEach(async () => {
    await bot.interrupt();
    await proxy.close();
    await standIn.close();
    await database.remove();
  });

  it('goes on answering when the server restarts, and ends on Ctrl-C while it hangs', async () => {
    const maya = standIn.person('maya');
    const ask = async () =>
      (await maya.reply(maya.directMessage('How big is an anti-personnel mine?'), { withinMs: 10_000 }))
        .words;
    expect(await ask()).toContain('hockey puck');
    proxy.cut();
    expect(await ask()).toContain('hockey puck');
    proxy.cutAt('commit', 'before it arrives');
    expect(await ask()).toContain('hockey puck');
    proxy.stall();
    expect(await ask()).toContain('could not be looked up just now');
    const began = performance.now();
    await bot.interrupt();
    expect(performance.now() - began).toBeLessThan(12_000);
    expect(bot.printed()).toContain('cannot be used now: the server does not answer.');
    // The log names frames of the code; a trace would begin a line with them.
    expect(bot.printed()).not.toMatch(/\n\s+at |unexpected failure/);
  });
});
