import { execFile, spawn } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startStandIn } from '../../src/playground/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { databaseKinds } from '../ledger/test-databases.ts';
import { readOwnManifest } from '../slack/slack-desk.ts';

const SHEET = createSheet(
  '## berths\n> The harbour has 14 berths.\n\n- kind: statement\n- asked as: How many berths has the harbour?\n',
);
const PIERS = createSheet('## piers\n> Two piers are of wood.\n\n- kind: statement\n');
const QUESTION = 'How many berths has the harbour?';

type Environment = Readonly<Record<string, string>>;

/** A command of a person, in a process of its own. */
function factdesk(words: readonly string[], env: Environment) {
  return new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
    const options = { env: { ...process.env, ...env } };
    const child = execFile(
      process.execPath,
      ['bin/factdesk.js', ...words],
      options,
      (_, stdout, stderr) => void resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
    );
  });
}

/** A running bot with a question answered, and somebody who goes on asking. */
async function openNewsroom(settings: Environment) {
  const slack = await startStandIn({ manifest: await readOwnManifest() });
  onTestFinished(() => slack.close());
  const facts = await createFolder({
    'harbour.md': SHEET,
    'desk/2026-12.md': PIERS,
  });
  const channels = join(
    await createFolder({ 'channels.yml': 'everywhere:\n  follow ups: true\n' }),
    'channels.yml',
  );
  const env = {
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    ...{ FACTDESK_DATA: await createFolder({}), FACTDESK_FACTS: facts, FACTDESK_CHANNELS: channels },
    ...{ FACTDESK_ARCHIVE: '', DATABASE_URL: '' },
    ...settings,
  };
  const bot = spawn(process.execPath, ['bin/factdesk.js', 'serve'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  onTestFinished(() => void bot.kill('SIGKILL'));
  const stop = async () => {
    const ended = new Promise((resolve) => bot.once('exit', resolve));
    bot.kill('SIGTERM');
    return ended;
  };
  await slack.until(() => slack.sockets.size > 0, { withinMs: 60_000 });
  const ada = slack.person('ada');
  const ask = () => ada.reply(ada.directMessage(QUESTION), { withinMs: 30_000 });
  await ask();
  return { env, facts, ask, stop, askedAt: await momentOnRecord(env) };
}

const replayed = (env: Environment, at: Date) =>
  factdesk(['replay', '--with-private', '--at', at.toISOString(), QUESTION], env);

/** A moment by which the reply is written down, a little after it is out. */
async function momentOnRecord(env: Environment): Promise<Date> {
  let at = new Date();
  const look = async () => {
    at = new Date();
    return (await replayed(env, at)).said;
  };
  await expect.poll(look, { timeout: 30_000 }).toContain('│ The harbour has 14 berths.');
  return at;
}

const countsOf = async (env: Environment) =>
  JSON.parse((await factdesk(['ledger', 'counts', '--json'], env)).said);

describe.each(await databaseKinds())('a back-up $name', (kind) => {
  it('is made while the bot answers, and put back on another machine: what was shown is shown again', async () => {
    const [database, other] = [await kind.create(), await kind.create()];
    onTestFinished(() => Promise.all([database.remove(), other.remove()]).then(() => undefined));
    const { env, facts, ask, askedAt } = await openNewsroom({ DATABASE_URL: named(database.databaseUrl) });
    const folder = await createFolder({});
    const file = join(folder, 'factdesk.tar.gz');
    const asking = Promise.all([ask(), ask(), ask()]);
    const made = await factdesk(['backup', file], env);
    expect(made).toMatchObject({
      code: 0,
      said: expect.stringMatching(
        /^Backed up into .*: \d+ rows of the ledger, 2 files of the sheets, the channel settings\. Only you can read it/,
      ),
    });
    await asking;
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const place = { FACTDESK_DATA: join(folder, 'data'), FACTDESK_FACTS: join(folder, 'facts') };
    const there = {
      ...{ ...env, ...place, FACTDESK_CHANNELS: join(folder, 'channels.yml') },
      DATABASE_URL: named(other.databaseUrl),
    };
    const restored = await factdesk(['restore', file], there);
    expect(restored).toMatchObject({
      code: 0,
      said: expect.stringContaining('3 files of sheets and settings'),
    });
    for (const sheet of ['harbour.md', 'desk/2026-12.md'])
      expect(await readFile(join(folder, 'facts', sheet), 'utf8')).toBe(
        await readFile(join(facts, sheet), 'utf8'),
      );
    const counts = await countsOf(there);
    expect(counts.questions.answer).toBeGreaterThan(0);
    expect(counts.questions.answer).toBeLessThanOrEqual((await countsOf(env)).questions.answer);
    const [before, after] = [await replayed(env, askedAt), await replayed(there, askedAt)];
    const shown = ({ said }: { readonly said: string }) => said.split('Asked now')[0];
    expect(shown(after)).toContain('│ The harbour has 14 berths.');
    expect(shown(after)).toBe(shown(before));
  }, 120_000);

  it('does not go over what is there, unless it is told to, and keeps that', async () => {
    const database = await kind.create();
    onTestFinished(() => database.remove());
    const { env, facts, stop } = await openNewsroom({ DATABASE_URL: named(database.databaseUrl) });
    const file = join(await createFolder({}), 'factdesk.tar.gz');
    await factdesk(['backup', file], env);
    expect(await factdesk(['backup', file], env)).toEqual({
      code: 1,
      said: `${file} is there already. Name a file that is not.\n`,
    });
    expect((await factdesk(['restore', '--replace', file], env)).said).toMatch(/Stop the bot/);
    expect(await stop()).toBe(0);
    const busy = await factdesk(['restore', file], env);
    expect(busy).toMatchObject({ code: 1, said: expect.stringContaining('it holds something already') });
    const sheet = join(facts, 'harbour.md');
    await writeFile(sheet, SHEET.replace('14', '15'));
    const differs = await factdesk(['restore', file], env);
    expect(differs.said).toBe(
      `${sheet}: another text stands there. Nothing was changed. ` +
        'Move it away, or add --replace: what is there is backed up first then.\n',
    );
    const replaced = await factdesk(['restore', '--replace', file], env);
    expect(replaced.code, replaced.said).toBe(0);
    expect(replaced.said).toContain('1 file of sheets and settings; all others were the same already.');
    expect(await readFile(sheet, 'utf8')).toBe(SHEET);
    const kept = /backed up in (\S+\.tar\.gz)\./.exec(replaced.said)?.[1] ?? '';
    expect((await stat(kept)).mode & 0o777).toBe(0o600);
    expect(gunzipSync(await readFile(kept)).toString()).toContain('15 berths');
    expect((await countsOf(env)).questions.answer).toBe(1);
  }, 120_000);
});

describe('a back-up that is not as it was made', () => {
  const made = async () => {
    const env = {
      FACTDESK_DATA: await createFolder({}),
      FACTDESK_FACTS: await createFolder({ 'a.md': SHEET }),
    };
    const file = join(await createFolder({}), 'factdesk.tar.gz');
    expect((await factdesk(['backup', file], env)).code).toBe(0);
    const tar = gunzipSync(await readFile(file));
    const there = { FACTDESK_DATA: await createFolder({}), FACTDESK_FACTS: await createFolder({}) };
    const restore = async (bytes: Uint8Array) => {
      await writeFile(file, bytes);
      return factdesk(['restore', file], there);
    };
    return { tar, file, restore };
  };

  it.each([
    ['is cut off', (tar: Buffer) => gzipSync(tar).subarray(0, 300), 'is damaged or no back-up'],
    ['lost its end', (tar: Buffer) => gzipSync(tar.subarray(0, 1024)), 'its end is missing'],
    [
      'was changed',
      (tar: Buffer) =>
        gzipSync(Buffer.from(tar.toString('latin1').replace('14 berths', '15 berths'), 'latin1')),
      '"sheets/a.md" is missing or was changed',
    ],
    [
      'is of a newer format',
      (tar: Buffer) =>
        gzipSync(Buffer.from(tar.toString('latin1').replace('"format": 1', '"format": 9'), 'latin1')),
      'was made by a newer factdesk (format 9; this one knows 1). Update factdesk',
    ],
    ['is something else', () => Buffer.from('no archive at all'), 'is damaged or no back-up'],
  ])('%s: it is refused, and nothing is changed', async (_, change, said) => {
    const { tar, restore } = await made();
    const outcome = await restore(change(tar));
    expect(outcome).toMatchObject({ code: 1, said: expect.stringContaining(said) });
  });

  it('is missing: the file is named', async () => {
    const env = { FACTDESK_DATA: await createFolder({}) };
    expect((await factdesk(['restore', '/no/such.tar.gz'], env)).said).toBe(
      '/no/such.tar.gz cannot be read (ENOENT). Name a back-up that you may read.\n',
    );
  });
});

/** All tests share one server; a bot is told by what its connections are called. */
function named(databaseUrl: string | undefined): string {
  if (databaseUrl === undefined) return '';
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', `backup-${Math.random().toString(36).slice(2)}`);
  return url.href;
}
