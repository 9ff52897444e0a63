import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { freshCopy, lendPackages } from './fresh-copy.ts';
import { runShell } from './running-process.ts';

const readme = readFileSync('README.md', 'utf8');
const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);
const unit = /^```ini\n([\s\S]*?)^```/m.exec(readme)?.[1] ?? '';
const quiet = { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', PORT: '0' };

/** What the unit of the service manager says. */
function setting(name: string): string {
  return new RegExp(`^${name}=(.+)$`, 'm').exec(unit)?.[1] ?? '';
}

let copy: string;
beforeAll(async () => {
  copy = await freshCopy();
});

describe('the README', () => {
  it('has commands to run', () => {
    expect(commands).toContain('npm install && npm start');
    expect(commands.length).toBeGreaterThanOrEqual(5);
  });

  // Without CI the packages are not fetched a second time: those at hand have just been installed.
  it('gets a newcomer from a fresh copy to the playground with its first command', async () => {
    if (!process.env.CI) await lendPackages(copy);
    const line = process.env.CI ? 'npm install && npm start' : 'npm start';
    const bot = runShell(line, { cwd: copy, env: quiet });
    const [address] = await bot.untilPrinted(/http:\/\/127\.0\.0\.1:\d+\//);
    expect((await fetch(address)).status).toBe(200);
    await bot.interrupt();
  }, 300_000);

  it.each(commands.filter((command) => command.startsWith('npx factdesk')))(
    'has a command that works: %s',
    async (command) => {
      const shell = runShell(command, { cwd: copy });
      expect(await shell.ended, shell.printed()).toBe(0);
      expect(shell.printed()).toMatch(
        /407|Laos|hockey puck|due for a review|No recall is open|\d+ facts in \d+ sheets, no problems, \d+ warnings|1 written|will close in June|paraphrase, first|Chosen: sure from|Nothing on record shows|Backed up into/,
      );
    },
    180_000,
  );

  it('has a back-up before an upgrade that works before the next one, too', async () => {
    const before = commands.find((command) => command.includes('factdesk backup /var/lib')) ?? '';
    const folder = await createFolder({});
    const line = before.replace('runuser -u factdesk -- ', '').replace('/var/lib/factdesk', folder);
    for (const _upgrade of [1, 2]) {
      const shell = runShell(line, { cwd: copy });
      expect(await shell.ended, shell.printed()).toBe(0);
      // The name is of the second.
      await sleep(1_000);
    }
    expect(await readdir(folder)).toHaveLength(2);
  }, 60_000);

  it('has a unit under which the bot writes in its data folder alone', () => {
    const data = `${setting('WorkingDirectory')}/${readConfig({}).data}`;
    expect(setting('ReadWritePaths')).toBe(data);
    expect(setting('ProtectSystem')).toBe('strict');
    expect(setting('PrivateTmp')).toBe('yes');
    expect(setting('NoNewPrivileges')).toBe('yes');
  });

  it('has a unit that does not start the bot again while a setting is wrong', async () => {
    const command = setting('ExecStart').replace('/usr/bin/node', process.execPath);
    for (const env of [
      { ...quiet, SLACK_BOT_TOKEN: 'xoxb-1' },
      { ...quiet, FACTDESK_CHANNELS: 'no/such.yml' },
    ]) {
      const bot = runShell(command, { cwd: copy, env });
      expect(String(await bot.ended), bot.printed()).toBe(setting('RestartPreventExitStatus'));
      expect(bot.printed()).toMatch(/SLACK_APP_TOKEN is missing|no\/such\.yml cannot be read/);
    }
  }, 60_000);

  it('names only files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = '']) => target);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(() => readFileSync(link), link).not.toThrow(/ENOENT/);
  });
});
