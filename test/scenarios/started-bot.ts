import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import type { StandIn } from '../../src/playground/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';

/** Reading the facts takes so long at most on a machine that does much else. */
export const START_MS = 60_000;

/** What is different about a bot. */
export interface BotOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The program to start. @default the bot as people start it */
  readonly program?: readonly string[];
}

/** A bot as a process of its own; it is killed when the test ends. */
export interface StartedBot {
  /** Everything it logged so far. */
  log(): string;
  /** Resolves when the log says so. */
  untilLogged(words: RegExp): Promise<RegExpExecArray>;
  /** What its port for probes answers. */
  probe(path: string): Promise<{ readonly status: number; readonly text: string }>;
  signal(name: NodeJS.Signals): void;
  /** The exit code, once it has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts one in this workspace, on the facts of the tests; its ledger is in the folder or the database that `env` says. */
export async function startBot(
  slack: Pick<StandIn, 'botToken' | 'appToken' | 'apiUrl'>,
  { env = {}, program = ['bin/factdesk.js', 'serve'] }: BotOptions = {},
): Promise<StartedBot> {
  const bot = spawn(process.execPath, program, {
    env: {
      ...process.env,
      ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
      ...{ FACTDESK_FACTS: 'test/fixtures/facts', FACTDESK_ARCHIVE: '', FACTDESK_CHANNELS: '' },
      ...{ FACTDESK_DATA: await createFolder({}), DATABASE_URL: '', FACTDESK_ADMIN_PORT: '0' },
      ...{ DESK_CHANNEL: '', DESK_MEMBERS: '', LOG_LEVEL: 'info' },
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void bot.kill('SIGKILL'));
  return followed(bot);
}

function followed(bot: ChildProcess): StartedBot {
  let log = '';
  const looks = new Set<() => void>();
  bot.stderr?.on('data', (chunk) => {
    log += chunk;
    for (const look of looks) look();
  });
  const ended = new Promise<number | null>((resolve) => bot.once('close', resolve));
  const untilLogged = (words: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = words.exec(log);
        if (found === null) return;
        looks.delete(look);
        resolve(found);
      };
      looks.add(look);
      look();
      void ended.then(() => reject(new Error(`The bot ended and never logged ${words}:\n${log}`)));
    });
  return {
    log: () => log,
    untilLogged,
    async probe(path) {
      const [, port] = await untilLogged(/"port":(\d+),"msg":"probes and metrics are served"/);
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: answer.status, text: await answer.text() };
    },
    signal: (name) => void bot.kill(name),
    ended,
  };
}
