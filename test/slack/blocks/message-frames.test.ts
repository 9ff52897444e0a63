import { describe, expect, it } from 'vitest';
import type { Answer, Quote } from '../../../src/answer/index.ts';
import { renderAnswer } from '../../../src/slack/blocks/answer-message.ts';
import { framesOf } from '../../../src/slack/blocks/message-frames.ts';

const quote = (factId: string, text: string, more: Partial<Quote> = {}): Quote => ({
  factId,
  text,
  kind: 'statement',
  attribution: 'Port',
  asOf: '2024',
  published: null,
  source: { title: 'Report', publisher: null, url: null, file: 'a.md', line: 1 },
  confidence: 0.5,
  highlights: [[0, 3]],
  ...more,
});
const choices = (...quotes: readonly [Quote, ...Quote[]]): Answer => ({
  outcome: 'choices',
  question: 'How many berths?',
  quotes,
  assumptions: [{ typed: 'bertsh', searchedFor: 'berths' }],
  remarks: ['Searched only: topic “port”.'],
  searched: { facts: 2, sources: 1 },
  tookMs: 1,
});
const framed = (answer: Answer) =>
  framesOf(renderAnswer(answer, { questionId: 'q', withQuestion: true }), answer.quotes);

describe('what stands in a message beside its quotes', () => {
  it('is its own lines, in their place, without what belongs to the quotes', () => {
    const answer = choices(quote('a', 'The dam held.'), quote('b', 'The dam held. So did the road.'));
    expect(framed(answer)).toEqual([
      [
        'You asked: How many berths?',
        'Searched for berths instead of “bertsh”.',
        'Searched only: topic “port”.',
        expect.stringMatching(/^Close matches/),
        '1.',
        0,
        '2.',
        1,
      ],
    ]);
  });

  it('is told of each message where there are several, and a long quote is one, wherever it is cut', () => {
    const long = 'The works went on. '.repeat(200).trim();
    const frames = framed(choices(quote('a', long), quote('b', `${long} In May.`)));
    expect(frames.length).toBeGreaterThan(1);
    expect(new Set(frames.flat().filter((part) => typeof part === 'number'))).toEqual(new Set([0, 1]));
    expect(frames.flat().filter((part) => typeof part === 'string' && part.includes('works'))).toEqual([]);
  });
});
