import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { examineNode } from '../../src/cli/doctor/examine-machine.ts';
import { startStandIn } from '../../src/playground/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { readOwnManifest } from '../slack/slack-desk.ts';
import { run } from './run.ts';

const SHEET = createSheet('## berths\n> The harbour has 14 berths.\n\n- kind: statement\n');

async function openWorkspace(
  change: (manifest: Awaited<ReturnType<typeof readOwnManifest>>) => void = () => {},
) {
  const manifest = structuredClone(await readOwnManifest());
  change(manifest);
  const slack = await startStandIn({ manifest });
  onTestFinished(() => slack.close());
  const data = await createFolder({});
  const env = {
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    ...{ FACTDESK_FACTS: await createFolder({ 'harbour.md': SHEET }), FACTDESK_DATA: data },
  };
  return { slack, env };
}

/** A port that nothing listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

describe('factdesk doctor', () => {
  it('finds everything in order, a line each, and says that the bot can start', async () => {
    const { env, slack } = await openWorkspace();
    const { stdout, stderr, exitCode } = await run(['doctor'], { env, now: new Date() });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    for (const line of [
      'ok       settings: can be used',
      'ok       bot token: @factdesk in ',
      'ok       scopes: all that the manifest asks for',
      'ok       app token: opens a connection',
      'ok       clock: as Slack has it',
      '1 fact in 1 sheet',
      '–        archive: none (FACTDESK_ARCHIVE)',
      'ok       ledger: SQLite in ',
    ])
      expect(stdout).toContain(line);
    expect(stdout.endsWith('\nThe bot can start.\n')).toBe(true);
    expect(stdout).not.toContain(slack.botToken);
  });

  it('warns of settings that every user of the machine may read', async () => {
    const { env } = await openWorkspace();
    const folder = await createFolder({ '.env': 'LOG_LEVEL=info\n' });
    const doctor = () =>
      promisify(execFile)(process.execPath, [resolve('bin/factdesk.js'), 'doctor'], {
        cwd: folder,
        env: { ...process.env, ...env },
      });
    const file = join(folder, '.env');
    await chmod(file, 0o644);
    const { stdout } = await doctor();
    expect(stdout).toContain('look at  .env: every user of this machine may read it, and the tokens in it');
    expect(stdout).toContain('Close it: chmod o-rwx .env');
    expect(stdout).toContain('The bot can start.');
    await chmod(file, 0o640);
    expect((await doctor()).stdout).not.toContain('.env');
  });

  it('names each setting that cannot be used, and looks no further', async () => {
    const env = { SLACK_BOT_TOKEN: 'wrong-7', PORT: 'x' };
    const { stdout, exitCode } = await run(['doctor'], { env });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('WRONG    settings: SLACK_BOT_TOKEN must start with "xoxb-".');
    expect(stdout).toContain('WRONG    settings: PORT must be a number');
    expect(stdout).not.toContain('wrong-7');
    expect(stdout).toContain('must be mended first.');
  });

  it('tells a token that Slack refuses from one that lacks a scope', async () => {
    const { env } = await openWorkspace(({ oauth_config }) => {
      const scopes = (oauth_config?.scopes?.bot ?? []) as string[];
      scopes.splice(scopes.indexOf('users:read'), 1);
    });
    const { stdout, exitCode } = await run(['doctor'], { env, now: new Date() });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('look at  scopes: not granted: users:read\n');
    const swapped = { ...env, SLACK_BOT_TOKEN: 'xoxb-nobody' };
    const refused = await run(['doctor'], { env: swapped, now: new Date() });
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout).toContain('WRONG    bot token: Slack refused SLACK_BOT_TOKEN (invalid_auth).');
  });

  it('tells of a clock that is off, of Slack that is away, and of facts that cannot be read', async () => {
    const { env } = await openWorkspace();
    const late = await run(['doctor'], { env, now: new Date(Date.now() + 600_000) });
    expect(late.stdout).toMatch(/WRONG {4}clock: (599|600|601) seconds ahead of Slack\n/);
    const away = { ...env, SLACK_API_URL: 'http://127.0.0.1:9/api/' };
    const { stdout } = await run(['doctor'], { env: away, now: new Date() });
    expect(stdout).toContain('WRONG    bot token: Slack cannot be reached.');
    expect(stdout).not.toContain('clock');
    const broken = { ...env, FACTDESK_FACTS: await createFolder({ 'a.md': 'no sheet' }) };
    const facts = await run(['doctor'], { env: broken, now: new Date() });
    expect(facts.stdout).toMatch(
      /WRONG {4}facts: .*: 0 facts in \d sheets?, \d+ problems?\n {11}Run factdesk check/,
    );
  });

  describe('where Slack comes in by signed requests', () => {
    async function openSigned(changes: Readonly<Record<string, string>> = {}) {
      const { slack, env } = await openWorkspace();
      const port = await freePort();
      const signed = {
        ...{ ...env, SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) },
        ...changes,
      };
      return { slack, env: signed, port, address: `http://127.0.0.1:${port}/slack/events` };
    }
    const doctor = (env: Readonly<Record<string, string>>, now = new Date()) => run(['doctor'], { env, now });

    it('sends itself a challenge, in the place of the bot where it does not run', async () => {
      const { env, slack, address } = await openSigned();
      const { stdout, exitCode } = await doctor(env);
      expect(stdout).toContain(
        `ok       signed requests: ${address}: this command, in place of the bot, took what was signed, and nothing else\n`,
      );
      expect(stdout).not.toContain('app token');
      expect(stdout).not.toContain(slack.signingSecret);
      expect(exitCode).toBe(0);
      expect((await doctor({ ...env, SLACK_HTTP_HOST: '0.0.0.0' })).stdout).toContain(
        `signed requests: ${address}`,
      );
    });

    it('tells of another program on the port: one that is no bot, that takes anything, or that says nothing', async () => {
      const { env, port } = await openSigned();
      let answer: RequestListener = (_, response) => void response.writeHead(404).end();
      const other = createServer((request, response) => answer(request, response)).listen(port, '127.0.0.1');
      await once(other, 'listening');
      onTestFinished(() => {
        other.close();
        other.closeAllConnections();
      });
      const { stdout, exitCode } = await doctor(env);
      expect(exitCode).toBe(1);
      expect(stdout).toContain(
        'WRONG    signed requests: What listens there is not factdesk (it answers HTTP 404). Set PORT to a free one.\n',
      );
      answer = (request, response) => void request.pipe(response);
      expect((await doctor(env)).stdout).toContain('takes requests that Slack did not sign');
      answer = () => {};
      expect((await doctor(env)).stdout).toContain(
        'WRONG    signed requests: Something listens at http://127.0.0.1',
      );
    });

    it('tells of an address that is not one of this machine', async () => {
      const { env } = await openSigned({ SLACK_HTTP_HOST: '192.0.2.1' });
      expect((await doctor(env)).stdout).toContain(
        'WRONG    signed requests: SLACK_HTTP_HOST 192.0.2.1 cannot be',
      );
    });

    it('tells of a clock that is off, which Slack is refused for', async () => {
      const { env } = await openSigned();
      const { stdout, exitCode } = await doctor(env, new Date(Date.now() - 600_000));
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(
        /WRONG {4}clock: (599|600|601) seconds behind Slack\n.*requests signed five minutes off are refused/,
      );
    });

    it('says that the secret is not used where there is an app token', async () => {
      const { env, slack } = await openSigned();
      const { stdout } = await doctor({ ...env, SLACK_APP_TOKEN: slack.appToken });
      expect(stdout).toContain('–        signed requests: SLACK_APP_TOKEN is set (Socket Mode)');
    });
  });

  it('gives the same to programs', async () => {
    const { env } = await openWorkspace();
    const { stdout } = await run(['doctor', '--json'], { env, now: new Date() });
    const { isWell, findings } = JSON.parse(stdout);
    expect(isWell).toBe(true);
    expect(findings[0]).toMatchObject({ of: 'Node', says: expect.stringContaining(process.versions.node) });
  });

  it('says whether the desk can write its facts', async () => {
    const { env } = await openWorkspace();
    const doctor = async (settings: Record<string, string>) =>
      (await run(['doctor'], { env: { ...env, ...settings }, now: new Date('2026-12-01') })).stdout;
    expect(await doctor({})).toContain('–        desk: none (DESK_CHANNEL)');
    expect(await doctor({ DESK_CHANNEL: 'C012' })).toContain('/desk can be written\n');
    await writeFile(join(env.FACTDESK_FACTS, 'desk'), 'a file stands where the folder should be');
    expect(await doctor({ DESK_CHANNEL: 'C012' })).toMatch(
      /look at {2}desk: \S+\/desk cannot be made or written\n {11}Let the user who runs the bot write there/,
    );
    expect(await doctor({ DESK_CHANNEL: 'C012', FACTDESK_DESK_SHEET: 'answers.md' })).toContain(
      'ok       desk: ',
    );
  });

  it('tells which example questions get another answer since an upgrade, until that is found right', async () => {
    const { env } = await openWorkspace();
    const doctor = async (...words: string[]) =>
      (await run(['doctor', ...words], { env, now: new Date('2026-12-01') })).stdout;
    const sheet = join(env.FACTDESK_FACTS, 'harbour.md');
    const berths = SHEET.replace('statement\n', 'statement\n- asked as: How many berths are there?\n');
    const piers = berths
      .replace('## berths', '## piers')
      .replace('14 berths', '3 piers')
      .replace('berths', 'piers');
    await writeFile(sheet, berths);
    expect(await doctor()).toContain('ok       examples: 1 question of the sheets asked, and remembered\n');
    expect(await doctor()).toContain(
      '1 question of the sheets get what they got on 2026-12-01 (factdesk 0.1.0)\n',
    );
    // As a version would have remembered it that answered nothing.
    const file = join(env.FACTDESK_DATA, 'example-answers.json');
    const remembered = JSON.parse(await readFile(file, 'utf8'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    remembered.answers['How many berths are there?'] = { outcome: 'none', fact: null };
    await writeFile(file, JSON.stringify(remembered));
    const told =
      'look at  examples: 1 of 1 question get another answer than on 2026-12-01 (factdesk 0.1.0): "How many berths are there?"\n';
    expect(await doctor()).toContain(told);
    expect(await doctor()).toContain(told);
    expect(await doctor('--remember')).toContain(
      'ok       examples: 1 question of the sheets asked, and remembered',
    );
    expect(await doctor()).toContain('ok       examples: 1 question');
    // What the desk changes itself is no news to it.
    await writeFile(sheet, piers);
    expect(await doctor()).toContain('ok       examples: 1 question');
  });

  it('knows which Node will do', () => {
    expect(examineNode('18.20.0').status).toBe('wrong');
    expect(examineNode('20.18.1').status).toBe('wrong');
    expect(examineNode('20.19.0').status).toBe('warning');
    expect(examineNode('24.1.0').status).toBe('ok');
  });
});
