import { spawnSync } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { withSettings } from '../../../src/cli/init/env-file.ts';
import { startStandIn } from '../../../src/playground/index.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { execute } from '../../execute.ts';
import { readOwnManifest } from '../../slack/slack-desk.ts';
import { run } from '../run.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const BOT_PROMPT = 'Bot User OAuth Token (it will not show): ';
const APP_PROMPT = 'App-Level Token (it will not show): ';
const SHOW_PROMPT = 'to see whether it takes them? [Y/n] ';

interface Step {
  /** What the terminal shows before. */
  readonly when: string;
  readonly type: string;
}

/** Runs `factdesk init` in a real terminal, in a folder. */
async function init(folder: string, steps: readonly Step[], env: Readonly<Record<string, string>> = {}) {
  const command = [process.execPath, resolve('bin/factdesk.js'), 'init'];
  const quiet = { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', ...env };
  const task = JSON.stringify({ folder, command, env: quiet, steps });
  const { stdout } = await execute('python3', ['test/cli/init/in-a-terminal.py'], task);
  return JSON.parse(stdout) as { readonly shown: string; readonly exitCode: number };
}

const settingsIn = async (folder: string) => readFile(join(folder, '.env'), 'utf8');

describe.runIf(hasPython)('factdesk init at a terminal', () => {
  it('asks for both tokens without showing them, shows them to Slack, and writes them for their owner alone', async () => {
    const slack = await startStandIn({ manifest: await readOwnManifest() });
    onTestFinished(() => slack.close());
    const folder = await createFolder({});
    const { shown, exitCode } = await init(
      folder,
      [
        { when: BOT_PROMPT, type: `${slack.appToken}\r` },
        { when: BOT_PROMPT, type: `${slack.botToken}\r` },
        { when: APP_PROMPT, type: `${slack.appToken}\r` },
        { when: SHOW_PROMPT, type: '\r' },
      ],
      { SLACK_API_URL: slack.apiUrl },
    );
    expect(exitCode, shown).toBe(0);
    for (const told of [
      'your app › OAuth & Permissions › Bot User OAuth Token.',
      'App-Level Tokens, with the scope connections:write.',
      'That is no Bot User OAuth Token: it begins with xoxb-',
      'ok       bot token: @factdesk in ',
      'ok       app token: opens a connection',
      'Next: npx factdesk doctor',
    ])
      expect(shown).toContain(told);
    expect(shown).not.toContain(slack.botToken);
    expect(shown).not.toContain(slack.appToken);
    const example = await readFile('.env.example', 'utf8');
    expect(await settingsIn(folder)).toBe(
      example
        .replace('SLACK_BOT_TOKEN=\n', `SLACK_BOT_TOKEN=${slack.botToken}\n`)
        .replace('SLACK_APP_TOKEN=\n', `SLACK_APP_TOKEN=${slack.appToken}\n`),
    );
    expect((await stat(join(folder, '.env'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['.env']);
  }, 60_000);

  it('leaves every other line as it is, and a token that nobody wants replaced', async () => {
    const before =
      '# ours\nexport SLACK_BOT_TOKEN="xoxb-old" # of May\nSLACK_APP_TOKEN=xapp-1-old\r\nPORT=3001 # taken\n\nLOG_LEVEL=debug';
    const folder = await createFolder({ '.env': before });
    const { exitCode, shown } = await init(folder, [
      { when: '.env has a SLACK_BOT_TOKEN. Put in another one? [y/N] ', type: '\r' },
      { when: '.env has a SLACK_APP_TOKEN. Put in another one? [y/N] ', type: 'y\r' },
      { when: APP_PROMPT, type: 'xapp-1-new\r' },
      { when: SHOW_PROMPT, type: 'n\r' },
    ]);
    expect(exitCode, shown).toBe(0);
    expect(await settingsIn(folder)).toBe(before.replace('xapp-1-old', 'xapp-1-new'));
    expect((await stat(join(folder, '.env'))).mode & 0o777).toBe(0o600);
  }, 60_000);

  it.each([
    [
      'Ctrl-C',
      [
        { when: BOT_PROMPT, type: 'xoxb-1\r' },
        { when: APP_PROMPT, type: 'xapp-\u0003' },
      ],
    ],
    ['Ctrl-D', [{ when: BOT_PROMPT, type: '\u0004' }]],
    [
      'a no',
      [
        { when: BOT_PROMPT, type: 'xoxb-nobody\r' },
        { when: APP_PROMPT, type: 'xapp-nobody\r' },
        { when: SHOW_PROMPT, type: 'y\r' },
        { when: 'Write them all the same? [y/N] ', type: '\r' },
      ],
    ],
  ])(
    'writes nothing after %s',
    async (_, steps) => {
      const folder = await createFolder({ '.env': 'PORT=1\n' });
      const { exitCode, shown } = await init(folder, steps, { SLACK_API_URL: 'http://127.0.0.1:9/api/' });
      expect(exitCode).toBe(1);
      expect(shown).toContain('Nothing was written.');
      expect(await settingsIn(folder)).toBe('PORT=1\n');
      expect(await readdir(folder)).toEqual(['.env']);
    },
    60_000,
  );
});

describe('settings that are put into a text', () => {
  it.each([
    ['', 'SLACK_BOT_TOKEN=xoxb-1\n'],
    ['PORT=1', 'PORT=1\nSLACK_BOT_TOKEN=xoxb-1\n'],
    ['PORT=1\n', 'PORT=1\nSLACK_BOT_TOKEN=xoxb-1\n'],
    ['#SLACK_BOT_TOKEN=xoxb-0\n', '#SLACK_BOT_TOKEN=xoxb-0\nSLACK_BOT_TOKEN=xoxb-1\n'],
    ['SLACK_BOT_TOKEN=\nSLACK_BOT_TOKEN = "a"', 'SLACK_BOT_TOKEN=xoxb-1\nSLACK_BOT_TOKEN =xoxb-1'],
  ])('stand each in its line: %j', (before, after) => {
    expect(withSettings(before, { SLACK_BOT_TOKEN: 'xoxb-1' })).toBe(after);
  });
});

describe('factdesk init without a terminal', () => {
  it('says what to do instead', async () => {
    const { stderr, exitCode } = await run(['init'], { stdin: 'xoxb-1\n' });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Copy .env.example to .env, close it to others (chmod 600 .env)');
  });
});
