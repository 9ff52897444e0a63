import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createInstallations, createKeyRing } from '../../../src/installations/index.ts';
import { openLedger } from '../../../src/ledger/index.ts';
import { readManifest } from '../../../src/playground/index.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { grantOf, newKey } from '../../installations/sample-grant.ts';
import { run } from '../run.ts';
import { sheetOf } from './open-newsrooms.ts';

/** Settings for many workspaces, and what is installed under which key. */
async function openSettings(installed: Readonly<Record<string, string>> = {}) {
  const data = await createFolder({});
  const env = {
    ...{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c'.repeat(32), SLACK_SIGNING_SECRET: 's'.repeat(32) },
    ...{ FACTDESK_KEY: newKey(), FACTDESK_DATA: data, PORT: '0' },
    FACTDESK_WORKSPACES: await createFolder({ 'T0AAA/facts/minutes.md': sheetOf('Northport') }),
  };
  const now = () => new Date('2026-11-01T10:00:00Z');
  const ledger = await openLedger({ directory: data, now });
  for (const [teamId, key] of Object.entries(installed))
    await createInstallations(ledger, createKeyRing(key || env.FACTDESK_KEY)).keep(grantOf({ teamId }));
  await ledger.close();
  return { env };
}

describe('factdesk workspaces', () => {
  it('lists where the app is installed, and no token', async () => {
    const { env } = await openSettings({ T0AAA: '', T0BBB: newKey() });
    const { stdout, stderr, exitCode } = await run(['workspaces'], { env });
    const keyId = createKeyRing(env.FACTDESK_KEY).keyId;
    expect(stdout).toBe(`T0AAA  Daily News  installed 2026-11-01T10:00:00.000Z  key ${keyId}\n`);
    expect(stderr).toContain('The installation T0BBB is encrypted with the key');
    expect(exitCode).toBe(1);
    const { stdout: json } = await run(['workspaces', '--json'], { env });
    expect(JSON.parse(json)).toMatchObject({
      installations: [{ key: 'T0AAA', name: 'Daily News', keyId }],
      unreadable: [{ key: 'T0BBB' }],
    });
    expect(json + stdout + stderr).not.toContain('xoxb');
  });

  it('says when there is none, and when the bot is in one workspace by its token', async () => {
    const { env } = await openSettings();
    expect((await run(['workspaces'], { env })).stdout).toBe('No workspace has installed the app.\n');
    const { stderr, exitCode } = await run(['workspaces'], { env: {} });
    expect(stderr).toContain('Many workspaces need SLACK_CLIENT_ID');
    expect(exitCode).toBe(2);
  });
});

describe('--workspace', () => {
  it('stands anywhere, and takes the facts of that workspace', async () => {
    const { env } = await openSettings();
    for (const words of [
      ['--workspace', 'T0AAA', 'ask', 'Who owns the crane?'],
      ['ask', '--workspace=T0AAA', 'Who owns the crane?'],
    ])
      expect((await run(words, { env })).stdout).toContain('The crane of Northport');
  });

  it('is asked for by what reads a ledger: whom nobody finds in the wrong one is not erased', async () => {
    const { env } = await openSettings();
    for (const words of [
      ['ledger', 'erase', '--person', 'U0123', '--yes'],
      ['ledger', 'counts'],
      ['desk', 'write'],
    ]) {
      const { stderr, exitCode } = await run(words, { env });
      expect(stderr).toContain('Each workspace has a ledger of its own: add --workspace');
      expect(exitCode).toBe(2);
    }
    const erase = ['ledger', 'erase', '--person', 'U0123', '--yes', '--workspace', 'T0AAA'];
    expect((await run(erase, { env })).exitCode).toBe(0);
  });

  it('backs up the facts and the ledger of that workspace', async () => {
    const { env } = await openSettings();
    const file = join(await createFolder({}), 'north.tar.gz');
    const { stdout, exitCode } = await run(['backup', file, '--workspace', 'T0AAA'], {
      env,
      now: new Date(),
    });
    expect(stdout).toContain('1 file of the sheets');
    expect(exitCode).toBe(0);
  });

  it.each(['../../etc', 'T0NOWHERE', ''])('refuses %j with a sentence', async (name) => {
    const { env } = await openSettings();
    const { stderr, exitCode } = await run(['check', '--workspace', name], { env });
    expect(stderr).toContain('"factdesk workspaces" lists');
    expect(exitCode).toBe(2);
  });
});

describe('factdesk doctor', () => {
  it('tells whether each installation can be read, and what to do where not', async () => {
    const old = newKey();
    const { env } = await openSettings({ T0AAA: '', T0BBB: newKey(), T0CCC: old });
    const { stdout, exitCode } = await run(['doctor'], { env: { ...env, FACTDESK_KEY_OLD: old } });
    expect(stdout).toContain('ok       installations: 2 workspaces can be read');
    expect(stdout).toContain('WRONG    installation T0BBB: The installation T0BBB is encrypted with the key');
    expect(stdout).toContain('look at  keys: 1 installation encrypted with an older key');
    expect(stdout).toContain('facts: each workspace has its own');
    expect(exitCode).toBe(1);
  });

  it('looks at what one workspace has of its own', async () => {
    const { env } = await openSettings();
    const { stdout, exitCode } = await run(['doctor', '--workspace', 'T0AAA'], { env });
    expect(stdout).toContain(
      '–        Slack: the same for all workspaces: factdesk doctor without --workspace\n',
    );
    expect(stdout).toMatch(/ok {7}facts: .*T0AAA\/facts: 1 fact in 1 sheet\n/);
    expect(stdout).toMatch(/ok {7}ledger: SQLite in .*T0AAA\/data, can be written\n/);
    expect(exitCode).toBe(0);
  });

  it('tells that a workspace would have no folder, which the start refuses', async () => {
    const { env } = await openSettings();
    const folder = join(await createFolder({ file: 'This is no folder.' }), 'file');
    const without = { env: { ...env, FACTDESK_WORKSPACES: folder } };
    const { stdout, exitCode } = await run(['doctor'], without);
    expect(stdout).toContain(`WRONG    workspaces folder: ${folder} cannot be written (EEXIST)`);
    expect(stdout).toContain('Set FACTDESK_WORKSPACES to a folder of yours.');
    expect(exitCode).toBe(1);
    const start = await run(['serve'], without);
    expect(start.stderr).toContain(`The folder of workspaces ${folder} cannot be written (EEXIST).`);
    expect(start.exitCode).toBe(2);
  });
});

describe('factdesk manifest --many', () => {
  it('asks for what many workspaces need, beside all that one needs', async () => {
    const address = ['--http', 'https://factdesk.example.org/desk'];
    const one = readManifest(parse((await run(['manifest', ...address])).stdout));
    const many = readManifest(parse((await run(['manifest', ...address, '--many'])).stdout));
    const { settings, oauth_config } = one;
    expect(many).toEqual({
      ...one,
      oauth_config: {
        ...oauth_config,
        redirect_urls: ['https://factdesk.example.org/desk/slack/oauth_redirect'],
      },
      settings: {
        ...settings,
        token_rotation_enabled: true,
        org_deploy_enabled: true,
        event_subscriptions: {
          ...settings?.event_subscriptions,
          bot_events: [
            ...(settings?.event_subscriptions?.bot_events ?? []),
            'app_uninstalled',
            'tokens_revoked',
          ],
        },
      },
    });
  });

  it('needs the address', async () => {
    const { stderr, exitCode } = await run(['manifest', '--many']);
    expect(stderr).toContain('--many needs --http');
    expect(exitCode).toBe(2);
  });
});
