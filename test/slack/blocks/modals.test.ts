import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { FactDetails, Quote } from '../../../src/answer/index.ts';
import type { Report } from '../../../src/ledger/index.ts';
import { renderCitation } from '../../../src/slack/blocks/citation-modal.ts';
import { citationTexts } from '../../../src/slack/blocks/citation-texts.ts';
import { renderContext } from '../../../src/slack/blocks/context-modal.ts';
import { renderClosedReport, renderOpenReport } from '../../../src/slack/blocks/report-message.ts';
import { renderShared } from '../../../src/slack/blocks/shared-message.ts';
import { quoteUpTo, wildText } from './arbitrary-answer.ts';
import { expectInsideLimits, textsIn } from './slack-limits.ts';

const RUNS = { numRuns: 60 };
const anyFact: fc.Arbitrary<FactDetails> = fc.record({
  quote: quoteUpTo(12_000),
  context: wildText(9_000),
  checkedBy: fc.option(wildText(900), { nil: null }),
  reviewBy: fc.constantFrom('2027-01-31', '2027-01', '2027', null),
  correction: fc.option(wildText(900), { nil: null }),
  sameSource: fc.array(quoteUpTo(4_000), { maxLength: 30 }),
});

const REPORT: Report = {
  id: 'report',
  questionId: 'question',
  fact: { factId: 'fact', factHash: 'version' },
  givenBy: 'U1',
  reason: 'other',
  line: null,
  givenAt: new Date(0),
  deskMessage: null,
  closedAt: null,
  closedBy: 'U2',
  note: null,
};

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

  it('it can be shared and reported inside the limits of a message', () => {
    fc.assert(
      fc.property(anyFact, wildText(5_000), ({ quote }, words) => {
        const shared = renderShared({ questionId: 'q', sharedBy: 'U1', question: words, quotes: [quote] });
        const report = { ...REPORT, line: words, note: words };
        const news = { report, question: { kind: 'open', words }, quote } as const;
        const [open, closed] = [renderOpenReport(news), renderClosedReport(news)];
        expect(open[0]?.blocks.some(({ type }) => type === 'actions')).toBe(true);
        for (const { text, blocks } of [...shared, ...open, ...closed]) {
          const others = { text, blocks: blocks.map((block) => withoutPeople(block)) };
          expectInsideLimits(others);
        }
      }),
      RUNS,
    );
  });
});

const sheetFact = (place: number): Quote => ({
  factId: `fact-${place}`,
  text: `Sentence ${place}.`,
  kind: 'statement',
  attribution: 'The sheet',
  asOf: '2024',
  published: null,
  source: { title: 'The sheet', publisher: null, url: null, file: 'f.md', line: place },
  confidence: 1,
  highlights: [],
});
const sheet = Array.from({ length: 40 }, (_, index) => sheetFact(index + 1));

function contextOf(place: number, sameSource: readonly Quote[] = sheet): readonly string[] {
  const fact = {
    quote: sheetFact(place),
    context: '',
    checkedBy: null,
    reviewBy: null,
    correction: null,
    sameSource,
  };
  return textsIn(renderContext({ fact, hasChanged: false }).blocks);
}

describe('the context of a fact', () => {
  it('shows what stands around it in its source, in order, as words only, and how much more there is', () => {
    const texts = contextOf(25);
    const numbered = (from: number, to: number) => sheet.slice(from - 1, to).map(({ text }) => text);
    expect(texts.slice(texts.indexOf('Before it in this source'))).toEqual([
      'Before it in this source',
      '14 more before these.',
      ...numbered(15, 24),
      'After it in this source',
      ...numbered(26, 35),
      '5 more after these.',
    ]);
  });

  it('shows nothing before the first fact of a source, and nothing beside the only one', () => {
    const texts = contextOf(1);
    expect(texts).not.toContain('Before it in this source');
    expect(texts.at(-1)).toBe('29 more after these.');
    expect(contextOf(1, [sheetFact(1)]).join()).not.toContain('in this source');
  });

  it('says in the place of a long one that it is too long', () => {
    const long = { ...sheetFact(2), text: 'long '.repeat(500) };
    expect(contextOf(1, [sheetFact(1), long, sheetFact(3)]).slice(-3)).toEqual([
      'After it in this source',
      '2,500 characters, too long to show here.',
      'Sentence 3.',
    ]);
  });

  it('does not name the source twice where a statement follows nobody else', () => {
    expect(contextOf(1)).not.toContain('According to: ');
    const quote = { ...sheetFact(1), attribution: 'Rosa Quill' };
    const fact = { quote, context: '', checkedBy: null, reviewBy: null, correction: null, sameSource: [] };
    expect(textsIn(renderContext({ fact, hasChanged: false }).blocks)).toContain('According to: ');
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
    const rendered = JSON.stringify(new MarkdownIt().parse(citationTexts(quote).markdown, {}));
    expect(rendered).toContain(JSON.stringify(quote.text));
  });
});

/** Our own mention of a colleague is meant; nobody else may be mentioned. */
function withoutPeople<T extends object>(block: T): T {
  return JSON.parse(
    JSON.stringify(block).replaceAll(/\{"type":"user","user_id":"U\d"\}/g, '{"type":"text","text":"@"}'),
  );
}
