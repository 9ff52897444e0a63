import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/corpus/index.ts';
import { createBlockReader } from '../../../src/corpus/sheets/markdown-blocks.ts';
import { parseSheet } from '../../../src/corpus/sheets/parse-sheet.ts';
import { createSheet } from '../temporary-folder.ts';

const readBlocks = createBlockReader();
const parse = (text: string) => parseSheet(text, { id: 'sheet', file: 'facts/sheet.md', readBlocks });
const problemsOf = (text: string) => parse(text).problems.map(formatProblem);

const sound = `## mines-found
> Deminers found 31 mines in the orchard on 2 March.

- kind: quote
- said by: Anna Petrenko, regional governor
- as of: 2023-03-02
- asked as: How many mines were in the orchard?
- asked as: What did deminers find on 2 March?
- also called: orchard mines, Petrenko count
- status: corrected
- replaces: mines-found-first
- embargo until: 2023-03-03T06:00:00Z
- review by: 2027-01-31
- checked by: Research desk
- note: first said as 30`;

describe('a sound sheet', () => {
  const head =
    'title: Governor’s briefing\npublisher: Region\npublished: 2023-03-02\nurl: https://region.example/b\ntopics: [mines]';
  const text = createSheet(sound, head);
  const { facts, problems } = parse(text);

  it('yields every field of its facts', () => {
    expect(problems).toEqual([]);
    expect(facts).toEqual([
      {
        id: 'mines-found',
        line: 9,
        text: 'Deminers found 31 mines in the orchard on 2 March.',
        kind: 'quote',
        saidBy: 'Anna Petrenko, regional governor',
        asOf: '2023-03-02',
        askedAs: ['How many mines were in the orchard?', 'What did deminers find on 2 March?'],
        alsoCalled: ['orchard mines', 'Petrenko count'],
        status: 'corrected',
        replaces: 'mines-found-first',
        embargoUntil: new Date('2023-03-03T06:00:00Z'),
        reviewBy: '2027-01-31',
        checkedBy: 'Research desk',
        note: 'first said as 30',
        lines: { askedAs: [15, 16], replaces: 19, reviewBy: 21 },
        topics: ['mines'],
        source: {
          id: 'sheet',
          title: 'Governor’s briefing',
          publisher: 'Region',
          published: '2023-03-02',
          url: 'https://region.example/b',
          file: 'facts/sheet.md',
        },
        place: { file: 'facts/sheet.md', line: 10, start: expect.any(Number), end: expect.any(Number) },
      },
    ]);
  });

  it('gives the date of a review in its head to the facts that have none of their own', () => {
    const of = (by: string) => `title: Briefing\npublished: 2023-03-02\nreview by: ${by}`;
    const two = `${sound}\n\n## other\n> Other words.\n\n- kind: statement`;
    const dated = parse(createSheet(two, of('2027-06')));
    expect(dated.problems).toEqual([]);
    expect(dated.facts.map(({ reviewBy, lines }) => [reviewBy, lines.reviewBy])).toEqual([
      ['2027-01-31', 19],
      ['2027-06', 4],
    ]);
    expect(problemsOf(createSheet(two, of('soon')))).toEqual([
      'facts/sheet.md:4: "review by" cannot be read. Write 2027, 2027-01 or 2027-01-31, a day that exists.',
    ]);
  });

  it('says where the words stand in the file', () => {
    const [fact] = facts;
    expect(text.slice(fact?.place.start, fact?.place.end)).toBe(fact?.text);
  });

  it('keeps the words as typed, stars, underlines and backslashes too', () => {
    const words =
      'He said *no* to [all] \\_offers\\_, “f**k” & 5 < 7 > 3, a `again`, AT&T; [sic] (twice) #9.';
    expect(parse(createSheet(`## odd\n> ${words}\n\n- kind: statement`)).facts[0]?.text).toBe(words);
  });

  it('joins the lines of a wrapped quote and keeps its paragraphs', () => {
    const sheet = createSheet('## long\n> One line\r\n> and the next.\n>\n> Then more.\n\n- kind: statement');
    expect(parse(sheet).facts[0]?.text).toBe('One line and the next.\n\nThen more.');
  });
});

