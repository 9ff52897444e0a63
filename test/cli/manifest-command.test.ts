import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { readManifest } from '../../src/playground/index.ts';
import { run } from './run.ts';

it('prints the manifest as it is, and as JSON for the Slack CLI', async () => {
  const written = await readFile('manifest.yml', 'utf8');
  expect((await run(['manifest'])).stdout).toBe(written);
  expect(JSON.parse((await run(['manifest', '--json'])).stdout)).toEqual(parse(written));
});

describe('for signed requests', () => {
  const manifestFor = async (address: string) => {
    const { stdout } = await run(['manifest', '--http', address]);
    return readManifest(parse(stdout));
  };

  it('names the address for events, buttons and commands, switches Socket Mode off, and changes nothing else', async () => {
    const written = await readFile('manifest.yml', 'utf8');
    const own = readManifest(parse(written));
    const url = 'https://factdesk.example.org/slack/events';
    const { settings, features } = own;
    const expected = {
      ...own,
      features: {
        ...features,
        slash_commands: features?.slash_commands?.map((command) => ({ ...command, url })),
      },
      settings: {
        ...settings,
        event_subscriptions: { ...settings?.event_subscriptions, request_url: url },
        interactivity: { is_enabled: true, request_url: url },
        socket_mode_enabled: false,
      },
    };
    expect(features?.slash_commands?.length).toBeGreaterThan(0);
    expect(await manifestFor('https://factdesk.example.org')).toEqual(expected);
    const { stdout } = await run(['manifest', '--json', '--http', 'https://factdesk.example.org/']);
    expect(JSON.parse(stdout)).toEqual(expected);
    const lines = new Set(
      (await run(['manifest', '--http', 'https://factdesk.example.org'])).stdout.split('\n'),
    );
    expect(written.split('\n').filter((line) => line.includes('#') && !lines.has(line))).toEqual([]);
  });

  it.each([
    ['https://a.example/slack/events', 'https://a.example/slack/events'],
    ['https://a.example:8443/desk/', 'https://a.example:8443/desk/slack/events'],
    ['https://a.example/desk/slack/events/', 'https://a.example/desk/slack/events'],
  ])('takes %s for %s', async (given, url) => {
    expect((await manifestFor(given)).settings?.interactivity?.request_url).toBe(url);
  });

  it.each([
    'http://a.example',
    'a.example',
    'ftp://a.example',
    '',
    'https://',
    'https://u:p@a.example',
    'https://:p@a.example',
    'https://a.example?x=1',
    'https://a.example#x',
  ])('refuses %j, and says why', async (address) => {
    const { stdout, stderr, exitCode } = await run(['manifest', '--http', address]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toMatch(/It must (begin with https:\/\/|be a plain address)/);
  });
});

it('is what the Slack CLI is told to run, as is the bot', async () => {
  const { hooks, config } = JSON.parse(await readFile('.slack/hooks.json', 'utf8'));
  expect(hooks).toEqual({
    'get-manifest': 'node bin/factdesk.js manifest --json',
    start: 'node bin/factdesk.js serve',
  });
  // Without this the Slack CLI would open the socket itself, and start a process for each event.
  expect(config['sdk-managed-connection-enabled']).toBe(true);
});

it('takes the tokens that the Slack CLI hands on, where none are set', () => {
  const handed = { SLACK_CLI_XOXB: 'xoxb-cli', SLACK_CLI_XAPP: 'xapp-cli' };
  expect(readConfig(handed).slack).toEqual({ botToken: 'xoxb-cli', appToken: 'xapp-cli' });
  const set = { ...handed, SLACK_BOT_TOKEN: 'xoxb-own', SLACK_APP_TOKEN: 'xapp-own' };
  expect(readConfig(set).slack?.botToken).toBe('xoxb-own');
});
