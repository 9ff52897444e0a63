import { describe, expect, it } from 'vitest';
import { readWords } from '../../../src/search/analysis/read-words.ts';
import { stem } from '../../../src/search/analysis/stem.ts';

function termsOf(text: string): string[] {
  const terms: string[] = [];
  readWords(text, (form) => terms.push(stem(form)));
  return terms;
}

describe('words of facts and questions', () => {
  it.each([
    [['1,000 mines', '1000 mines', 'one thousand mines', '1k mines'], '1 thousand mine'],
    [['5 million', 'five million', '5,000,000', '5m'], '5 million'],
    [['2.5 billion', '2,500,000,000', '2.5bn'], '2.5 billion'],
    [['twenty-five', '25', 'twenty five'], '25'],
    [['three hundred', '300'], '300'],
    [['11 percent', '11 pct', '11%'], '11 percent'],
    [['the first', 'the 1st'], 'the first'],
    [['Sept. 2024', 'September 2024'], 'septemb 2024'],
    [['defence', 'defense'], 'defens'],
    [['organised', 'organized'], 'organ'],
    [['won', 'winning', 'wins'], 'win'],
    [['children', 'child'], 'child'],
    [['died', 'dead', 'deaths', 'dying'], 'die'],
    [['U.N.', 'UN', 'un'], 'un'],
  ])('%j are all read as "%s"', (spellings, terms) => {
    for (const spelling of spellings) expect(termsOf(spelling).join(' '), spelling).toBe(terms);
  });

  it('leaves years, versions and lone pronouns alone', () => {
    expect(termsOf('in 2000 one of 3.5')).toEqual(['in', '2000', 'on', 'of', '3.5']);
  });
});