describe('an unsound sheet', () => {
  it('reports every problem at once, each with its line and how to mend it', () => {
    const sheet = createSheet(
      [
        '## Not An Id',
        '> Words.',
        '',
        '- kind: statement',
        '',
        '## no-quote',
        '',
        '- kind: statement',
        '',
        '## empty-quote',
        '>',
        '',
        '- kind: rumour',
        '- colour: red',
        '- as of: 2024-02-31',
        '- embargo until: tomorrow',
        '- note:',
      ].join('\n'),
      'title: A report\npublished: 31 Feb\nauthor: me\nurl: javascript:alert(1)',
    );
    expect(problemsOf(sheet)).toEqual([
      'facts/sheet.md:3: "published" cannot be read. Write 2024, 2024-11 or 2024-11-20, a day that exists.',
      'facts/sheet.md:4: "author" is not a field of a source. Use one of title, publisher, published, url, accessed, topics, review by, or take the line out.',
      'facts/sheet.md:5: "url" cannot be read. Write a full address that starts with https:// or http://, or take the line out.',
      'facts/sheet.md:8: "Not An Id" is not an id. Use small letters, digits and hyphens, such as "not-an-id".',
      'facts/sheet.md:13: "no-quote" has no quote. Add the words in a line that starts with "> " under the heading.',
      'facts/sheet.md:18: the quote of "empty-quote" is empty. Write the words behind ">".',
      expect.stringMatching(/^facts\/sheet\.md:20: "rumour" is not a kind\. Write "- kind: quote"/),
      expect.stringMatching(
        /^facts\/sheet\.md:21: "colour" is not a field of a fact\. Use one of kind, said by,/,
      ),
      'facts/sheet.md:22: "2024-02-31" is not a date. Write 2024, 2024-11 or 2024-11-20, a day that exists.',
      'facts/sheet.md:23: "tomorrow" is not a moment. Write day, time and zone: 2026-12-01T06:00:00Z.',
      'facts/sheet.md:24: "note" is empty. Write its value or take it out.',
    ]);
  });

  it.each([
    ['no', 'title: x\npublished: 2024\n---\n'],
    ['an unclosed', '---\ntitle: x\npublished: 2024\n'],
    ['a broken', '---\ntitle: "x\n---\n'],
  ])('is read on below %s head, so that all its problems are told at once', (_, head) => {
    const { facts, problems } = parse(`${head}\n## a\n> b\n\n- kind: rumour\n- status: maybe\n`);
    expect(facts).toEqual([]);
    expect(problems.map(({ what }) => what.replace(/:.*/, ''))).toEqual([
      expect.stringMatching(/^the (?:sheet has no source|source at the head of the sheet cannot be read)/),
      '"rumour" is not a kind',
      '"maybe" is not a status',
    ]);
  });

  it.each([
    ['no head', '## a\n> b\n\n- kind: statement', /:1: the sheet has no source\./],
    ['an unclosed head', '---\ntitle: x\n\n## a\n> b', /:1: the sheet has no source\./],
    [
      'broken YAML',
      createSheet('## a\n> b', 'title: "x\npublished: 2024'),
      /:\d: the source at the head .* cannot be read/,
    ],
    ['a list as head', createSheet('## a\n> b', '- x'), /:2: .* it is not a list of "name: value" lines/],
    ['YAML anchors', createSheet('## a\n> b', 'title: &a x\npublisher: *a'), /:2: .* it uses YAML anchors/],
    [
      'no title',
      createSheet('## a\n> b\n\n- kind: statement', 'published: 2024'),
      /:1: the source has no title/,
    ],
    ['no date', createSheet('## a\n> b\n\n- kind: statement', 'title: x'), /:1: the source has no date/],
    ['no facts', createSheet('Only prose.'), /:1: the sheet has no facts/],
    ['two quotes', createSheet('## a\n> b\n\nx\n\n> c\n\n- kind: statement'), /:11: "a" has two quotes/],
    [
      'stray prose',
      createSheet('## a\n> b\n\nWhat is this?\n\n- kind: statement'),
      /:9: this line is neither the quote nor a field/,
    ],
    [
      'a quote without speaker',
      createSheet('## a\n> b\n\n- kind: quote'),
      /:6: "a" is a quote and names no speaker/,
    ],
    [
      'a doubled field',
      createSheet('## a\n> b\n\n- kind: statement\n- kind: quote'),
      /:10: "kind" stands twice/,
    ],
    [
      'a field without a name',
      createSheet('## a\n> b\n\n- kind: statement\n- hello'),
      /:10: this line has no "name:"/,
    ],
    [
      'an unknown status',
      createSheet('## a\n> b\n\n- kind: statement\n- status: maybe'),
      /:10: "maybe" is not a status/,
    ],
    ['the year 0', createSheet('## a\n> b\n\n- kind: statement\n- as of: 0000'), /:10: "0000" is not a date/],
    [
      'an embargo without a zone',
      createSheet('## a\n> b\n\n- kind: statement\n- embargo until: 2026-12-01T06:00:00'),
      /:10: "2026-12-01T06:00:00" is not a moment\. Write day, time and zone/,
    ],
    [
      'a review on a day that does not exist',
      createSheet('## a\n> b\n\n- kind: statement\n- review by: 2026-02-30'),
      /:10: "2026-02-30" is not a date\. Write 2027, 2027-01 or 2027-01-31/,
    ],
  ])('says what is wrong with %s', (_, text, expected) => {
    expect(problemsOf(text).join('\n')).toMatch(expected);
  });
});
