import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { startStandIn } from '../../src/playground/index.ts';
import { compileForTest } from '../compile-for-test.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { databaseKinds } from '../ledger/test-databases.ts';
import { readOwnManifest } from '../slack/slack-desk.ts';

const PROGRAM = await compileForTest('bench/kills/kill-bot.ts');
const QUESTION = 'How many forged invoices did the audit find?';
const NOW_THERE_IS = 'At that time nothing was on file; now there is.';
/** The clock of each bot runs so much ahead of that of the one before; the embargo ends between two of them. */
const AHEAD_MS = 61_000;
const KILLS_AFTER = 6;

const sheet = (until: Date) => `---
title: Audit of the harbour trust
published: 2024-10-01
topics: [audit]
---

## audit-forged-invoices
> The audit found 37 forged invoices.

- kind: statement
- embargo until: ${until.toISOString().slice(0, 19)}Z
- asked as: ${QUESTION}
`;

it.each(await databaseKinds())(
  'whoever asked is told once, however often the bot is killed when the time has come, $name',
  async ({ create }) => {
    const database = await create();
    onTestFinished(() => database.remove());
    const slack = await startStandIn({ manifest: await readOwnManifest() });
    onTestFinished(() => slack.close());
    const folder = await createFolder({});
    await mkdir(join(folder, 'facts'));
    await writeFile(join(folder, 'facts', 'audit.md'), sheet(new Date(Date.now() + 600_000)));
    let bot: ChildProcess | undefined;
    const kill = async () => {
      if (bot === undefined || bot.exitCode !== null || bot.signalCode !== null) return;
      const exit = once(bot, 'exit');
      bot.kill('SIGKILL');
      await exit;
    };
    onTestFinished(kill);
    const start = async (aheadMs: number) => {
      await slack.until(() => slack.sockets.size === 0);
      bot = spawn(process.execPath, [PROGRAM, String(aheadMs)], {
        env: {
          ...process.env,
          SLACK_BOT_TOKEN: slack.botToken,
          SLACK_APP_TOKEN: slack.appToken,
          SLACK_API_URL: slack.apiUrl,
          FACTDESK_DATA: join(folder, 'data'),
          FACTDESK_FACTS: join(folder, 'facts'),
          ...{
            FACTDESK_ARCHIVE: '',
            FACTDESK_CHANNELS: '',
            DATABASE_URL: database.databaseUrl ?? '',
            DESK_CHANNEL: '',
            DESK_MEMBERS: '',
          },
          LOG_LEVEL: 'error',
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await slack.until(() => slack.sockets.size > 0, { withinMs: 60_000 });
    };
    await start(0);
    const people = ['ada', 'grace', 'alan', 'mary', 'joan'].map((name) => slack.person(name));
    const asked = people.map((person) => ({ person, question: person.directMessage(QUESTION) }));
    for (const { person, question } of asked)
      expect((await person.reply(question)).words).toContain('Nothing on file');
    // The last reply is out, and it may not be known yet that it waits.
    await kill();
    for (let n = 0; n < KILLS_AFTER; n++) {
      await start(600_000 + n * AHEAD_MS);
      await sleep(20 * n * n);
      await kill();
    }
    await start(600_000 + KILLS_AFTER * AHEAD_MS);
    const told = () =>
      asked.map(({ person, question }) =>
        person.thread('dm', question.ts).filter(({ text }) => text.includes(NOW_THERE_IS)),
      );
    await slack.until(() => told().every(({ length }) => length > 0), { withinMs: 60_000 });
    await sleep(500);
    expect(told().map(({ length }) => length)).toEqual(people.map(() => 1));
  },
  180_000,
);
