import { expect, it } from 'vitest';
import { createLogger } from '../../src/cli/create-logger.ts';
import { readConfig } from '../../src/config.ts';
import { createOngoingRequests } from '../../src/ongoing-requests.ts';
import { newKey } from '../installations/sample-grant.ts';

const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

const requests = createOngoingRequests();

async function log(env: Readonly<Record<string, string>>, ...lines: readonly string[]): Promise<string> {
  let written = '';
  const stderr = {
    write(text: string) {
      written += text;
      return true;
    },
  };
  const logger = await createLogger(readConfig(env), { stderr } as never, requests);
  for (const line of lines) logger.info({ socket: 1 }, line);
  return written;
}

it('writes JSON for programs, and lines for people where that is set', async () => {
  const json = JSON.parse(await log(TOKENS, 'socket opened'));
  expect(json).toMatchObject({ socket: 1, msg: 'socket opened' });
  const pretty = await log({ ...TOKENS, LOG_FORMAT: 'pretty' }, 'socket opened');
  expect(pretty).toMatch(/^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] INFO: socket opened\n {4}socket: 1\n$/);
});

it('lets no control character of what it tells reach the terminal', async () => {
  for (const LOG_FORMAT of ['json', 'pretty']) {
    const written = await log({ ...TOKENS, LOG_FORMAT }, 'a \u001b[31mred\u0007 word');
    expect(written).not.toContain('\u001b');
    expect(written).not.toContain('\u0007');
    expect(written).toContain('word');
  }
});

it('tells of a playground only what goes wrong', async () => {
  expect(await log({}, 'socket opened')).toBe('');
});

it('tells of a bot in many workspaces what it tells of one in one', async () => {
  const many = {
    ...{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c'.repeat(32), SLACK_SIGNING_SECRET: 's'.repeat(32) },
    FACTDESK_KEY: newKey(),
  };
  expect(JSON.parse(await log(many, 'replied'))).toMatchObject({ msg: 'replied' });
});

it('names the request that a line is of, and its trace where traces are sent', async () => {
  const traced = { ...TOKENS, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };
  const line = (env: Readonly<Record<string, string>>) =>
    requests.run(async () => JSON.parse(await log(env, 'replied')), 'Ev1');
  expect(await line(TOKENS)).toMatchObject({ request: 'Ev1' });
  expect(await line(TOKENS)).not.toHaveProperty('trace_id');
  expect(await line(traced)).toMatchObject({
    request: 'Ev1',
    trace_id: expect.stringMatching(/^[\da-f]{32}$/),
  });
  expect(JSON.parse(await log(traced, 'connected'))).not.toHaveProperty('request');
});
