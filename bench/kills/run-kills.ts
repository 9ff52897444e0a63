import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import {
  type Acknowledgement,
  readManifest,
  type StandIn,
  startStandIn,
} from '../../src/playground/index.ts';
import { compileForTest } from '../../test/compile-for-test.ts';
import { below, createRandom, pick, type Random } from '../random.ts';
import { FACT, PREPARATIONS, type Trial } from './trial.ts';

/** What became of everything that was sent. */
export interface KillFigures {
  readonly kills: number;
  readonly sent: number;
  /**
   * By kind: how much was sent, and how much of it Slack was told is received; events, which it sends again, are not
   * counted.
   */
  readonly kinds: Readonly<Record<string, { readonly sent: number; readonly acknowledged: number }>>;
  /** Done once, as it should be. */
  readonly done: number;
  /** Not done, and the person knows: Slack showed that it failed, or the bot said that it cannot tell. */
  readonly told: number;
  /** Received, not done, and nobody was told. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

const SHEET = `---
title: Harbours of Norbeck
publisher: Harbour Office
published: 2024-10-01
topics: [harbours]
---

## quay
> ${FACT}

- kind: statement
- as of: 2024
- asked as: How long is the quay at Norbeck?
`;

/** A killed bot's work is anybody's after a minute; each bot's clock is so much ahead of the one before. */
const AHEAD_MS = 61_000;
const START_MS = 120_000;
/** Nothing happens for so long: nothing is under way any more. */
const QUIET_MS = 1_500;
/**
 * How Slack sends again what was not acknowledged, with shorter pauses; on a socket that breaks, at the next one at
 * once.
 */
const TIMING = { acknowledgeWithinMs: 3_000, retryAfterMs: [0, 1_000, 2_000] } as const;

interface Sent {
  readonly trial: Trial;
  readonly outcome: Promise<Acknowledgement | undefined>;
}

/** Kills a bot so often, at moments that the seed draws, and starts it again. */
export async function runKills({
  kills,
  seed,
  print = () => {},
}: {
  readonly kills: number;
  readonly seed: number;
  readonly print?: (line: string) => void;
}): Promise<KillFigures> {
  const random = createRandom(seed);
  const program = await compileForTest('bench/kills/kill-bot.ts');
  const folder = await mkdtemp(join(tmpdir(), 'factdesk-kills-'));
  await mkdir(join(folder, 'facts'));
  await writeFile(join(folder, 'facts', 'quay.md'), SHEET);
  const manifest = readManifest(parse(await readFile('manifest.yml', 'utf8')));
  const slack = await startStandIn({ manifest, timing: TIMING });
  const sent: Sent[] = [];
  let bot: ChildProcess | undefined;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      // The sockets of the one before may live a little longer than it did.
      await slack.until(() => slack.sockets.size === 0);
      bot = startBot(program, { slack, folder, number: kill });
      sent.push(...(await sendAndKill(slack, bot, { random, kill })));
      print(`kill ${kill + 1} of ${kills}, ${sent.length} sent`);
    }
    for (const last of [0, 1]) {
      await slack.until(() => slack.sockets.size === 0);
      bot = startBot(program, { slack, folder, number: kills + last });
      await letSettle(slack, bot);
    }
    return await judge(sent, kills);
  } finally {
    bot?.kill('SIGKILL');
    await slack.close();
    await rm(folder, { recursive: true });
  }
}

interface BotPlace {
  readonly slack: StandIn;
  readonly folder: string;
  /** How many bots were killed before it. */
  readonly number: number;
}

function startBot(program: string, { slack, folder, number }: BotPlace): ChildProcess {
  return spawn(process.execPath, [program, String(number * AHEAD_MS)], {
    env: {
      ...process.env,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      FACTDESK_DATA: join(folder, 'data'),
      FACTDESK_FACTS: join(folder, 'facts'),
      FACTDESK_ARCHIVE: '',
      FACTDESK_CHANNELS: '',
      DATABASE_URL: '',
      DESK_CHANNEL: slack.channel('foreign-desk').id,
      DESK_MEMBERS: '',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const isConnected = (slack: StandIn) => slack.until(() => slack.sockets.size > 0, { withinMs: START_MS });

async function sendAndKill(
  slack: StandIn,
  bot: ChildProcess,
  { random, kill }: { readonly random: Random; readonly kill: number },
): Promise<readonly Sent[]> {
  // One bot in ten does not live to see the end of its start.
  if (below(random, 10) === 0) {
    await sleep(300 + below(random, 2_500));
    await end(bot, 'SIGKILL');
    return [];
  }
  await isConnected(slack);
  const kinds = Array.from({ length: 3 + below(random, 3) }, () => pick(random, PREPARATIONS));
  const trials = await Promise.all(
    kinds.map((prepare, index) =>
      prepare(slack, kill * 10 + index).catch((cause) => {
        throw new Error(`${prepare.name} ${kill * 10 + index} could not be made ready.`, { cause });
      }),
    ),
  );
  const sent = trials.map((trial) => ({ trial, outcome: trial.send() }));
  await untilTheMoment(slack, random);
  await end(bot, 'SIGKILL');
  return sent;
}

/** Mostly soon after something was sent; at times later, or just when Slack has taken a call and not answered yet. */
async function untilTheMoment(slack: StandIn, random: Random): Promise<void> {
  const kind = below(random, 10);
  if (kind < 5) return sleep(5 + below(random, 56));
  if (kind < 7) return sleep(60 + below(random, 700));
  const calls = slack.calls.length + 1 + below(random, 8);
  await slack.until(() => slack.calls.length >= calls, { withinMs: 1_500 }).catch(() => undefined);
}

async function end(bot: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => bot.once('exit', resolve));
  if (bot.exitCode !== null || bot.signalCode !== null)
    throw new Error(`A bot ended by itself (${bot.exitCode}).`);
  bot.kill(signal);
  await ended;
}

/** Runs a bot until nothing happens any more. */
async function letSettle(slack: StandIn, bot: ChildProcess): Promise<void> {
  await isConnected(slack);
  let seen = -1;
  for (let quietFor = 0; quietFor < QUIET_MS; quietFor += 100) {
    const happened =
      slack.calls.length + slack.envelopes.filter(({ acknowledgement }) => acknowledgement).length;
    if (happened !== seen) quietFor = 0;
    seen = happened;
    await sleep(100);
  }
  await end(bot, 'SIGTERM');
}

async function judge(sent: readonly Sent[], kills: number): Promise<KillFigures> {
  const kinds: Record<string, { sent: number; acknowledged: number }> = {};
  const [lost, doubled]: [string[], string[]] = [[], []];
  let [done, told] = [0, 0];
  for (const { trial, outcome } of sent) {
    const { kind } = trial;
    const heard = await outcome;
    const before = kinds[kind] ?? { sent: 0, acknowledged: 0 };
    const acknowledged = before.acknowledged + (heard?.kind === 'acknowledged' ? 1 : 0);
    kinds[kind] = { sent: before.sent + 1, acknowledged };
    const effects = trial.effects();
    if (effects > 1) doubled.push(kind);
    else if (effects === 1) done += 1;
    else if (heard?.kind === 'unacknowledged' || trial.isTold()) told += 1;
    else lost.push(kind);
  }
  return { kills, sent: sent.length, kinds, done, told, lost, doubled };
}
