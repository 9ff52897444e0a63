import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/answer/index.ts';
import { citationTexts } from '../../../src/slack/blocks/citation-texts.ts';

const spoken: Quote = {
  factId: 'filashkin-hectares-izium',
  text: 'Every tenth hectare is still mined.',
  kind: 'quote',
  attribution: 'Vadym Filashkin, governor',
  asOf: '2024-11-20',
  published: '2024-11-20',
  source: {
    title: 'Mines around Izium',
    publisher: 'The Daily Field',
    url: 'https://example.org/mines',
    file: 'mines.md',
    line: 1,
  },
  confidence: 1,
  highlights: [],
};
const written: Quote = { ...spoken, kind: 'statement', attribution: 'United Nations report' };

describe('a citation as plain text', () => {
  it('sets what somebody said in quotation marks, once', () => {
    expect(citationTexts(spoken).plain).toBe(
      '“Every tenth hectare is still mined.” — Vadym Filashkin, governor, as of 20 November 2024. ' +
        'Mines around Izium, The Daily Field, 20 November 2024. https://example.org/mines',
    );
    const marked = { ...spoken, text: '"Every tenth."' };
    expect(citationTexts(marked).plain).toMatch(/^"Every tenth\." — Vadym/);
    const partly = { ...spoken, text: '"Every tenth," he said, "is mined."' };
    expect(citationTexts(partly).plain).toMatch(/^“"Every tenth," he said, "is mined\."” — Vadym/);
  });

  it('sets the wording of the desk in none, says whose wording it is, and doubles no full stop', () => {
    expect(citationTexts(written).plain).toBe(
      'Every tenth hectare is still mined. (desk wording) According to United Nations report, ' +
        'as of 20 November 2024: Mines around Izium, The Daily Field, 20 November 2024. https://example.org/mines',
    );
    const source = { ...written.source, title: 'Mines Inc.', publisher: null, url: null };
    const bare = citationTexts({ ...written, attribution: 'Mines Inc.', source });
    expect(bare.plain).toMatch(/\(desk wording\) As of 20 November 2024: Mines Inc\.,/);
    for (const text of Object.values(citationTexts({ ...written, source }))) {
      expect(text).not.toMatch(/\.\.|\.\)|["“”]/);
    }
  });
});

describe('a citation as a footnote', () => {
  it.each([spoken, written])('ends with the id of the fact in square brackets ($kind)', (quote) => {
    expect(citationTexts(quote).footnote).toMatch(
      / https:\/\/example\.org\/mines \[filashkin-hectares-izium\]$/,
    );
  });
});
