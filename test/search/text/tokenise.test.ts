import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/search/text/stem.ts';
import { tokenise } from '../../../src/search/text/tokenise.ts';

function termsOf(text: string): string[] {
  const terms: string[] = [];
  tokenise(text, (form) => terms.push(stem(form)));
  return terms;
}

describe('words of facts and questions', () => {
  it.each([
    [['1,000 mines', '1000 mines', 'one thousand mines', '1k mines'], '1 thousand mine'],
    [['5 million', 'five million', '5,000,000', '5m'], '5 million'],
    [['2.5 billion', '2,500,000,000', '2.5bn'], '2.5 billion'],
    [['twenty-five', '25', 'twenty five'], '25'],
    [['three hundred', '300'], '300'],
    [['one hundred and fifty', 'one hundred fifty', '150'], '150'],
    [['one hundred and twenty-five', '125'], '125'],
    [['$5m', '$5 million'], 'dollar 5 million'],
    [['11 percent', '11 pct', '11%', '11 per cent', '11pc', 'eleven per cent'], '11 percent'],
    [['the first', 'the 1st'], 'the first'],
    [['the twenty-first', 'the 21st'], 'the 21st'],
    [['the thirtieth', 'the 30th'], 'the 30th'],
    [['on the hundred and first', 'on the hundred and 1st'], 'on the hundr and first'],
    [['November 20', 'November 20th', 'Nov. 20th'], 'novemb 20'],
    [['20 November', '20th November'], '20 novemb'],
    [['the 20th century', 'the twentieth century'], 'the twentieth centuri'],
    [['2 ½ years', '2 half years'], '2 half year'],
    [['Sept. 2024', 'September 2024'], 'septemb 2024'],
    [['defence', 'defense'], 'defens'],
    [['organised', 'organized'], 'organ'],
    [['won', 'winning', 'wins'], 'win'],
    [['children', 'child'], 'child'],
    [['died', 'dead', 'deaths', 'dying'], 'die'],
    [['U.N.', 'UN', 'un'], 'un'],
    [['Leopold II', 'leopold ii', 'Leopold 2nd'], 'leopold #2'],
    [['Leopold the Second', 'leopold the second'], 'leopold the #2'],
    [['World War I', 'World War One', 'world war i', 'WWI', 'WW1', 'World War 1'], 'world war #1'],
    [['First World War', 'first world war', '1st World War'], '#1 world war'],
    [['Part One', 'part 1', 'Part I', 'part one'], 'part #1'],
    [['F-16s', "F16's", 'F16', 'f-16', 'F‑16'], 'f16'],
    [['AT&T', 'AT and T', 'AT & T', 'att'], 'att'],
    [
      ['the 1990s', 'the ’90s', 'the 90’s', 'the 1990’s', 'the nineties', 'the nineteen-nineties'],
      'the 1990s',
    ],
    [['the eighteen-nineties', 'the 1890s'], 'the 1890s'],
    [['in her late 30s', 'in her late thirties'], 'in her late 30s'],
    [['two 747s', '2 747'], '2 747'],
  ])('%j are all read as "%s"', (spellings, terms) => {
    for (const spelling of spellings) expect(termsOf(spelling).join(' '), spelling).toBe(terms);
  });

  it('reads a date in digits as one in words', () => {
    expect(termsOf('on 2024-11-05')).toEqual(['on', '2024', 'novemb', '5']);
    expect(termsOf('tel 555-2024-11-05')).toEqual(['tel', '555', '2024', '11', '05']);
  });

  it('leaves what stands between numbers and words alone', () => {
    expect(termsOf('five and six per day, one hundred and more')).toEqual([
      '5',
      'and',
      '6',
      'per',
      'dai',
      '100',
      'and',
      'more',
    ]);
    const places: string[] = [];
    const text = 'It fell one hundred and fifty per cent';
    tokenise(text, (form, start, end) => places.push(`${form}: ${text.slice(start, end)}`));
    expect(places.slice(2)).toEqual(['150: one hundred and fifty', 'percent: per cent']);
  });

  it.each([
    ['In Paris I saw Xi', 'in pari i see xi'],
    ['on the IV drip', 'on the iv drip'],
    ['Mary, the first to go', 'mari the first to go'],
    ['Dana told Mary the first thing', 'dana tell mari the first thing'],
    ['TV and I, by-2, EU-27', 'tv and i by 2 eu 27'],
    ['x&lt;y', 'x lt y'],
    ['the Su-35S', 'the su35s'],
    ['20s or 2024’s', '20s or 2024'],
  ])('takes no word for a number or a code: %s', (text, terms) => {
    expect(termsOf(text).join(' ')).toBe(terms);
  });

  it('leaves years, versions and lone pronouns alone', () => {
    expect(termsOf('in 2000 one of 3.5')).toEqual(['in', '2000', 'on', 'of', '3.5']);
  });
});
