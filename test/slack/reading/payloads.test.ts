import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readCommand,
  readDirectMessage,
  readHomeOpening,
  readMention,
} from '../../../src/slack/reading/payloads.ts';

const BOT = 'U0BOT';
const message = {
  type: 'message',
  channel_type: 'im',
  channel: 'D1',
  user: 'U1',
  text: 'who signed?',
  ts: '1.1',
};
const mention = { type: 'app_mention', channel: 'C1', user: 'U1', text: '<@U0BOT> who?', ts: '1.1' };

function delivered(event: object): unknown {
  return { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event };
}

describe('a direct message', () => {
  it('is read when a person wrote it', () => {
    expect(readDirectMessage(delivered(message), BOT)).toEqual({
      team: 'T1',
      channel: 'D1',
      user: 'U1',
      text: 'who signed?',
      ts: '1.1',
      threadTs: null,
    });
  });

  it('is read when it came with a file', () => {
    expect(
      readDirectMessage(delivered({ ...message, subtype: 'file_share', files: [] }), BOT),
    ).not.toBeNull();
  });

  it.each([
    ['an edit', { subtype: 'message_changed' }],
    ['a deletion', { subtype: 'message_deleted' }],
    ['a join', { subtype: 'channel_join' }],
    ['a bot by subtype', { subtype: 'bot_message' }],
    ['a bot by id', { bot_id: 'B1' }],
    ['the bot itself', { user: BOT }],
    ['a hidden message', { hidden: true }],
    ['a message of a channel', { channel_type: 'channel' }],
    ['a message without a person', { user: undefined }],
  ])('is ignored when it is %s', (_what, change) => {
    expect(readDirectMessage(delivered({ ...message, ...change }), BOT)).toBeNull();
  });
});

describe('a mention', () => {
  it('keeps the thread it stands in', () => {
    expect(readMention(delivered({ ...mention, thread_ts: '0.9' }), BOT)?.threadTs).toBe('0.9');
  });

  it('is ignored when it came by editing an old message', () => {
    expect(readMention(delivered({ ...mention, edited: { user: 'U1', ts: '2.2' } }), BOT)).toBeNull();
  });
});

describe('payloads that make no sense', () => {
  const readers = [
    (body: unknown) => readMention(body, BOT),
    (body: unknown) => readDirectMessage(body, BOT),
    readCommand,
    readHomeOpening,
  ];

  it('are ignored without an error, whatever they hold', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (body) => {
        for (const read of readers) expect(read(body)).toBeNull();
      }),
    );
  });

  it('never make a reader throw when a field is missing, null, of another type or huge', () => {
    const huge = 'x'.repeat(100_000);
    const value = fc.oneof(fc.constantFrom(null, undefined, '', 0, huge, [], {}), fc.anything());
    const spoiled = (whole: object) =>
      fc.dictionary(fc.constantFrom(...Object.keys(whole)), value).map((change) => ({ ...whole, ...change }));
    const command = { command: '/fact', text: 'q', user_id: 'U1', channel_id: 'C1', trigger_id: '1.2' };
    const home = { type: 'app_home_opened', tab: 'home', user: 'U1', channel: 'D1' };
    const body = fc.oneof(
      spoiled(command),
      ...[message, mention, home].map((event) => spoiled(event).map(delivered)),
    );
    fc.assert(
      fc.property(body, (payload) => {
        for (const read of readers) read(payload);
      }),
    );
  });

  it('lose no command for want of a text', () => {
    expect(readCommand({ command: '/fact', text: null })?.text).toBe('');
  });
});
