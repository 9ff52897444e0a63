import { describe, expect, it } from 'vitest';
import { warnOfSheets } from '../../../src/corpus/index.ts';
import { createBlockReader } from '../../../src/corpus/sheets/markdown-blocks.ts';
import { parseSheet } from '../../../src/corpus/sheets/parse-sheet.ts';
import { createSheet } from '../temporary-folder.ts';

const readBlocks = createBlockReader();
const parse = (words: string, fields = '') =>
  parseSheet(createSheet(`## wharf\n> ${words.replaceAll('\n', '\n> ')}\n\n- kind: statement\n${fields}`), {
    id: 'wharf',
    file: 'wharf.md',
    readBlocks,
  });
/** Line of the first line of the quote. */
const QUOTE = 7;

describe('words that no reader should be shown as they are typed', () => {
  it.each([
    ['The wharf is new. %%ask Bo first%%', 'a comment between %%', 0],
    ['%%\nask Bo\n%%\nThe wharf is new.', 'a comment between %%', 0],
    ['The wharf is <!-- says Ulf --> new.', 'an HTML comment', 0],
    ['The wharf\nis <!-- says Ulf', 'an HTML comment', 1],
    ['<!-- says Ulf -->\nThe wharf is new.', 'an HTML comment', 0],
    ['The wharf is new. {>>says Ulf<<}', 'a comment', 0],
    ['The wharf is new. /* says Ulf */', 'a comment', 0],
    ['The wharf is new.\n[//]: # (says Ulf)', 'a comment', 1],
    ['[comment]: <> (says Ulf)\nThe wharf is new.', 'a comment', 0],
    ['The <b>wharf</b> is new.', 'an HTML tag', 0],
    ['The wharf<br/>is new.', 'an HTML tag', 0],
    ['The wharf<o:p></o:p> is new.', 'an HTML tag', 0],
    ['The <span class="x">wharf</span> is new.', 'an HTML tag', 0],
    ['The wharf <img src="wharf.png" is new.', 'an HTML tag', 0],
    ['The wharf</mark> is new.', 'an HTML tag', 0],
    ['The wharf is new: <https://wharf.example>', 'an HTML tag or an address', 0],
    ['The wharf &amp; the pier', 'an HTML entity', 0],
    ['The wharf&#8217;s pier', 'an HTML entity', 0],
    ['The wharf&#x2019;s pier', 'an HTML entity', 0],
    ['40&nbsp boats', 'an HTML entity', 0],
    ['The [[wharf|new wharf]] is open.', 'a wiki link', 0],
    ['![[wharf.png]]', 'a wiki link', 0],
    ['The [wharf](https://wharf.example) is open.', 'a link or a picture', 0],
    ['![A wharf](wharf.png)', 'a link or a picture', 0],
    ['The [wharf][1] is open.', 'a link or a picture', 0],
    ['The wharf is open.[^2]', 'a footnote', 0],
    ['The wharf is open.^[Ulf says so]', 'a footnote', 0],
    ['[!note] Wharf\nThe wharf is open.', 'a callout', 0],
    ['[!WARNING]\nThe wharf is open.', 'a callout', 0],
    ['- [ ] The wharf is open.', 'a task box', 0],
    ['```\nThe wharf is open.\n```', 'a block of code', 0],
    ['~~~ text\nThe wharf is open.', 'a block of code', 0],
    ['    The wharf is open.', 'a block of code', 0],
    ['The wharf is ~~closed~~ open.', 'struck words', 0],
    ['The wharf is ~closed~ open.', 'struck words', 0],
    ['::: note\nThe wharf is open.', 'a callout', 0],
    ['The wharf is \u202enepo\u202c.', 'a sign that nobody sees', 0],
    ['The wharf\u0007 is open.', 'a sign that nobody sees', 0],
    ['The wharf is ==open==.', 'highlighted words', 0],
    ['The wharf is {{ state }}.', 'a template', 0],
    ['The wharf is {% if x %} open.', 'a template', 0],
    ['The wharf is {++now++} open.', 'a template', 0],
    ['The wharf is open. ^wharf-2', 'the mark of a block', 0],
    ['The mayor wrote:\n> Close the wharf.\nand left.', 'a quote stands within', 1],
    ['> Close the wharf.', 'a quote stands within', 0],
    ['# The wharf\nIt is open.', 'a heading stands within', 0],
    ['The wharf\n===\nIt is open.', 'a heading stands within', 0],
    ['The wharf is open.\n\n---', 'a ruled line stands within', 2],
    ['| wharf | pier |\n|---|---|\n| 3 | 4 |', 'a table stands within', 0],
    ['The wharf:\n- is open\n- is old', 'the points of a list would be run together', 1],
    ['1. The wharf is open.\n2. It is old.', 'the points of a list would be run together', 1],
    ['* The wharf is open.\n* It is old.', 'the points of a list would be run together', 1],
    ['<div>\nThe wharf is open.\n</div>', 'HTML stands within', 0],
  ])('are told, and the fact is held back: %j', (words, expected, line) => {
    const { facts, problems, visibility } = parse(words);
    expect(problems).toContainEqual({
      file: 'wharf.md',
      line: QUOTE + line,
      what: expect.stringContaining(expected),
      mend: expect.stringMatching(/^[A-Z].{10}/),
    });
    expect([facts.length, visibility.get('wharf')?.status]).toEqual([0, 'in doubt']);
  });

  it.each(['said by', 'checked by', 'asked as', 'also called'])('are told in "%s"', (name) => {
    const { problems } = parse('The wharf is open.', `- ${name}: [[Lock office]] %%Ulf%%`);
    expect(problems.map(({ line, what }) => [line, what])).toEqual([
      [QUOTE + 3, `"${name}" holds a comment between %%: "%%Ulf%%"`],
      [QUOTE + 3, `"${name}" holds a wiki link: "[[Lock office]] %%Ulf%%"`],
    ]);
  });

  it('are nobody’s concern in a note, which no reader sees', () => {
    expect(parse('The wharf is open.', '- note: [[Ulf]] %%says%% <b>so</b>').problems).toEqual([]);
  });
});

