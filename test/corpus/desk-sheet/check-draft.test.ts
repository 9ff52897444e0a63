import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft, type DraftFact, deskFactId } from '../../../src/corpus/index.ts';

const SOUND: DraftFact = {
  kind: 'quote',
  text: 'Every tenth hectare around Izium is still mined.',
  saidBy: 'Vadym Filashkin, governor',
  asOf: '2024-11-20',
  title: 'Mines around Izium',
  publisher: 'Suspilne',
  published: '2024-11-20',
  url: 'https://example.org/mines?a=1&b=2#c',
  topics: ['land mines', 'Ukraine'],
  askedAs: ['How much land around Izium is mined?', 'How mined is Izium?'],
};

function problemsOf(changes: Partial<DraftFact>) {
  const checked = checkDraft({ ...SOUND, ...changes });
  return checked.kind === 'sound' ? [] : checked.problems;
}

describe('a draft that the parser of the sheets reads', () => {
  it('is sound when every field is read back as it was typed', () => {
    expect(checkDraft(SOUND)).toEqual({ kind: 'sound', draft: SOUND });
  });

  it('needs no more than words, whose they are, and a dated source', () => {
    const draft = {
      kind: 'statement',
      text: 'It is closed.',
      title: 'A call',
      accessed: '2026-12-01',
    } as const;
    const whole = { ...draft, topics: [], askedAs: [] };
    expect(checkDraft(whole)).toEqual({ kind: 'sound', draft: whole });
  });

  it('is tidied: a field is one line, paragraphs are parted, nothing stands there twice', () => {
    const checked = checkDraft({
      ...SOUND,
      text: '  First line,\r\nsecond line.\n\n\n\nAnother paragraph. ',
      saidBy: 'Vadym\nFilashkin',
      topics: ['land mines, Ukraine', 'Ukraine', ' '],
      askedAs: ['Who?', ' Who? ', ''],
    });
    expect(checked).toMatchObject({
      kind: 'sound',
      draft: {
        text: 'First line, second line.\n\nAnother paragraph.',
        saidBy: 'Vadym Filashkin',
        topics: ['land mines', 'Ukraine'],
        askedAs: ['Who?'],
      },
    });
  });

  it.each<[string, Partial<DraftFact>, string, string]>([
    ['a quote of nobody', { saidBy: '' }, 'saidBy', 'names no speaker'],
    ['no words', { text: ' \n ' }, 'text', 'is empty'],
    ['a heading in the words', { text: 'He said.\n\n# Now' }, 'text', 'a heading stands within the quote'],
    ['markup in the words', { text: 'See <b>this</b>.' }, 'text', 'an HTML tag'],
    ['a field in the words', { text: 'Status: withdrawn' }, 'text', 'seems to take the fact back'],
    ['a date that is none', { asOf: 'yesterday' }, 'asOf', '"yesterday" is not a date'],
    ['a day that is not there', { published: '2026-02-31' }, 'published', 'cannot be read'],
    ['an address that is none', { url: 'example.org' }, 'url', 'cannot be read'],
    ['no title', { title: '' }, 'title', 'is empty'],
    ['a source without a date', { published: '' }, 'title', 'has no date'],
    ['a topic that is none', { topics: ['a|b'] }, 'topics', 'cannot be read'],
    ['markup in a question', { askedAs: ['Who?', 'Did <b>he</b> say so?'] }, 'askedAs', 'an HTML tag'],
  ])('tells of %s at its field', (_, changes, field, what) => {
    const problems = problemsOf(changes);
    expect(problems).toContainEqual(expect.objectContaining({ field, what: expect.stringContaining(what) }));
    expect(JSON.stringify(problems)).not.toMatch(/"draft\\?"/);
  });

  it('takes a mention for words like others, to the letter', () => {
    const text = 'Ask <@U0123ABCD> or <!channel>, *not* _me_.';
    const checked = checkDraft({ ...SOUND, text, askedAs: ['Did <@U0123ABCD> say so?'] });
    expect(checked).toMatchObject({ kind: 'sound', draft: { text, askedAs: ['Did <@U0123ABCD> say so?'] } });
  });

  it('bears fields of 3,000 characters', () => {
    const long = 'word '.repeat(600).trim();
    expect(problemsOf({ text: long, saidBy: long, title: long, askedAs: [long] })).toEqual([]);
  });

  it('is read back to the very same fact, or told to be wrong, whatever is typed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '> ',
            '- ',
            '## x',
            '\n',
            '\r\n',
            '---',
            'kind: quote',
            '<@U1>',
            '*',
            '_',
            '`',
            '"',
            '“',
            "'",
            '&amp;',
            '|',
            ':',
            '1. ',
            '%%',
            '\u2028',
            '#',
            '[a](b)',
            'word',
            ' ',
            '\t',
            '<!-- ',
            '-->',
            '\\',
            'EMBARGOED',
            'é',
            '🙂',
            '\u202e',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    );
    const draft = fc.record({
      kind: fc.constantFrom('quote' as const, 'statement' as const),
      ...{ text, saidBy: text, title: text, publisher: text },
      published: fc.constantFrom('2026', '2026-11', '2026-11-20', 'x'),
      topics: fc.array(text, { maxLength: 2 }),
      askedAs: fc.array(text, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(draft, (typed) => {
        const checked = checkDraft(typed);
        if (checked.kind === 'problems') expect(checked.problems.length).toBeGreaterThan(0);
        // What was found sound once is sound, and stays what it is.
        else expect(checkDraft(checked.draft)).toEqual(checked);
      }),
      { numRuns: process.env.CI ? 2_000 : 400 },
    );
  });
});

describe('the id of a fact of the desk', () => {
  it('is made of the words of its question, and of its own draft', () => {
    const id = deskFactId({ askedAs: ['How many hospitals are there in Gaza?'], text: '' }, 'one');
    expect(id).toMatch(/^hospitals-there-gaza-[0-9a-f]{6}$/);
    expect(deskFactId({ askedAs: ['How many hospitals are there in Gaza?'], text: '' }, 'two')).not.toBe(id);
  });

  it('is an id whatever stands there', () => {
    for (const text of ['', 'Что это?', '🙂', '- # >', 'x'.repeat(3_000), '你好'])
      expect(deskFactId({ askedAs: [], text }, 'key')).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });
});
