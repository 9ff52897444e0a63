import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { StandIn } from '../src/playground/index.ts';
import { runShell } from '../test/scenarios/running-process.ts';
import { groupMemory, type Memory } from './group-memory.ts';
import { PLANTED } from './wire-file.ts';

/** What a bot did from `npm start` on. Times are seconds since then. */
export interface BotRun {
  readonly connected: number;
  /** Its first reply to anything. */
  readonly firstReply: number;
  /** Its first answer out of the archive. */
  readonly firstAnswer: number;
  /** When `FACTDESK_DATA` was left alone: whatever is kept for the next start is kept. */
  readonly settled: number;
  /** What it logged, and when. */
  readonly log: readonly { readonly at: number; readonly message: string }[];
  readonly memory: Memory;
}

/** Longer than any bot may take; a bot that takes longer has failed. */
const PATIENCE_MS = 15 * 60_000;
/** A folder that did not change for so long is finished. */
const SETTLED_AFTER_MS = 5_000;

interface Folders {
  readonly archive: string;
  readonly data: string;
}

/** Starts a bot as a newsroom does, asks until it answers from the archive, lets it settle, and ends it. */
export async function runBot(standIn: StandIn, { archive, data }: Folders): Promise<BotRun> {
  const start = performance.now();
  const since = () => Math.round((performance.now() - start) / 10) / 100;
  const bot = runShell('npm start --silent', {
    env: {
      SLACK_BOT_TOKEN: standIn.botToken,
      SLACK_APP_TOKEN: standIn.appToken,
      SLACK_API_URL: standIn.apiUrl,
      FACTDESK_ARCHIVE: archive,
      FACTDESK_DATA: data,
      LOG_LEVEL: 'info',
    },
  });
  const failed = bot.ended.then((code) => {
    throw new Error(`the bot ended with exit code ${code}:\n${bot.printed().slice(-2_000)}`);
  });
  const follow = async () => {
    const answering = await askUntilAnswered(standIn, since);
    const settled = await untilSettled(data, since);
    const log = readLog(bot.printed(), performance.timeOrigin + start);
    return { ...answering, settled, log, memory: groupMemory(bot.group) };
  };
  try {
    return await Promise.race([follow(), failed]);
  } finally {
    await bot.interrupt();
  }
}

async function askUntilAnswered(standIn: StandIn, since: () => number) {
  await standIn.until(() => standIn.sockets.size > 0, { withinMs: PATIENCE_MS });
  const connected = since();
  const reader = standIn.person('reader');
  let firstReply: number | undefined;
  for (;;) {
    const { words } = await reader.reply(reader.directMessage(PLANTED.question), { withinMs: PATIENCE_MS });
    firstReply ??= since();
    if (words.includes(PLANTED.text)) return { connected, firstReply, firstAnswer: since() };
    if (since() * 1000 > PATIENCE_MS) throw new Error(`the bot never answered from the archive:\n${words}`);
    await setTimeout(200);
  }
}

/** The lines of the log, with the seconds that had passed. `began` is in milliseconds since 1970. */
function readLog(printed: string, began: number): BotRun['log'] {
  const lines = printed.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => {
    const { time, msg, level: _, pid: _p, hostname: _h, ...more } = JSON.parse(line);
    const details = Object.keys(more).length > 0 ? ` ${JSON.stringify(more)}` : '';
    return { at: Math.round((time - began) / 10) / 100, message: `${msg}${details}` };
  });
}

/** Gives the time of the last change. */
async function untilSettled(folder: string, since: () => number): Promise<number> {
  let known = '';
  let changed = since();
  while ((since() - changed) * 1000 < SETTLED_AFTER_MS) {
    const state = await describeFolder(folder);
    if (state !== known) changed = since();
    known = state;
    await setTimeout(200);
  }
  return changed;
}

/** Names and sizes, without the ledger, which every question changes. */
async function describeFolder(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => !name.startsWith('ledger'));
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name)).catch(() => undefined))?.size),
  );
  return names
    .map((name, at) => `${name} ${sizes[at]}`)
    .sort()
    .join('\n');
}
