import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../../src/slack/blocks/answer-message.ts';
import { escapeMrkdwn } from '../../../src/slack/blocks/inline-text.ts';
import { anyAnswer, quoteUpTo } from './arbitrary-answer.ts';
import { expectInsideLimits, quotedText } from './slack-limits.ts';

const RUNS = { numRuns: 150 };

describe('any answer at all', () => {
  it('renders inside every limit of a Slack message', () => {
    fc.assert(
      fc.property(anyAnswer(), fc.boolean(), (answer, withQuestion) => {
        const messages = renderAnswer(answer, { withQuestion });
        expect(messages.length).toBeGreaterThan(0);
        for (const message of messages) expectInsideLimits(message);
      }),
      RUNS,
    );
  });

  it('shows the first quote whole and unaltered, and no words that are not in a quote', () => {
    fc.assert(
      fc.property(anyAnswer(), (answer) => {
        const shown = quotedText(renderAnswer(answer));
        const [first, ...further] = answer.quotes;
        if (first === undefined) {
          expect(shown).toBe('');
          return;
        }
        expect(shown.startsWith(first.text)).toBe(true);
        const inOrder = further.reduce(
          (left, { text }) => (left.startsWith(text) ? left.slice(text.length) : left),
          shown.slice(first.text.length),
        );
        expect(inOrder).toBe('');
      }),
      RUNS,
    );
  });

  it('says the whole quote in the fallback texts too, with nothing Slack could read as a mention', () => {
    const quote = quoteUpTo(12_000);
    fc.assert(
      fc.property(quote, (first) => {
        const messages = renderAnswer({
          question: 'q',
          outcome: 'answer',
          quotes: [first],
          assumptions: [],
          remarks: [],
          searched: { facts: 1, sources: 1 },
          tookMs: 1,
        });
        const spoken = messages.map(({ text }) => text).join('');
        expect(spoken.replaceAll('\n', '')).toContain(escapeMrkdwn(first.text).replaceAll('\n', ''));
        expect(spoken).not.toMatch(/<[!@#]/);
      }),
      RUNS,
    );
  });
});