describe('words that people write', () => {
  it.each([
    'A [new] wharf [sic], 5 < 7 and 9 > 8, for AT&T, R&D; {so} to speak.',
    '“F**k the wharf”, he said, # 9 of 10 *',
    'He said <inaudible> and x < y, <wharves & piers>.',
    '100% open | 2 ^ 3 = 8 ~ 7',
    'Some ~50 barges and ~60 boats.',
    '1. Each barge shall wait at the wharf.',
    '- No, he said.',
    'First point:\n\n1. The wharf is open.\n\n2. It is old.',
    'C:\\wharf\\new & `odd`',
    '1 == 1, https://wharf.example/a==',
    'Öffnung “um 9” – früh…',
  ])('are kept to the letter: %j', (words) => {
    const { facts, problems } = parse(words);
    expect(problems).toEqual([]);
    expect(facts[0]?.text).toBe(words);
  });
});

describe('words with marks that people write as well', () => {
  it.each([
    ['The wharf is **open**.', '**open**'],
    ['The *wharf* is open.', '*wharf*'],
    ['The _new wharf_ is open.', '_new wharf_'],
    ['12\\% more', '\\%'],
  ])('are shown, and the desk is warned: %j', (words, mark) => {
    const { facts, problems } = parse(words, '- checked by: Bo');
    expect(problems).toEqual([]);
    expect(warnOfSheets(facts, '2026-01-01').filter(({ kind }) => kind === 'marks')).toEqual([
      {
        kind: 'marks',
        file: 'wharf.md',
        line: QUOTE,
        what: `readers see the marks in "${mark}" of "wharf" as they are typed`,
        mend: 'Take them out unless they stand in the source',
      },
    ]);
  });

  it.each(['f**k and s**t', '40 boats*', '5 * 3 * 2', 'snake_case_name', 'C:\\wharf'])(
    'and in other ways warn nobody: %j',
    (words) => {
      const { facts } = parse(words, '- checked by: Bo');
      expect(warnOfSheets(facts, '2026-01-01').map(({ kind }) => kind)).toEqual(['no-link']);
    },
  );
});
