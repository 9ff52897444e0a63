import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OnFile } from '../../../src/answer/index.ts';
import { renderHelp } from '../../../src/slack/blocks/help.ts';
import { type HomePage, renderHome, renderTopic } from '../../../src/slack/blocks/home-view.ts';
import { suggestedPrompts } from '../../../src/slack/blocks/prompts.ts';
import { quoteUpTo, wildText } from './arbitrary-answer.ts';
import { expectInsideLimits, textsIn } from './slack-limits.ts';

const onFile: OnFile = {
  facts: 1_204,
  sources: 1,
  topics: [{ topic: 'land mines', facts: 1 }],
  examples: ['Who signed the treaty?', 'How many were wounded?', 'When was it signed?', 'Where?', 'Why?'],
};
const anyOnFile: fc.Arbitrary<OnFile> = fc.record({
  facts: fc.nat(),
  sources: fc.nat(),
  topics: fc.array(fc.record({ topic: wildText(200), facts: fc.nat() }), { maxLength: 100 }),
  examples: fc.array(wildText(4_000), { maxLength: 8 }),
});

const page: Omit<HomePage, 'onFile'> = { newest: [], past: [], desk: null, shown: [] };
const anyPage: fc.Arbitrary<HomePage> = fc.record({
  onFile: anyOnFile,
  newest: fc.array(quoteUpTo(3_000), { maxLength: 5 }),
  past: fc.array(
    fc.record({
      id: fc.uuid(),
      words: wildText(2_000),
      times: fc.integer({ min: 1, max: 50 }),
      outcome: fc.constantFrom('answer', 'choices', 'none', 'failed', null),
      quote: fc.option(quoteUpTo(900), { nil: null }),
      shown: fc.nat(3),
    }),
    { maxLength: 10 },
  ),
  desk: fc.constant(null),
  shown: quoteUpTo(12_000).map((quote) => renderTopic('mines', [quote])),
});

describe('help', () => {
  it('shows three examples and how much is on file', () => {
    const { text } = renderHelp(onFile);
    expect(text).toContain('• Who signed the treaty?\n• How many were wounded?\n• When was it signed?\n');
    expect(text).not.toContain('Where?');
    expect(text).toContain('On file: 1,204 facts from 1 source.');
  });

  it('says so when nothing is on file yet', () => {
    expect(renderHelp({ facts: 0, sources: 0, topics: [], examples: [] }).text).toContain(
      'Nothing is on file yet.',
    );
  });
});

describe('the Home tab', () => {
  it('says what is on file, with topics and questions that work', () => {
    const text = textsIn(renderHome({ ...page, onFile })).join('\n');
    expect(text).toContain('On file: 1,204 facts from 1 source.');
    expect(text).toContain('land mines');
    expect(text).toContain('Who signed the treaty?');
  });
});

describe('suggested prompts', () => {
  it('are at most four questions that work', () => {
    expect(suggestedPrompts(onFile).map(({ message }) => message)).toEqual(onFile.examples.slice(0, 4));
  });
});

describe('whatever is on file', () => {
  it('help and Home tab stay inside the limits', () => {
    fc.assert(
      fc.property(anyPage, (home) => {
        expectInsideLimits(renderHelp(home.onFile));
        const { blocks } = renderHome(home);
        expect(Buffer.byteLength(JSON.stringify(blocks))).toBeLessThan(250_000);
        expect(blocks.length).toBeLessThanOrEqual(100);
        for (const block of blocks) expect(textsIn(block).join('').length).toBeLessThanOrEqual(3_000);
        for (const text of textsIn(blocks)) expect(text).not.toBe('');
      }),
    );
  });
});
