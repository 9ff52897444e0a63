import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommand, readHomeOpening } from '../../../src/slack/reading/payloads.ts';
import { readDirectMessage, readMention } from '../../../src/slack/reading/posts.ts';
import { BOT, delivered, mention, message } from './sample-events.ts';

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
