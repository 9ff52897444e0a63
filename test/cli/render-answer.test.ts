import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Answer, Quote } from '../../src/answer/index.ts';
import { renderAnswer, renderAnswerLine } from '../../src/cli/render-answer.ts';

const ferry: Quote = {
  factId: 'ferry',
  text: 'In 2023 the ferry carried 120,000 passengers.',
  kind: 'statement',
  attribution: 'Port of Exampleton',
  asOf: '2023',
  published: '2024',
  source: { title: 'Report', publisher: 'Port', url: null, file: 'facts/a.md', line: 7 },
  confidence: 0.4,
  highlights: [],
  mismatches: [{ kind: 'year', asked: '2025', stands: '2023' }],
};
const close: Answer = {
  outcome: 'choices',
  quotes: [ferry],
  question: 'How many passengers did the ferry carry in 2025?',
  assumptions: [],
  remarks: [],
  searched: { facts: 3, sources: 1 },
  tookMs: 1,
};
const look = { colors: picocolors.createColors(false), columns: 80 };

describe('one close match on a terminal', () => {
  it('is not called matches, and what of it does not fit stands above it', () => {
    expect(renderAnswer(close, look)).toMatch(
      /^One close match, check whether it answers:\n\nOf 2023; you asked for 2025\.\n│ In 2023 the ferry/,
    );
  });

  it('says the same on one line, for pipes', () => {
    expect(renderAnswerLine(close)).toMatch(
      /^One close match, check whether it answers: Of 2023; you asked for 2025\. In 2023 the ferry/,
    );
  });
});

describe('an answer on a terminal', () => {
  it('has no such remark: what is sure fits', () => {
    expect(renderAnswer({ ...close, outcome: 'answer' }, look)).toMatch(/^On file:\n\n│ In 2023 the ferry/);
  });
});
