import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query/parse-query.ts';

describe('parseQuery', () => {
  it('parts filters, phrases and words', () => {
    expect(
      parseQuery('mines "red lines" source:"Human Rights Watch" after:2023-01 kind:quote'),
    ).toMatchObject({
      text: 'mines "red lines"   ',
      phrases: ['red lines'],
      mustHoldPhrases: false,
      filters: [
        { name: 'source', value: 'Human Rights Watch' },
        { name: 'after', value: '2023-01' },
        { name: 'kind', value: 'quote' },
      ],
      unread: [],
    });
  });

  it.each([
    ['before:yesterday', 'before: needs a date like 2024, 2024-11 or 2024-11-20', 'mines'],
    ['kind:photo', 'kind: is quote, statement or article', 'mines'],
    [`source:${'x'.repeat(101)}`, 'source: is longer than any name', 'mines'],
    ['sauce:UN', 'there is no filter sauce:', 'mines UN'],
  ])('reports %s, and searches what can be meant as a word', (typed, problem, searched) => {
    const { text, filters, unread } = parseQuery(`mines ${typed}`);
    expect(filters).toEqual([]);
    expect(unread[0]?.typed).toBe(typed);
    expect(unread[0]?.problem).toContain(problem);
    expect(text.trim()).toBe(searched);
  });

  it.each([
    ['kind:Quotes', 'quote'],
    ['KIND:statment', 'statement'],
  ])('forgives a slip in a kind: %s', (typed, value) => {
    expect(parseQuery(`mines ${typed}`)).toMatchObject({ filters: [{ name: 'kind', value }], unread: [] });
  });

  it('tells that a filter with a space behind the colon is read as words', () => {
    const { text, filters, unread } = parseQuery('mines speaker: Austin');
    expect({ text, filters }).toEqual({ text: 'mines speaker: Austin', filters: [] });
    expect(unread).toEqual([
      { typed: 'speaker: Austin', problem: 'a filter has no space behind the colon, speaker:Austin' },
    ]);
    expect(parseQuery('speaker: "Lloyd Austin"').unread[0]?.problem).toContain('speaker:"Lloyd Austin"');
  });

  it.each(['"red lines"', 'please, who and what is “red lines”?', '"red lines" "last month" topic:Ukraine'])(
    'has every quote hold the phrases where nothing else is asked: %s',
    (question) => {
      expect(parseQuery(question).mustHoldPhrases).toBe(true);
    },
  );

  it('spells out dates beside a phrase and none within it', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    expect(parseQuery('who sang "last month" last year', now)).toMatchObject({
      text: 'who sang "last month" 2025',
      dates: [{ typed: 'last year', searchedFor: '2025' }],
    });
  });

  it.each(['" "', '“\u0301”', '„ \t“', '«\u037a»', '"…"'])(
    'takes %j, which holds no word, for no phrase',
    (typed) => {
      expect(parseQuery(`mines ${typed}`)).toMatchObject({ text: `mines ${typed}`, phrases: [] });
    },
  );

  it.each(['What happened at 10:30?', 'see https://example.org/a', 'Ukraine: what did Austin say'])(
    'takes no colon of ordinary writing for a filter: %s',
    (question) => {
      expect(parseQuery(question)).toMatchObject({ text: question, phrases: [], filters: [], unread: [] });
    },
  );
});
