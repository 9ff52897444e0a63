import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../src/search/index.ts';
import { readFigures } from '../../../src/search/text/figures.ts';
import { passage } from '../passages.ts';

/** The figures that a reader sees in bold. */
function boldFigures(text: string, question: string): readonly string[] {
  const [hit] = createIndex([passage(text)]).search(question).hits;
  const isBold = (at: number) => hit?.highlights.some(([start, end]) => start <= at && at < end);
  return readFigures(text)
    .filter(({ start }) => isBold(start))
    .map(({ value }) => value);
}

const RAIN = 'Birkmoor had 905 millimetres of rain in 2024, Halden 701 and Orrby 388.';
const LONGEST = 'Syria with 834 and Ukraine with 608 recorded the most casualties of mines in 2022.';
const GOALS = 'Halden United scored 71 goals in the 2024 season, Birkmoor Rovers 58 and Orrby Town 40.';
const TRIAL = 'The court heard 43 witnesses and 12 experts in the trial of Lindqvist.';
const HURT = 'In Ukraine 608 people were killed and 200 hurt.';
const TENFOLD = 'Casualties in Ukraine rose tenfold, from around 60 in 2021 to around 600 in 2022.';
const BUDGET = 'The school budget of Birkmoor was 44 million crowns in 2025, that of Halden 61 million.';
const BRIDGES =
  'The bridges have cost Halden 12 million euros and Orrby 9 million, and took 4 years to build.';
const RATES = 'Unemployment stood at 6.2 percent in Birkmoor and at 4.9 percent in Halden.';

describe('the figure that is made bold', () => {
  it.each([
    ['How much rain did Birkmoor have in 2024?', RAIN, '905'],
    ['How much rain did Halden have in 2024?', RAIN, '701'],
    ['How much rain did Orrby have?', RAIN, '388'],
    ['How many mine casualties did Syria have?', LONGEST, '834'],
    ['How many mine casualties did Ukraine have in 2022?', LONGEST, '608'],
    ['how many mine casualties in ukraine', LONGEST, '608'],
    ['How many goals did Halden United score?', GOALS, '71'],
    ['How many goals did the Rovers score in 2024?', GOALS, '58'],
    ['How many goals did Orrby Town score?', GOALS, '40'],
    ['How much is the school budget of Birkmoor?', BUDGET, '44 million'],
    ['How much is the school budget of Halden in 2025?', BUDGET, '61 million'],
    ['How much did the bridges cost Halden?', BRIDGES, '12 million'],
    ['How much did the bridges cost Orrby?', BRIDGES, '9 million'],
    ['What share of Halden is unemployed?', RATES, '4.9'],
    ['What percentage is unemployed in Birkmoor?', RATES, '6.2'],
  ])('is that of the subject asked for: %s', (question, text, figure) => {
    expect(boldFigures(text, question)).toEqual([figure]);
  });

  it.each([
    ['How many witnesses were heard in the Lindqvist trial?', TRIAL, '43'],
    ['How many experts were heard in the Lindqvist trial?', TRIAL, '12'],
    ['How many people were killed in Ukraine?', HURT, '608'],
    ['How many were hurt in Ukraine?', HURT, '200'],
    ['How long did the bridges take to build?', BRIDGES, '4'],
  ])('is that of what is counted: %s', (question, text, figure) => {
    expect(boldFigures(text, question)).toEqual([figure]);
  });

  it.each([
    ['How many casualties did Ukraine have in 2021?', '60'],
    ['How many casualties did Ukraine have in 2022?', '600'],
  ])('is that of the year asked for: %s', (question, figure) => {
    expect(boldFigures(TENFOLD, question)).toEqual([figure]);
  });

  it('is no difference to another, and no day of a month', () => {
    expect(
      boldFigures('Five more than Orrby, 31 storms hit Birkmoor.', 'How many storms hit Birkmoor?'),
    ).toEqual(['31']);
    expect(
      boldFigures(
        'On 1 June 2024 the league of Halden had 18 clubs.',
        'How many clubs had the league of Halden?',
      ),
    ).toEqual(['18']);
  });
});
