import { expect, it } from 'vitest';
import { sheetLinks } from '../../../src/slack/services/sheet-links.ts';

const place = { file: 'facts/north/the dam #2.md', line: 12 };

it.each([
  ['https://git.example/facts', 'https://git.example/facts/north/the%20dam%20%232.md#L12'],
  ['https://git.example/facts/', 'https://git.example/facts/north/the%20dam%20%232.md#L12'],
  [
    'https://cms.example/edit?sheet={file}&at={line}',
    'https://cms.example/edit?sheet=north/the%20dam%20%232.md&at=12',
  ],
])('a place in a sheet has an address under %s', (base, address) => {
  expect(sheetLinks('facts', base)(place)).toBe(address);
});

it('has none where no base is set, nor for what is no sheet', () => {
  expect(sheetLinks('facts', undefined)(place)).toBeNull();
  expect(sheetLinks('facts', 'https://git.example')({ file: 'archive/news.jsonl', line: 1 })).toBeNull();
});
