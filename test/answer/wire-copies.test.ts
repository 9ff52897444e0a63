import { describe, expect, it } from 'vitest';
import { cite, openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';

const DEATHS = 'The flood at Norbeck killed 12 people on Friday night, the governor of Northland said.';
const STORY = [
  DEATHS,
  'Rescuers searched the lower town with boats until dawn.',
  'Two bridges over the Halm were closed, and the railway stood still.',
  'The army sent four helicopters from its base near Tarn.',
];
const QUESTION = 'How many people did the flood at Norbeck kill?';

interface Printed {
  readonly by?: string;
  readonly day?: string;
  readonly title?: string;
}

/** A wire story as an outlet printed it. */
function printed(
  outlet: string,
  sentences: readonly string[],
  { by, day = '2026-03-01', title }: Printed = {},
) {
  return saying(sentences.join(' '), {
    uri: `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/flood`,
    headlines: [{ role: 'main', value: title ?? `${outlet}: the flood` }],
    infoSources: [{ role: 'publisher', name: outlet }],
    firstCreated: `${day}T08:00:00Z`,
    versionCreated: `${day}T08:00:00Z`,
    ...(by === undefined ? {} : { by }),
  });
}

async function ask(question: string, ...items: readonly string[]) {
  const folder = aFolder({ 'news.jsonl': lines(...items) });
  const corpus = await loadCorpus({ sheets: aFolder(), archive: [folder] });
  const desk = await openFactDesk({ corpus, now: () => new Date('2026-04-01T00:00:00Z') });
  return { desk, answer: await desk.ask(question) };
}

const dateline = ([first = '', ...others]: readonly string[], agency = 'AP') => [
  `NORBECK (${agency}) — ${first}`,
  ...others,
];
const spreads = (answer: Awaited<ReturnType<typeof ask>>['answer']) =>
  answer.quotes.map((quote) => `${quote.text} | ${cite(quote).spread}`);

describe('copies of a wire story', () => {
  it('are one origin, cited with the agency and in how many outlets it stands', async () => {
    const { answer, desk } = await ask(
      QUESTION,
      printed('Post', dateline(STORY)),
      printed('Echo', STORY, { title: 'Flood in the north', by: 'By Ida Orr, Associated Press' }),
      printed('Courier', dateline(STORY.slice(0, 2)), { day: '2026-03-02' }),
      printed(
        'Herald',
        STORY.map((sentence) => sentence.replace('governor of', 'governor  of')),
      ),
    );
    expect(answer.outcome).toBe('answer');
    expect(spreads(answer)).toEqual([`${DEATHS} | AP, in 4 outlets`]);
    const details = await desk.fact(answer.quotes[0]?.factId ?? '');
    expect(details?.quote.spread).toEqual({ origin: 'AP', outlets: 4 });
  });

  it('do not count the agency itself, nor an outlet twice', async () => {
    const { answer } = await ask(
      QUESTION,
      printed('Associated Press', dateline(STORY)),
      printed('Post', dateline(STORY)),
      printed('Post', dateline(STORY), { title: 'Later' }).replace('/flood"', '/flood-2"'),
    );
    expect(spreads(answer)).toEqual([`${DEATHS} | AP, in 1 outlet`]);
  });

  it('are told without an agency where none is named', async () => {
    const { answer } = await ask(QUESTION, printed('Post', STORY), printed('Echo', STORY));
    expect(spreads(answer)).toEqual([`${DEATHS} | in 2 outlets`]);
  });

  it('are answered as surely as the one story', async () => {
    const one = await ask(QUESTION, printed('Post', STORY));
    const outlets = Array.from({ length: 15 }, (_, index) => printed(`Outlet ${index}`, STORY));
    const many = await ask(QUESTION, ...outlets);
    expect(many.answer.outcome).toBe(one.answer.outcome);
    expect(many.answer.quotes[0]?.confidence).toBeCloseTo(one.answer.quotes[0]?.confidence ?? 0, 1);
    expect(many.answer.quotes[0]?.spread?.outlets).toBe(15);
  });
});

describe('what is no copy', () => {
  const corrected = STORY.map((sentence) => sentence.replace('killed 12', 'killed 15'));

  it('is another figure: the corrected account stands beside the first, and copies of each are counted', async () => {
    const { answer } = await ask(
      QUESTION,
      printed('Post', STORY),
      printed('Echo', STORY),
      printed('Courier', corrected),
    );
    expect(answer).toMatchObject({ sourcesDiffer: true });
    expect(spreads(answer).toSorted()).toEqual([
      `${DEATHS} | in 2 outlets`,
      `${DEATHS.replace('12', '15')} | null`,
    ]);
  });

  it('is superseded by what the same agency gave later, and is shown below it', async () => {
    const { answer } = await ask(
      QUESTION,
      printed('Post', dateline(STORY)),
      printed('Echo', dateline(STORY)),
      printed('Courier', dateline(corrected), { day: '2026-03-03' }),
    );
    expect(answer).not.toHaveProperty('sourcesDiffer');
    expect(answer.quotes.map(({ text, standing }) => `${/\d+/.exec(text)} ${standing}`)).toEqual([
      '15 undefined',
      '12 superseded',
    ]);
    expect(spreads(answer)).toEqual([
      `${DEATHS.replace('12', '15')} | AP, in 1 outlet`,
      `${DEATHS} | AP, in 2 outlets`,
    ]);
  });

  it.each([
    ['another word', STORY.map((sentence) => sentence.replace('killed 12 people', 'killed 12 persons'))],
    ['a word less', STORY.map((sentence) => sentence.replace(' on Friday night', ' on Friday'))],
    [
      'one sentence alone in an article of its own',
      [DEATHS, 'We went to see the mayor.', 'She had not slept.', 'Her office is on the hill.', 'It is dry.'],
    ],
  ])('is %s', async (_what, other) => {
    const { answer } = await ask(QUESTION, printed('Post', STORY), printed('Echo', other));
    expect(answer.quotes.map(({ spread }) => spread)).not.toContainEqual(
      expect.objectContaining({ outlets: 2 }),
    );
  });

  it('is the same sentence under another agency', async () => {
    const { answer } = await ask(
      QUESTION,
      printed('Post', dateline(STORY, 'AP')),
      printed('Echo', dateline(STORY, 'Reuters')),
    );
    expect(spreads(answer)[0]).toMatch(/in 1 outlet$/);
  });

  it('is what is on another topic than those that are searched', async () => {
    const items = [printed('Post', STORY), printed('Echo', STORY)].map((item, index) =>
      JSON.stringify({ ...JSON.parse(item), subjects: [{ name: `topic ${index}` }] }),
    );
    const { desk } = await ask(QUESTION, ...items);
    const narrowed = await desk.ask(QUESTION, { topics: ['topic 0'] });
    expect(narrowed.quotes[0]).not.toHaveProperty('spread');
    expect((await desk.ask(QUESTION)).quotes[0]?.spread?.outlets).toBe(2);
  });
});
