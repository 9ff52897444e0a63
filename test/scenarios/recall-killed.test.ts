import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { below, createRandom } from '../../bench/random.ts';
import { type SeenMessage, type StandIn, startStandIn } from '../../src/playground/index.ts';
import { compileForTest } from '../compile-for-test.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { harbour, NEW, OLD, QUESTION } from '../slack/recalling/recall-desk.ts';
import { readOwnManifest } from '../slack/slack-desk.ts';

/** As often as asked for in CI; at a desk it would take too long. */
const KILLS = process.env.CI ? 20 : 5;
const COPIES = 3 * KILLS;
/** A killed bot's rows are anybody's after two minutes; each bot's clock is so much ahead of the one before. */
const AHEAD_MS = 3 * 60_000;
const START = { withinMs: 60_000 } as const;

interface Place {
  readonly slack: StandIn;
  readonly folder: string;
  readonly program: string;
}

function startBot({ slack, folder, program }: Place, number: number): ChildProcess {
  const bot = spawn(process.execPath, [program, String(number * AHEAD_MS)], {
    env: {
      ...process.env,
      ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
      ...{ FACTDESK_DATA: join(folder, 'data'), FACTDESK_FACTS: join(folder, 'facts') },
      ...{ FACTDESK_ARCHIVE: '', FACTDESK_CHANNELS: '', DATABASE_URL: '', LOG_LEVEL: 'error' },
      DESK_CHANNEL: slack.channel('foreign-desk').id,
      DESK_MEMBERS: slack.person('grace').id,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  onTestFinished(() => void bot.kill('SIGKILL'));
  return bot;
}

async function end(bot: ChildProcess, slack: StandIn, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => bot.once('exit', resolve));
  bot.kill(signal);
  await ended;
  await slack.until(() => slack.sockets.size === 0);
}

/** Changes of copies and notices that Slack took, the card left out. */
function reached(slack: StandIn): readonly string[] {
  const desk = slack.channel('foreign-desk').id;
  return slack.calls
    .filter(({ answer, arguments: { channel } }) => answer?.ok === true && channel !== desk)
    .flatMap(({ method, arguments: { channel, ts }, answer }) => {
      if (method === 'chat.update') return [`${channel} ${ts} changed`];
      const isNotice =
        method === 'chat.postMessage' && JSON.stringify(answer).includes('A quote that you got');
      return isNotice ? [`${answer?.channel} told`] : [];
    });
}

it('a bot that is killed again and again during a recall changes each copy once and tells each person once', async () => {
  const random = createRandom(20261201);
  const program = await compileForTest('bench/kills/kill-bot.ts');
  const folder = await createFolder({ 'facts/harbour.md': harbour(OLD) });
  await mkdir(join(folder, 'data'));
  const slack = await startStandIn({ manifest: await readOwnManifest() });
  onTestFinished(() => slack.close());
  const place = { slack, folder, program };
  const grace = slack.person('grace');
  const people = Array.from({ length: COPIES }, (_, at) => slack.person(`reader${at}`));

  let bot = startBot(place, 0);
  await slack.until(() => slack.sockets.size > 0, START);
  const copies: SeenMessage[] = [];
  for (const person of people) copies.push(await person.reply(person.directMessage(QUESTION), START));
  await end(bot, slack, 'SIGTERM');
  await writeFile(join(folder, 'facts/harbour.md'), harbour(NEW));
  bot = startBot(place, 1);
  const card = await grace.until(
    () => grace.messages('foreign-desk').find(({ text }) => text.includes('Recall 1')),
    START,
  );
  await grace.press(card, 'recall_correct');
  await grace.until(() => grace.modal());
  await grace.submit({ reason: 'Two digits were swapped.' });

  for (let kill = 0; kill < KILLS; kill += 1) {
    const calls = reached(slack).length + 1 + below(random, 4);
    await slack.until(() => reached(slack).length >= calls || isDone(), START);
    await end(bot, slack, 'SIGKILL');
    bot = startBot(place, kill + 2);
  }
  function isDone() {
    return grace.messages('foreign-desk').some(({ text }) => text.includes('Done.'));
  }
  await slack.until(isDone, { withinMs: 120_000 });
  await end(bot, slack, 'SIGTERM');

  const all = reached(slack);
  expect(all.length).toBe(2 * COPIES);
  expect(new Set(all).size).toBe(2 * COPIES);
  for (const [at, person] of people.entries()) {
    const { text } = person.message(copies[at] as SeenMessage);
    expect(text.match(/Corrected/g)?.length).toBe(1);
    expect(text).toContain('41 berths');
    const notices = person.messages('dm').filter((message) => message.text.includes('A quote that you got'));
    expect(notices.length).toBe(1);
  }
}, 300_000);
