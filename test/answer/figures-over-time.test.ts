import { beforeAll, describe, expect, it } from 'vitest';
import { type FactDesk, openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const fact = (id: string, text: string, asOf: string, asked: string) =>
  `## ${id}\n> ${text}\n\n- kind: statement\n- as of: ${asOf}\n- asked as: ${asked}\n`;

const SHEETS: Readonly<Record<string, readonly [head: string, ...facts: readonly string[]]>> = {
  'weather-2023.md': [
    'title: Weather of 2023\npublisher: Met Board\npublished: 2024-01',
    fact(
      'storms-2023',
      'Birkmoor counted 31 days of storm in 2023, five more than Orrby.',
      '2023',
      'Storm 2023?',
    ),
  ],
  'weather-2024.md': [
    'title: Weather of 2024\npublisher: Met Board\npublished: 2025-01',
    fact('storms-2024', 'Birkmoor counted 44 days of storm in 2024.', '2024', 'Storm 2024?'),
  ],
  'budget.md': [
    'title: Budget book\npublisher: Treasury\npublished: 2025-12',
    fact(
      'schools-2024',
      'The school budget of Birkmoor was 40 million crowns in 2024.',
      '2024',
      'School money?',
    ),
    fact(
      'schools-2025',
      'The school budget of Birkmoor was 44 million crowns in 2025.',
      '2025',
      'School cash?',
    ),
  ],
  'jobs.md': [
    'title: Jobs report\npublisher: Labour Office\npublished: 2025-07',
    fact('jobless-may', 'Unemployment in Orrby stood at 6.1 percent in May 2025.', '2025-05', 'Out of work?'),
    fact(
      'jobless-june',
      'Unemployment in Orrby stood at 5.8 percent in June 2025.',
      '2025-06',
      'Out of a job?',
    ),
  ],
  'court-early.md': [
    'title: First court notice\npublisher: Court Gazette\npublished: 2025-03-01',
    fact(
      'heard-early',
      'The court heard 43 witnesses in the Lindqvist trial.',
      '2025-03-01',
      'Any witnesses?',
    ),
  ],
  'court-late.md': [
    'title: Last court notice\npublisher: Court Gazette\npublished: 2025-04-01',
    fact(
      'heard-late',
      'The court heard 51 witnesses in the Lindqvist trial.',
      '2025-04-01',
      'Who was heard?',
    ),
  ],
  'football-club.md': [
    'title: Club report\npublisher: Halden United\npublished: 2025-06',
    fact(
      'crowd-club',
      'An average of 18,400 people watched Halden United in 2024.',
      '2024',
      'Crowds at home?',
    ),
  ],
  'football-league.md': [
    'title: League report\npublisher: The League\npublished: 2025-06',
    fact(
      'crowd-league',
      'An average of 17,100 people watched Halden United in 2024.',
      '2024',
      'Crowds, league?',
    ),
  ],
};

let desk: FactDesk;
beforeAll(async () => {
  const files = Object.entries(SHEETS).map(([file, [head, ...facts]]) => [
    file,
    createSheet(facts.join('\n'), head),
  ]);
  const corpus = await loadCorpus({ sheets: await createFolder(Object.fromEntries(files)), archive: [] });
  desk = await openFactDesk({ corpus, now: () => new Date('2026-01-01T00:00:00Z') });
});

/** The quotes that a person sees, and how each stands to the first. */
async function shown(question: string): Promise<readonly string[]> {
  const { quotes } = await desk.ask(question);
  return quotes.map(({ factId, standing }) => (standing === undefined ? factId : `${factId} (${standing})`));
}

describe('figures of several times', () => {
  it.each([
    ['How many days of storm did Birkmoor count?', 'storms-2024', 'storms-2023'],
    ['How many days of storm did Birkmoor count in 2023?', 'storms-2023', 'storms-2024'],
    ['What is the latest number of days of storm in Birkmoor?', 'storms-2024', 'storms-2023'],
    ['How much is the school budget of Birkmoor?', 'schools-2025', 'schools-2024'],
    ['How much was the school budget of Birkmoor in 2024?', 'schools-2024', 'schools-2025'],
  ])(
    'give that of the year asked for, or the newest, and the other year below: %s',
    async (question, first, other) => {
      const answer = await desk.ask(question);
      expect(answer).not.toHaveProperty('sourcesDiffer');
      expect(await shown(question)).toEqual([first, `${other} (otherYear)`]);
    },
  );

  it.each([
    ['What is the unemployment rate in Orrby?', 'jobless-june', 'jobless-may'],
    ['What was the unemployment rate in Orrby in May 2025?', 'jobless-may', 'jobless-june'],
  ])('tell months of one year apart: %s', async (question, first, other) => {
    expect(await shown(question)).toEqual([first, `${other} (otherMonth)`]);
  });

  it('put what the same publisher gave before below, as superseded', async () => {
    const question = 'How many witnesses did the court hear in the Lindqvist trial?';
    expect(await desk.ask(question)).not.toHaveProperty('sourcesDiffer');
    expect(await shown(question)).toEqual(['heard-late', 'heard-early (superseded)']);
  });

  it('differ where two publishers count the same thing in the same year', async () => {
    const answer = await desk.ask('How many people watched Halden United?');
    expect(answer).toMatchObject({ outcome: 'choices', sourcesDiffer: true });
    expect(answer.quotes.map(({ factId }) => factId).sort()).toEqual(['crowd-club', 'crowd-league']);
  });
});

describe('the facts of a desk', () => {
  it.each([
    ['How many mine casualties did Ukraine have?', 'ukraine-580-mine-casualties-2023'],
    ['How many people were killed or injured by mines in 2023?', 'mine-casualties-worldwide-2023'],
    ['How many mine casualties did Syria have in 2022?', 'syria-and-ukraine-most-mine-casualties-2022'],
  ])('give no figure of another country for another year: %s', async (question, first) => {
    const corpus = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [] });
    const facts = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
    const { quotes } = await facts.ask(question);
    expect(quotes[0]?.factId).toBe(first);
    const others = quotes.filter(({ standing }) => standing !== undefined);
    const country = /Ukraine|Syria/.exec(question)?.[0] ?? 'worldwide|52 countries';
    for (const { text } of others) expect(text.split(' than ')[0]).toMatch(new RegExp(country));
  });
});
