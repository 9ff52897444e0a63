import { describe, expect, it } from 'vitest';
import { type ReplyQuestion, readReplyQuestion } from '../../../src/search/index.ts';

const ASKED: Readonly<Record<ReplyQuestion, readonly string[]>> = {
  source: [
    'source?',
    'And the source?',
    'where is this from',
    'how do you know that',
    'which report is that from',
  ],
  link: ['link?', 'got a link', 'where can I check that', 'can you give me the link to the source?'],
  date: ['when was that?', 'when was that said exactly', 'what year is that from', 'how old is that figure'],
  speaker: ['who said that?', 'And who said it?', 'says who?', 'do you know who said that'],
  words: ["what's the exact quote", 'verbatim?', 'what exactly did he say'],
  currency: [
    'is that still true?',
    'can you check if that is still true',
    'has it been withdrawn',
    'any newer figures?',
    'still valid?',
  ],
};

describe('a question about the reply before it', () => {
  it.each(Object.entries(ASKED).flatMap(([asked, ways]) => ways.map((way) => [asked, way] as const)))(
    'asks for its %s: %j',
    (asked, way) => {
      expect(readReplyQuestion(way)).toBe(asked);
    },
  );

  it.each([
    ['soruce?', 'source'],
    ['sourse pls', 'source'],
    ['who siad that', 'speaker'],
    ['who said taht', 'speaker'],
    ['is taht stil true', 'currency'],
    ['wehn was that', 'date'],
    ['lnik?', 'link'],
  ])('is known by its slips too: %j', (typed, asked) => {
    expect(readReplyQuestion(typed)).toBe(asked);
  });

  it.each([
    'why?',
    'how many?',
    'and in 2023?',
    'since when?',
    'where was that?',
    'when was the treaty signed?',
    'what is the source of the Nile?',
    'what is the rate?',
    'what is the quota?',
    'is it true that Finland left?',
    'what did he say about mines',
    'who was that general',
    'what did he say?',
    'when?',
    'which year?',
    'is that country still a member?',
    'any updates on Ukraine?',
    'thanks',
  ])('is not %j, which asks about the news', (question) => {
    expect(readReplyQuestion(question)).toBeNull();
  });

  it('is looked for in short messages only, however long one is', () => {
    const start = performance.now();
    expect(readReplyQuestion(`${'please '.repeat(5000)}source?`)).toBeNull();
    expect(readReplyQuestion(`${'can you please '.repeat(12)}x`)).toBeNull();
    expect(performance.now() - start).toBeLessThan(500);
  });
});
