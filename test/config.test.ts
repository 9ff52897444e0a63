import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const bot = 'xoxb-1-secret';
const app = 'xapp-1-secret';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.message).not.toContain('secret');
    return error.problems;
  }
}

describe('the settings', () => {
  it('need nothing at all: without tokens it is the playground', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      facts: 'facts',
      archive: [],
      data: '.factdesk',
      encoder: 'embedded',
      deskMembers: [],
      secondSignature: true,
      answerGuests: false,
      questionRetentionDays: 30,
      recallReminderHours: 24,
      logFormat: 'json',
      logLevel: 'info',
    });
  });

  it('are read from the environment, where an empty value counts as not set', () => {
    const environment = {
      SLACK_BOT_TOKEN: bot,
      SLACK_APP_TOKEN: app,
      SLACK_API_URL: '',
      PORT: '0',
      LOG_LEVEL: 'warn',
    };
    expect(readConfig(environment)).toEqual({
      slack: { botToken: bot, appToken: app },
      port: 0,
      facts: 'facts',
      archive: [],
      data: '.factdesk',
      encoder: 'embedded',
      deskMembers: [],
      secondSignature: true,
      answerGuests: false,
      questionRetentionDays: 30,
      recallReminderHours: 24,
      logFormat: 'json',
      logLevel: 'warn',
    });
  });

  it('say where facts of the desk go, and who signs them', () => {
    const set = readConfig({ FACTDESK_DESK_SHEET: 'desk/answers.md', SECOND_SIGNATURE: 'off' });
    expect(set).toMatchObject({ deskSheet: 'desk/answers.md', secondSignature: false });
    for (const wrong of ['../answers.md', '/tmp/answers.md', 'answers.txt', 'desk/README.md', 'C:\\a.md'])
      expect(problemsOf({ FACTDESK_DESK_SHEET: wrong })).toEqual([
        'FACTDESK_DESK_SHEET must name a sheet below FACTDESK_FACTS, such as desk/answers.md. ' +
          'Leave it empty for one a month.',
      ]);
    expect(problemsOf({ SECOND_SIGNATURE: 'no' })).toEqual(['SECOND_SIGNATURE must be on or off.']);
  });

  it('name where the sheets can be changed on the web, by a full address', () => {
    const url = 'https://git.example/edit/{file}?line={line}';
    expect(readConfig({ FACTDESK_SHEETS_URL: url }).sheetsUrl).toBe(url);
    expect(problemsOf({ FACTDESK_SHEETS_URL: 'git.example/facts' })).toEqual([
      expect.stringContaining('FACTDESK_SHEETS_URL must be a full address'),
    ]);
  });

  it('name a sentence encoder by its folder, or switch off what compares in meaning', () => {
    expect(readConfig({ FACTDESK_ENCODER: 'models/minilm' }).encoder).toEqual({ folder: 'models/minilm' });
    expect(readConfig({ FACTDESK_ENCODER: 'off' }).encoder).toBe('off');
  });

  it('have facts reviewed after so many days, and not by themselves when nothing is set', () => {
    expect(readConfig({ REVIEW_AFTER_DAYS: '365' }).reviewAfterDays).toBe(365);
    for (const wrong of ['0', '-1', '1.5', 'a year', '12345'])
      expect(problemsOf({ REVIEW_AFTER_DAYS: wrong })).toEqual([
        'REVIEW_AFTER_DAYS must be a number of days from 1 to 9999, such as 365. Leave it empty for none.',
      ]);
  });

  it('say which token is missing, what it looks like and where Slack shows it', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: bot })).toEqual([
      expect.stringMatching(
        /^SLACK_APP_TOKEN is missing, .*"xapp-".*api\.slack\.com\/apps.*connections:write/,
      ),
    ]);
    expect(problemsOf({ SLACK_APP_TOKEN: app })).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN is missing, .*"xoxb-".*OAuth & Permissions/),
    ]);
    expect(problemsOf({ SLACK_API_URL: 'http://127.0.0.1:1/api/' })).toHaveLength(2);
  });

  it('let Slack in by signed requests where there is a signing secret and no app token', () => {
    const signingSecret = '0123456789abcdef0123456789abcdef';
    const set = { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signingSecret };
    const loopback = { signingSecret, host: '127.0.0.1', port: 3000 };
    expect(readConfig(set).slack).toEqual({ botToken: bot, signedHttp: loopback });
    const open = {
      ...set,
      SLACK_HTTP_HOST: '0.0.0.0',
      PORT: '8080',
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
    };
    expect(readConfig(open).slack).toEqual({
      ...{ botToken: bot, apiUrl: 'http://127.0.0.1:1/api/' },
      signedHttp: { signingSecret, host: '0.0.0.0', port: 8080 },
    });
    expect(readConfig({ ...set, SLACK_APP_TOKEN: app }).slack).toEqual({ botToken: bot, appToken: app });
  });

  it('are for many workspaces where the app and a key are named', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    const set = {
      ...{ SLACK_CLIENT_ID: '12.34', SLACK_CLIENT_SECRET: 'c'.repeat(32), FACTDESK_KEY: key },
      SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
    };
    expect(readConfig({ ...set, FACTDESK_KEY_OLD: `${key}, ${key}` })).toMatchObject({
      workspaces: {
        credentials: { clientId: '12.34', clientSecret: 'c'.repeat(32) },
        signedHttp: { signingSecret: set.SLACK_SIGNING_SECRET, host: '127.0.0.1', port: 3000 },
        ...{ key, oldKeys: [key, key], folder: 'workspaces', isCorpusShared: false },
      },
    });
    expect(readConfig(set).slack).toBeUndefined();
    for (const name of Object.keys(set))
      expect(problemsOf({ ...set, [name]: '' })).toEqual([
        expect.stringMatching(
          new RegExp(`^${name} is missing, but (?:SLACK_CLIENT|FACTDESK_KEY).* is set\\.`),
        ),
      ]);
    expect(problemsOf({ ...set, SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app })).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN is set, and SLACK_CLIENT_ID too/),
      expect.stringMatching(/^SLACK_APP_TOKEN is set, and SLACK_CLIENT_ID too/),
    ]);
    for (const short of ['abc', Buffer.alloc(31).toString('base64'), `${key}=`])
      expect(problemsOf({ ...set, FACTDESK_KEY: short })).toEqual([
        expect.stringContaining('openssl rand -base64 32'),
      ]);
  });

  it('say which of them make no sense together', () => {
    const secret = { SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };
    const tokens = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app };
    const ports = { PORT: '9464', FACTDESK_ADMIN_PORT: '9464' };
    expect(problemsOf({ SLACK_SIGNING_SECRET: 'xoxb-1-secret' })).toEqual([
      expect.stringMatching(/^SLACK_SIGNING_SECRET must be letters and digits.*Basic Information/),
      expect.stringMatching(/^SLACK_BOT_TOKEN is missing, but SLACK_SIGNING_SECRET is set\. .*"xoxb-"/),
    ]);
    expect(problemsOf({ SLACK_HTTP_HOST: '0.0.0.0' })).toEqual([
      expect.stringMatching(
        /^SLACK_HTTP_HOST is set, but nothing listens on it: SLACK_SIGNING_SECRET is missing/,
      ),
    ]);
    expect(problemsOf({ ...tokens, ...secret, SLACK_HTTP_HOST: '0.0.0.0' })).toEqual([
      expect.stringMatching(/^SLACK_HTTP_HOST is set, but nothing listens on it: SLACK_APP_TOKEN is set/),
    ]);
    expect(problemsOf({ SLACK_BOT_TOKEN: bot, ...secret, ...ports })).toEqual([
      "PORT and FACTDESK_ADMIN_PORT are both 9464. Slack's requests and the probes need a port each.",
    ]);
    expect(problemsOf({ ...tokens, ...secret, ...ports })).toEqual([]);
    expect(problemsOf({ SLACK_BOT_TOKEN: bot, ...secret, PORT: '0', FACTDESK_ADMIN_PORT: '0' })).toEqual([]);
  });

  it('tell all problems at once, and no token', () => {
    const environment = {
      SLACK_BOT_TOKEN: 'xoxp-secret',
      SLACK_APP_TOKEN: 'secret',
      SLACK_API_URL: 'slack',
      PORT: '99999',
      DATABASE_URL: 'mysql://u:secret@host/x',
      DESK_CHANNEL: '#desk',
      DESK_MEMBERS: '@maya',
      OTHER_TEAMS: 'T0123ABCD, everyone',
      QUESTION_RETENTION_DAYS: 'ever',
      LOG_LEVEL: 'loud',
    };
    expect(problemsOf(environment).map((problem) => problem.split(' ')[0])).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_API_URL',
      'PORT',
      'DATABASE_URL',
      'DESK_CHANNEL',
      'DESK_MEMBERS',
      'OTHER_TEAMS',
      'QUESTION_RETENTION_DAYS',
      'LOG_LEVEL',
    ]);
  });

  it('are the variables of .env.example, each with a comment, and no others', () => {
    const example = readFileSync('.env.example', 'utf8');
    const code = readFileSync('src/config-schema.ts', 'utf8');
    const read = new Set(code.match(/^ {2}[A-Z][A-Z_]+(?=:)/gm)?.map((name) => name.trim()));
    expect(new Set(Object.keys(parse(example)))).toEqual(read);
    expect(example.match(/#.*\n[A-Z_]+=/g)).toHaveLength(read.size);
    expect(() => readConfig(parse(example))).not.toThrow();
  });
});
