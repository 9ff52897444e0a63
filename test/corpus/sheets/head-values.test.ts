import { describe, expect, it } from 'vitest';
import { createBlockReader } from '../../../src/corpus/sheets/markdown-blocks.ts';
import { parseSheet } from '../../../src/corpus/sheets/parse-sheet.ts';
import { createSheet } from '../temporary-folder.ts';

const readBlocks = createBlockReader();
const parse = (head: string) =>
  parseSheet(createSheet('## crane\n> The crane lifts 9 tons.\n\n- kind: statement', head), {
    id: 'crane',
    file: 'crane.md',
    readBlocks,
  });

describe('the head of a sheet', () => {
  it.each([
    ...['007', '2.10', '1e3', '0x1F', '0o17', '1_000', '+1', '.5', 'true', 'True', 'no', 'Yes', 'on', 'NULL'],
    ...[
      '2024-01-02',
      '12:30:45',
      '1997',
      '.inf',
      '4 %',
      'a:b',
      '“7”',
      'C# in brief',
      'A & B',
      'x -- y',
      'null',
    ],
  ])('shows readers %j as it was written', (value) => {
    const { facts, problems } = parse(`title: ${value}\npublisher: ${value}\npublished: 2024`);
    expect(problems).toEqual([]);
    expect(facts[0]?.source).toMatchObject({ title: value, publisher: value });
  });

  it.each([
    [
      'title: Inquiry #7 into the crane',
      'YAML reads only "Inquiry" here',
      'marks: "Inquiry #7 into the crane"',
    ],
    ['title: #7 of the inquiries', 'YAML reads only "" here', 'marks: "#7 of the inquiries"'],
    ['title: The crane\t# 9', 'YAML reads only "The crane" here', '"The crane\\t# 9"'],
    [
      'title: The crane\n  and its rope',
      'YAML joins "The crane" with the lines below it',
      'Write it on one line',
    ],
    ['title: |\n  The crane\n  and its rope', '"title" cannot be read', 'Write it on one line'],
    ['title: [Draft]', '"title" is no text to YAML', 'Put it into quotation marks: title: "…"'],
    ['title: {crane}', '"title" is no text to YAML', 'Put it into quotation marks: title: "…"'],
    ['title: {{ title }}', '"title" is no text to YAML', 'Put it into quotation marks'],
    ['title: ~', '"title" cannot be read', 'Write it on one line'],
    ['title:', '"title" is empty', 'Write it on one line'],
    ['title: Crane: a history', 'the source at the head of the sheet cannot be read', 'quotation marks'],
    ['title: Crane &amp; rope', '"title" holds an HTML entity: "&amp; rope"', 'Write the sign itself'],
    [
      'title: The crane %%ask Ulf%%',
      '"title" holds a comment between %%: "%%ask Ulf%%"',
      'goes into "- note:"',
    ],
    [
      'title: "[The crane](https://crane.example)"',
      '"title" holds a link or a picture',
      'Write its words alone',
    ],
    ['title: a\ntitle: b', 'the source at the head of the sheet cannot be read: Map keys must be unique', ''],
    [
      'Title: The crane',
      '"Title" is not a field of a source',
      'Write "title" if that is meant, in small letters',
    ],
    [
      'titel: The crane',
      '"titel" is not a field of a source',
      'Write "title" if that is meant, in small letters',
    ],
    ['<<: *crane', 'the source at the head of the sheet cannot be read: "*crane"', ''],
  ])('is told where %j would not be shown as it was meant', (line, what, mend) => {
    const { problems } = parse(`published: 2024\n${line}`);
    const told = problems.find((problem) => problem.what.startsWith(what));
    expect([told?.file, told?.mend]).toEqual(['crane.md', expect.stringContaining(mend)]);
    expect(told?.line).toBeGreaterThanOrEqual(3);
  });

  it.each(['title: "Inquiry #7"', "title: 'Inquiry #7'", 'title: Inquiry#7', 'title: >-\n  Inquiry#7 # no'])(
    'may have number signs that cut nothing: %j',
    (title) => {
      expect(parse(`${title}\npublished: 2024`).problems).toEqual([]);
    },
  );

  it('may have comments behind values that are closed, and in lines of their own', () => {
    const { facts, problems } = parse(
      '# read by Bo\ntitle: "Crane" # the report\npublished: 2024\ntopics: [cranes] # more?',
    );
    expect(problems).toEqual([]);
    expect([facts[0]?.source.title, facts[0]?.topics]).toEqual(['Crane', ['cranes']]);
  });
});

describe('topics', () => {
  it.each([
    ['[cranes, old ropes]', ['cranes', 'old ropes']],
    ['cranes, old ropes', ['cranes', 'old ropes']],
    ['cranes,old ropes,', ['cranes', 'old ropes']],
    ['"cranes, old ropes"', ['cranes', 'old ropes']],
    ['cranes', ['cranes']],
    ['\n  - cranes\n  - 2024', ['cranes', '2024']],
    ['[]', []],
    ['', []],
  ])('are read from %j', (value, topics) => {
    const { facts, problems } = parse(`title: Crane\npublished: 2024\ntopics: ${value}`);
    expect(problems).toEqual([]);
    expect(facts[0]?.topics).toEqual(topics);
  });

  it.each([
    'cranes; ropes',
    'cranes | ropes',
    '[[cranes]]',
    '"[[cranes]]"',
    '[{a: b}]',
    '["cranes, ropes"]',
    '[a, ~]',
  ])('are told where they are none: %j', (value) => {
    const { problems } = parse(`title: Crane\npublished: 2024\ntopics: ${value}`);
    expect(problems).toEqual([
      {
        file: 'crane.md',
        line: 4,
        what: '"topics" cannot be read',
        mend: 'Write a list of short names: topics: [land mines, Ukraine]',
      },
    ]);
  });

  it('are told where YAML cuts one of a list', () => {
    const { problems } = parse('title: Crane\npublished: 2024\ntopics:\n  - crane #9\n  - ropes');
    expect(problems.map(({ line, what }) => [line, what])).toEqual([
      [5, 'YAML reads only "crane" here: behind " #" it sees a comment'],
    ]);
  });
});
