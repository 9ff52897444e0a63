import { describe, expect, it } from 'vitest';
import { filledWith, HOSTILE } from '../../../bench/hostile-sheets.ts';
import { formatProblem } from '../../../src/corpus/index.ts';
import { createBlockReader } from '../../../src/corpus/sheets/markdown-blocks.ts';
import { parseSheet } from '../../../src/corpus/sheets/parse-sheet.ts';
import { createSheet } from '../temporary-folder.ts';

const readBlocks = createBlockReader();
const parse = (text: string) => parseSheet(text, { id: 'sheet', file: 'sheet.md', readBlocks });
const FACT = '## mines\n> Deminers found 31 mines.\n\n- kind: statement\n';

describe('a slip in the head of a sheet', () => {
  it.each([
    ['an alias', 'topics: [*Ukraine*, mines]', /:4: .*"\*Ukraine\*" at the beginning .* is a YAML alias/],
    ['an alias as a name', '*a : b', /:4: .* is a YAML alias/],
    ['an anchor', 'publisher: &a Region', /:4: .* it uses YAML anchors \(&a\)/],
    ['a tag', 'publisher: !!js/function x', /:4: /],
    ['a tag of a list', 'topics: !!binary [a]', /:4: /],
    ['a tag of a number', 'accessed: !!int 2024', /:4: .* it uses YAML tags/],
    ['a set as a name', '{a: b}: c', /:4: .* a name in it is not a word/],
    ['a merge', '<<: {publisher: x}', /:4: "<<" is not a field of a source/],
    ['a merge of a name', '<<: *a', /:4: .* is a YAML alias/],
    ['a name twice', 'title: b', /:4: .*[Uu]nique/],
    ['a name of every object', '__proto__: {publisher: x}', /:4: "__proto__" is not a field of a source/],
    ['another document', '...\n---a\n', /:\d+: the source at the head/],
    ['a directive', '%YAML 9', /:\d+: /],
    ['a bracket', 'topics: [mines', /:\d+: the source at the head/],
    ['a tab', '\tpublisher: x', /:\d+: the source at the head/],
    ['an object', 'publisher: {a: b}', /:4: "publisher" is no text to YAML/],
    ['nested lists', `topics: ${'['.repeat(7000)}`, /:\d+: the source at the head/],
    ['nested sets', `topics: ${'{a: '.repeat(3000)}`, /:\d+: the source at the head/],
    ['too much', `publisher: ${'x'.repeat(20_000)}`, /:1: the source at the head .* longer than 16 kB/],
    ['a long list', `topics: [${'a,'.repeat(5000)}]\n'`, /:\d+: the source at the head/],
  ])('such as %s is a problem of that sheet, with its line', (_, line, expected) => {
    const { facts, problems, visibility } = parse(createSheet(FACT, `title: A\npublished: 2024\n${line}`));
    expect(problems.map(formatProblem).join('\n')).toMatch(expected);
    expect(facts.length).toBeLessThanOrEqual(1);
    expect([...visibility.keys()]).toEqual(['mines']);
  });
});

const SIZE = 80_000;
/** In nobody's way on a machine that does other things too; what is not linear takes many times as long. */
const MOST_MS = 8_000;

describe('a sheet of 80 kB that was made to be slow', () => {
  const filled = Object.entries(HOSTILE).map(([name, part]) => [name, filledWith(part, SIZE)] as const);
  it.each(filled)('is read at once when it is full of %s', (_, filling) => {
    const texts = [
      filling,
      createSheet(filling),
      createSheet(`${FACT}- note: ${filling}`),
      `---\n${filling}\n---\n${FACT}`,
    ];
    for (const text of texts) {
      const start = performance.now();
      parse(text);
      expect(performance.now() - start).toBeLessThan(MOST_MS);
    }
  });

  it('is refused where it is nested so deeply that its facts cannot be told apart', () => {
    const deep = `${'- '.repeat(100)}a\n\n## withdrawn\n> b\n\n- kind: statement\n- status: withdrawn`;
    const { facts, problems, visibility } = parse(createSheet(FACT + deep));
    expect(problems.map(formatProblem)).toEqual([
      'sheet.md:10: quotes and lists are nested too deeply here. Write one quote and one list for each fact.',
    ]);
    expect([facts, visibility.size]).toEqual([[], 0]);
  });
});
