import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { guardTerminal } from '../../../src/cli/guard-terminal.ts';
import { serve } from '../../../src/cli/serve-bot.ts';
import {
  type AppDirectory,
  readManifest,
  type StandIn,
  startAppDirectory,
  startStandIn,
} from '../../../src/playground/index.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { newKey } from '../../installations/sample-grant.ts';
import { createTestDatabase, POSTGRES_URL, run as runSql } from '../../ledger/test-databases.ts';
import { run } from '../run.ts';

/** Two newsrooms that may install the app, and what the app is started with. */
export interface Newsrooms {
  readonly north: StandIn;
  readonly south: StandIn;
  readonly directory: AppDirectory;
  /** The settings, as they would stand in `.env`. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder of the workspaces. */
  readonly folder: string;
}

/** One fact with a word that nobody else has. */
export function sheetOf(word: string): string {
  return `---
title: Council minutes of ${word}
publisher: ${word} Council
published: 2024
topics: [${word} harbour]
---

## crane-${word.toLowerCase()}
> The crane of ${word} belongs to Rosa Quillfeather.

- kind: statement
- as of: 2023
- asked as: Who owns the crane?
`;
}

/** What is different about the newsrooms. */
export interface NewsroomsOptions {
  /** @default a file */
  readonly isOnPostgres?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether both have a fact on file. @default true */
  readonly haveFacts?: boolean;
  /** More files in the folder of the workspaces. */
  readonly files?: Readonly<Record<string, string>>;
}

const NORTH = { id: 'T0NORTH', name: 'Northern News', domain: 'northern-news' };
const SOUTH = { id: 'T0SOUTH', name: 'Southern Star', domain: 'southern-star' };

/** Opens two workspaces and the page by which they install the app. All end with the test. */
export async function openNewsrooms({
  isOnPostgres = false,
  env = {},
  haveFacts = true,
  files = {},
}: NewsroomsOptions = {}): Promise<Newsrooms> {
  const printed = await run(['manifest', '--http', 'https://factdesk.example.org', '--many']);
  const manifest = readManifest(parse(printed.stdout));
  const signingSecret = randomBytes(16).toString('hex');
  const open = async (team: typeof NORTH) => {
    const standIn = await startStandIn({
      manifest,
      team,
      signingSecret,
      timing: { retryAfterMs: [500, 1_000, 2_000] },
    });
    onTestFinished(() => standIn.close());
    return standIn;
  };
  const [north, south] = [await open(NORTH), await open(SOUTH)];
  const directory = await startAppDirectory({ workspaces: [north, south], now: () => new Date() });
  onTestFinished(() => directory.close());
  const folder = await createFolder({
    ...(haveFacts && {
      'T0NORTH/facts/minutes.md': sheetOf('Northport'),
      'T0SOUTH/facts/minutes.md': sheetOf('Southport'),
    }),
    ...files,
  });
  return {
    ...{ north, south, directory, folder },
    env: {
      SLACK_CLIENT_ID: directory.clientId,
      SLACK_CLIENT_SECRET: directory.clientSecret,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: directory.apiUrl,
      FACTDESK_KEY: newKey(),
      FACTDESK_WORKSPACES: folder,
      FACTDESK_DATA: join(folder, '..', `${folder.split('/').at(-1)}-data`),
      PORT: '0',
      LOG_LEVEL: 'debug',
      ...(isOnPostgres && { DATABASE_URL: await emptyDatabase() }),
      ...env,
    },
  };
}

async function emptyDatabase(): Promise<string> {
  const database = await createTestDatabase(POSTGRES_URL);
  const { databaseUrl = '' } = database;
  onTestFinished(async () => {
    const base = /search_path=(\w+)/.exec(decodeURIComponent(databaseUrl))?.[1] ?? '';
    for (const team of [NORTH, SOUTH])
      await runSql(POSTGRES_URL, `drop schema if exists ${base}_${team.id.toLowerCase()} cascade`);
    await database.remove();
  });
  return databaseUrl;
}

/** Writes a file into the folder of the workspaces. */
export async function writeInto({ folder }: Newsrooms, name: string, text: string): Promise<void> {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** A bot that serves both, in this process. */
export interface ServedBot {
  /** Where Slack's requests go. */
  readonly address: string;
  log(): string;
  stop(): Promise<void>;
}

/** Starts the bot, and has both workspaces send to it. It stops when the test ends. */
export async function startBot(
  { env, north, south, directory }: Newsrooms,
  now = () => new Date(),
): Promise<ServedBot> {
  let [text, stop] = ['', (): void => {}];
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const output = { isTTY: false, columns: 80, write: (line: string) => (text += line) };
  const running = serve(
    guardTerminal({
      ...{ stdin: process.stdin, stdout: output, stderr: output, env, now },
      ...{ setExitCode() {}, endWithin() {}, untilStopped: () => stopped },
    }),
  );
  const stopBot = async () => {
    stop();
    await running;
  };
  onTestFinished(stopBot);
  const address = await Promise.race([addressIn(() => text), running.then(() => '')]);
  const { origin } = new URL(address);
  for (const slack of [north, south]) await slack.setRequestUrl(address);
  directory.redirectUrl = `${origin}/slack/oauth_redirect`;
  return { address, log: () => text, stop: stopBot };
}

async function addressIn(log: () => string): Promise<string> {
  for (;;) {
    const address = /"address":"([^"]+)","msg":"workspaces are served"/.exec(log())?.[1];
    if (address !== undefined) return address;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What the browser of a person gets who installs the app in a workspace. */
export async function install(
  { address }: Pick<ServedBot, 'address'>,
  slack: StandIn,
  { withCookie = true, query = {} }: { withCookie?: boolean; query?: Readonly<Record<string, string>> } = {},
): Promise<{
  readonly status: number;
  readonly text: string;
  readonly url: string;
  readonly cookie: string;
}> {
  const begun = await fetch(new URL('/slack/install', address), { redirect: 'manual' });
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const asked = new URL(begun.headers.get('location') ?? '');
  asked.searchParams.set('team', slack.team.id);
  const allowed = await fetch(asked, { redirect: 'manual' });
  const back = new URL(allowed.headers.get('location') ?? '');
  for (const [name, value] of Object.entries(query)) back.searchParams.set(name, value);
  const done = await fetch(back, { headers: withCookie ? { cookie } : {} });
  return { status: done.status, text: await done.text(), url: back.href, cookie };
}
