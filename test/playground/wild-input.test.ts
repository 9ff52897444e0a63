import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/index.ts';
import { encodeTyped, unescapeText } from '../../src/playground/workspace/written-text.ts';
import { caller } from './caller.ts';
import { tinyManifest } from './tiny-manifest.ts';

const SEQUENCE = /<(https?:[^<>]*|@U[A-Z0-9]+|![a-z]+)>/g;
const nobody = { memberId: () => undefined, channelId: () => undefined };

describe('what people type', () => {
  it('comes back word for word, and only what was meant becomes a sequence', () => {
    const typed = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('<!channel>', '&amp;', '<', '>', '&', '@here', '*_~`', 'https://a.example/b?c&d'),
      ),
    );
    fc.assert(
      fc.property(typed, (parts) => {
        const text = parts.join(' ');
        const encoded = encodeTyped(text, nobody);
        const withoutSequences = encoded.replaceAll(SEQUENCE, (_, inner: string) => inner.replace(/^!/, '@'));
        expect(withoutSequences).not.toMatch(/[<>]/);
        expect(unescapeText(withoutSequences)).toBe(text);
      }),
    );
  });
});

describe('whatever an app sends', () => {
  let standIn: StandIn;
  beforeAll(async () => {
    standIn = await startStandIn({ manifest: tinyManifest });
  });
  afterAll(() => standIn.close());

  it('is answered in the form of the Web API', async () => {
    const methods = [
      'chat.postMessage',
      'chat.update',
      'conversations.replies',
      'views.publish',
      'views.update',
      'assistant.threads.setSuggestedPrompts',
      'functions.completeSuccess',
    ];
    const names = [
      'channel',
      'text',
      'blocks',
      'thread_ts',
      'ts',
      'view',
      'user_id',
      'prompts',
      'outputs',
      'limit',
    ];
    const wild = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.jsonValue(), fc.constant('#newsroom')));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...methods), wild, async (method, given) => {
        const answer = await caller(standIn)(method, given);
        expect(answer.ok === true || typeof answer.error === 'string').toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
