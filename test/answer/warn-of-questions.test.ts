import { describe, expect, it } from 'vitest';
import { warnOfQuestions } from '../../src/answer/index.ts';
import { factsInUse, loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

interface Said {
  readonly text: string;
  readonly question: string;
  readonly asOf?: string;
  readonly topics?: string;
}

/** Warnings of two facts, each in a sheet of its own, beside some of other things. */
async function warningsOf(...said: readonly [Said, Said]) {
  const sheets = said.map(({ text, question, asOf = '2024-05', topics = 'floods' }, nth) => [
    `${nth}.md`,
    createSheet(
      `## f${nth}\n> ${text}\n\n- kind: statement\n- as of: ${asOf}\n- asked as: ${question}\n`,
      `title: Report ${nth}\npublished: 2024\ntopics: [${topics}]`,
    ),
  ]);
  const others = [
    'The harbour has 3 cranes.',
    'A new pier opens in June.',
    'The mill employs 80 people.',
  ].map((text, nth) => `## other${nth}\n> ${text}\n\n- kind: statement\n\n`);
  const folder = await createFolder({ ...Object.fromEntries(sheets), 'z.md': createSheet(others.join('')) });
  const { facts } = await loadCorpus({ sheets: folder, archive: [] });
  return warnOfQuestions(factsInUse(facts)).map(
    ({ kind, what }) => `${kind}: ${what.replaceAll(`${folder}/`, '')}`,
  );
}

const killed: Said = {
  text: 'The flood killed 12 people in Exampleton.',
  question: 'How many people did the flood kill in Exampleton?',
};
const other: Said = {
  text: '15 inhabitants of Exampleton lost their lives in the flood.',
  question: 'How many people did the flood kill at Exampleton?',
};

describe('facts that answer one question with different figures', () => {
  it('are told once, both with their places, however differently they are worded', async () => {
    expect(await warningsOf(killed, other)).toEqual([
      'contradiction: to “How many people did the flood kill in Exampleton?” "f0" says 12, and "f1" (1.md:8) says 15',
    ]);
  });

  it.each<[string, Partial<Said>]>([
    ['speak of another month', { asOf: '2024-06' }],
    ['speak of another year', { text: 'In 2023 the flood killed 15 people in Exampleton.' }],
    ['are on another topic', { topics: 'fires' }],
    ['agree', { text: '12 inhabitants of Exampleton lost their lives in the flood.' }],
    ['give no figure', { text: 'Several inhabitants of Exampleton lost their lives in the flood.' }],
    ['are asked for something else', { question: 'How many people did the flood injure in Exampleton?' }],
  ])('are no contradiction when they %s', async (_, difference) => {
    const before = { ...killed, text: 'In 2024 the flood killed 12 people in Exampleton.' };
    const warnings = await warningsOf(before, { ...other, ...difference });
    expect(warnings.filter((warning) => warning.startsWith('contradiction'))).toEqual([]);
  });

  it('are a contradiction when one is dated with the year, and the other with a month of it', async () => {
    expect(await warningsOf({ ...killed, asOf: '2024' }, other)).toHaveLength(1);
  });
});

describe('a question of the desk', () => {
  it('is not told of when the reply shows its fact beside another that it is written for too', async () => {
    const question = 'How many people has the flood killed in Exampleton?';
    const may = { text: 'By May the flood had killed 12 people in Exampleton.', question };
    const june = { text: 'By June the flood had killed 15 people in Exampleton.', question, asOf: '2024-06' };
    expect(await warningsOf(may, june)).toEqual([]);
  });

  it('is told of when it finds another fact first, or none', async () => {
    const mayor = { text: 'The mayor resigned in May.', question: 'Who resigned in Exampleton?' };
    const judge = { text: 'The judge resigned in May.', question: 'Who resigned in Exampleton?' };
    expect(await warningsOf(mayor, judge)).toEqual([
      'asked-as: “Who resigned in Exampleton?” finds "f0" (0.md:8) before "f1"',
    ]);
    expect(await warningsOf(mayor, { ...judge, question: 'What of it?' })).toEqual([
      'asked-as: “What of it?” does not find "f1"',
    ]);
  });
});
