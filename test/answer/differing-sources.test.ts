import { beforeAll, describe, expect, it } from 'vitest';
import { type FactDesk, openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const question = 'How many people did the flood kill in Exampleton?';
const fact = (id: string, text: string, asOf: string) =>
  `## ${id}\n> ${text}\n\n- kind: statement\n- as of: ${asOf}\n- asked as: ${question}\n`;

async function ask(question: string, ...texts: readonly (readonly [text: string, asOf: string])[]) {
  const sheets = texts.map(([text, asOf], index) => [
    `s${index}.md`,
    createSheet(fact(`f${index}`, text, asOf), `title: Report ${index}\npublished: 2024`),
  ]);
  const corpus = await loadCorpus({ sheets: await createFolder(Object.fromEntries(sheets)), archive: [] });
  const desk = await openFactDesk({ corpus, now: () => new Date('2026-01-01T00:00:00Z') });
  return desk.ask(question);
}

describe('two sources with different figures', () => {
  it('are set side by side, newest first, and none is picked', async () => {
    const answer = await ask(
      question,
      ['The flood killed 12 people in Exampleton.', '2024-05'],
      ['The flood in Exampleton killed fifteen people, or 15 people in figures.', '2024-06'],
    );
    expect(answer).toMatchObject({ outcome: 'choices', sourcesDiffer: true });
    expect(answer.quotes.map(({ factId }) => factId)).toEqual(['f1', 'f0']);
  });

  it('do not differ where they speak of different years: the newest answers, or the year that is asked for', async () => {
    const counts = [
      ['In 2023 the flood killed 15 people in Exampleton.', '2023'],
      ['In 2024 the flood killed 12 people in Exampleton.', '2024'],
    ] as const;
    const newest = await ask(question, ...counts);
    expect(newest).not.toHaveProperty('sourcesDiffer');
    expect(newest).toMatchObject({
      outcome: 'answer',
      quotes: [{ factId: 'f1' }, { standing: 'otherYear' }],
    });
    const ofOneYear = await ask('How many people did the flood kill in Exampleton in 2023?', ...counts);
    expect(ofOneYear).not.toHaveProperty('sourcesDiffer');
    expect(ofOneYear).toMatchObject({ quotes: [{ factId: 'f0' }, { factId: 'f1', standing: 'otherYear' }] });
  });

  it.each([
    ['agree on the figure', 'The flood in Exampleton killed twelve people, the mayor said.'],
    ['measure something else', 'The flood killed people in Exampleton and cost 15 million dollars.'],
    ['speak of something else', 'The flood left 300 houses of Exampleton without power for 3 days.'],
  ])('are no dispute when they %s', async (_why, other) => {
    const answer = await ask(
      question,
      ['In 2024 the flood killed 12 people in Exampleton.', '2024-05'],
      [other, '2024-06'],
    );
    expect(answer).not.toHaveProperty('sourcesDiffer');
  });

  it('are no dispute where no figure was asked for', async () => {
    const answer = await ask(
      'Where did the flood kill people?',
      ['The flood killed 12 people in Exampleton.', '2024-05'],
      ['The flood in Exampleton killed 15 people.', '2024-06'],
    );
    expect(answer).not.toHaveProperty('sourcesDiffer');
  });
});

describe('the facts of a desk', () => {
  let desk: FactDesk;
  beforeAll(async () => {
    const corpus = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [] });
    desk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
  });

  it.each([
    [
      'How many people are killed or injured by land mines?',
      'mine-casualties-worldwide-2024',
      'mine-casualties-worldwide-2023',
      'mine-casualties-worldwide-2022',
    ],
    ['How many deaths did land mines cause?', 'mine-deaths-worldwide-2024', 'mine-deaths-worldwide-2023'],
    [
      'What share of mine victims are civilians?',
      'civilians-90-percent-of-mine-casualties-2024',
      'civilian-share-and-children-2023',
      'civilians-85-percent-of-mine-casualties-2022',
    ],
  ])('answer with the newest, and the other years below: %s', async (asked, first, ...others) => {
    const answer = await desk.ask(asked);
    expect(answer).not.toHaveProperty('sourcesDiffer');
    expect(answer.quotes[0]?.factId).toBe(first);
    const below = answer.quotes.filter(({ standing }) => standing === 'otherYear');
    expect(below.map(({ factId }) => factId)).toEqual(others);
  });

  it('do not differ on the questions that the desk wrote down for two, which tell of two years', async () => {
    const { facts } = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [] });
    const figures = /how (?:many|much)|number|share|percent/i;
    const asked = facts.flatMap(({ askedAs }) => askedAs.filter((line) => figures.test(line)));
    const writtenTwice = asked.filter((line, at) => asked.indexOf(line) < at);
    expect(writtenTwice).toContain('How many mine casualties did Ukraine have?');
    for (const line of writtenTwice) {
      const answer = await desk.ask(line);
      expect(answer).not.toHaveProperty('sourcesDiffer');
      const below = answer.quotes.filter(({ standing }) => standing !== undefined);
      expect(below.length, line).toBeGreaterThan(0);
      expect(
        below.filter(({ asOf }) => asOf > (answer.quotes[0]?.asOf ?? '')),
        line,
      ).toEqual([]);
    }
  });
});
