import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import type { FactInFull } from '../../../src/answer/index.ts';
import { renderCitation } from '../../../src/slack/blocks/citation-modal.ts';
import { renderComplaint } from '../../../src/slack/blocks/complaint.ts';
import { renderContext } from '../../../src/slack/blocks/context-modal.ts';
import { renderShared } from '../../../src/slack/blocks/shared.ts';
import { citationTexts } from '../../../src/slack/replying/citation-texts.ts';
import { quoteUpTo, wildText } from './arbitrary-answer.ts';
import { expectInsideLimits, textsIn } from './slack-limits.ts';

const RUNS = { numRuns: 60 };
const anyFact: fc.Arbitrary<FactInFull> = fc.record({
  quote: quoteUpTo(12_000),
  context: wildText(9_000),
  checkedBy: fc.option(wildText(900), { nil: null }),
  sameSource: fc.array(quoteUpTo(4_000), { maxLength: 30 }),
});

function expectSoundWindow(view: { readonly blocks: readonly object[] }): void {
  expect(view.blocks.length).toBeLessThanOrEqual(100);
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000);
  for (const block of view.blocks) expect(textsIn(block).join('').length).toBeLessThanOrEqual(3_000);
  for (const text of textsIn(view)) expect(text).not.toBe('');
}

describe('whatever a fact holds', () => {
  it('its context and its citation fit in a window, and the words are whole', () => {
    fc.assert(
      fc.property(anyFact, fc.boolean(), (fact, hasChanged) => {
        const windows = [renderContext({ fact, hasChanged }), renderCitation({ fact, hasChanged })];
        for (const view of windows) {
          expectSoundWindow(view);
          expect(textsIn(view.blocks).join('')).toContain(fact.quote.text);
        }
      }),
      RUNS,
    );
  });

  it('it can be shared and complained about inside the limits of a message', () => {
    fc.assert(
      fc.property(anyFact, wildText(5_000), ({ quote }, words) => {
        const shared = renderShared({ questionId: 'q', sharedBy: 'U1', question: words, quotes: [quote] });
        const complaint = renderComplaint({ from: 'U1', reason: 'other', line: words, quote });
        for (const { text, blocks } of [...shared, ...complaint]) {
          const others = { text, blocks: blocks.map((block) => withoutPeople(block)) };
          expectInsideLimits(others);
        }
      }),
      RUNS,
    );
  });
});

describe('a citation in Markdown', () => {
  it('reads, once rendered, as the exact words', () => {
    const quote = {
      factId: 'f',
      text: 'He said *no*, [maybe](x) & <b>so</b> #1 `all` of_it_ 1. then',
      kind: 'quote',
      attribution: 'Rosa Quill',
      asOf: '2024',
      published: null,
      source: { title: 'A [title]', publisher: null, url: null, file: 'f.md', line: 1 },
      confidence: 1,
      highlights: [],
    } as const;
    const rendered = JSON.stringify(fromMarkdown(citationTexts(quote).markdown));
    expect(rendered).toContain(JSON.stringify(quote.text));
  });
});

/** Our own mention of a colleague is meant; nobody else may be mentioned. */
function withoutPeople<T extends object>(block: T): T {
  return JSON.parse(
    JSON.stringify(block).replaceAll('{"type":"user","user_id":"U1"}', '{"type":"text","text":"@"}'),
  );
}
