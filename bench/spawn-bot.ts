import { type ChildProcess, spawn } from 'node:child_process';
import type { StandIn } from '../src/playground/index.ts';

/** Starts a program with Node as a bot that is to connect to a stand-in for Slack, with its data in a folder. */
export function spawnBot(
  words: readonly string[],
  { standIn, folder, settings = {}, stderr = 'inherit' }: BotPlace,
): ChildProcess {
  return spawn(process.execPath, words, {
    env: {
      ...process.env,
      SLACK_BOT_TOKEN: standIn.botToken,
      SLACK_APP_TOKEN: standIn.appToken,
      SLACK_API_URL: standIn.apiUrl,
      FACTDESK_DATA: folder,
      // Each question is another person's: more people than Slack lets the bot look up in so short a time.
      ANSWER_GUESTS: 'true',
      LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: ['ignore', 'ignore', stderr],
  });
}

interface BotPlace {
  readonly standIn: StandIn;
  /** Of its data. */
  readonly folder: string;
  /** Other settings. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where its log goes. @default 'inherit' */
  readonly stderr?: 'inherit' | 'pipe';
}
