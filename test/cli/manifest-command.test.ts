import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { run } from './run.ts';

it('prints the manifest as it is, and as JSON for the Slack CLI', async () => {
  const written = await readFile('manifest.yml', 'utf8');
  expect((await run(['manifest'])).stdout).toBe(written);
  expect(JSON.parse((await run(['manifest', '--json'])).stdout)).toEqual(parse(written));
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
