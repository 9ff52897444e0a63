import { Command } from 'commander';
import { APP_TOKEN, BOT_TOKEN } from '../../config-schema.ts';
import { CommandError } from '../command-error.ts';
import { examineSlack } from '../doctor/examine-slack.ts';
import { renderFindings } from '../doctor/render-findings.ts';
import { SETTINGS_FILE } from '../settings-file.ts';
import type { Terminal } from '../terminal.ts';
import { askHidden, askYesNo } from './ask-person.ts';
import { type EnvFile, readEnvFile, withSettings, writeEnvFile } from './env-file.ts';

/** A token, and what to tell of it. */
interface AskedToken {
  readonly setting: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';
  readonly name: string;
  readonly beginning: string;
  /** How it looks and where it is found. */
  readonly where: string;
}

const TOKENS: readonly [AskedToken, AskedToken] = [
  { setting: 'SLACK_BOT_TOKEN', name: 'Bot User OAuth Token', beginning: 'xoxb-', where: BOT_TOKEN },
  { setting: 'SLACK_APP_TOKEN', name: 'App-Level Token', beginning: 'xapp-', where: APP_TOKEN },
];

/** `factdesk init`: asks for the two tokens and writes them into `.env`, for its owner alone. */
export function initCommand(terminal: Terminal): Command {
  return new Command('init')
    .description('Ask for the two Slack tokens, show them to Slack, and write them into .env.')
    .action(async () => {
      if (terminal.stdin.isTTY !== true)
        throw new CommandError(
          'factdesk init asks for the tokens at a terminal, and this is none. Copy .env.example to .env, close it ' +
            'to others (chmod 600 .env), and put the tokens behind SLACK_BOT_TOKEN= and SLACK_APP_TOKEN=.',
          { exitCode: 2 },
        );
      terminal.stdout.write(
        'Slack is connected to by Socket Mode then; for signed requests see docs/operations.md instead.\n',
      );
      const before = await readEnvFile(SETTINGS_FILE).catch(cannot('read'));
      const [bot, app] = TOKENS;
      const botToken = await askToken(bot, before, terminal);
      const appToken = await askToken(app, before, terminal);
      await showToSlack({ botToken, appToken }, terminal);
      const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken };
      const changed = Object.entries(tokens).filter(([name, token]) => before.values[name] !== token);
      await writeEnvFile(SETTINGS_FILE, withSettings(before.text, Object.fromEntries(changed))).catch(
        cannot('written'),
      );
      terminal.stdout.write(
        `\nWritten into ${SETTINGS_FILE}, which only you can read. Next: npx factdesk doctor\n`,
      );
    });
}

async function askToken(
  { setting, name, beginning, where }: AskedToken,
  { values }: EnvFile,
  terminal: Terminal,
): Promise<string> {
  const { stdout, env } = terminal;
  const there = values[setting] || undefined;
  if ((env[setting] || undefined) !== there)
    stdout.write(`${setting} is set in the environment, too; that goes before ${SETTINGS_FILE}. Unset it.\n`);
  if (
    there !== undefined &&
    !(await askYesNo(terminal, `${SETTINGS_FILE} has a ${setting}. Put in another one?`, false))
  )
    return there;
  stdout.write(`\n${where}\n`);
  for (;;) {
    const token = await askHidden(terminal, `${name} (it will not show): `);
    if (/^[\w-]+$/.test(token) && token.startsWith(beginning) && token.length > beginning.length) {
      stdout.write(`Got ${token.length} signs, ${beginning}…\n`);
      return token;
    }
    stdout.write(
      `That is no ${name}: it begins with ${beginning}, then letters, digits and hyphens alone.\n`,
    );
  }
}

/** What Slack refuses is written only when somebody insists. */
async function showToSlack(
  tokens: { readonly botToken: string; readonly appToken: string },
  terminal: Terminal,
): Promise<void> {
  const { env, now, stdout } = terminal;
  if (!(await askYesNo(terminal, '\nShow both to Slack, to see whether it takes them?', true))) return;
  const apiUrl = env.SLACK_API_URL || undefined;
  const findings = await examineSlack({ ...tokens, ...(apiUrl !== undefined && { apiUrl }) }, now);
  stdout.write(`${renderFindings(findings)}\n`);
  const isRefused = findings.some(({ of, status }) => of.endsWith('token') && status === 'wrong');
  if (isRefused && !(await askYesNo(terminal, 'Write them all the same?', false)))
    throw new CommandError('Nothing was written.');
}

function cannot(what: 'read' | 'written') {
  return (cause: unknown): never => {
    const why = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new CommandError(`${SETTINGS_FILE} cannot be ${what}${why}. Run this in a folder of yours.`, {
      cause,
    });
  };
}
