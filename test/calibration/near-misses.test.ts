import { describe, expect, it } from 'vitest';
import { makeNearMisses } from '../../src/calibration/near-misses.ts';
import { loadCorpus, readVisiblePassages } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const fact = (id: string, text: string, by: string, ...lines: readonly string[]) =>
  `## ${id}\n> ${text}\n\n- kind: quote\n- said by: ${by}\n${lines.map((line) => `- asked as: ${line}\n`).join('')}\n`;

const SECTIONS = [
  fact(
    'storm-norway',
    'The storm of 2021 flooded 340 cellars in Norway.',
    'Anna Berg, weather office',
    'How many cellars did the storm flood in Norway?',
    'What did Anna Berg say about the storm of 2021?',
  ),
  fact(
    'court-france',
    'A court in France fined the club 75,000 euros in 2019.',
    'Paul Mercier, court clerk',
    'What fine did the court in France give the club in 2019?',
    'What did Mercier say of the fine?',
  ),
  fact('storm-denmark', 'In Denmark the storm flooded no cellars.', 'Karen Holm, weather office'),
].join('');

async function passagesOf(sections: string) {
  const sheets = await createFolder({
    'news.md': createSheet(sections, 'title: News of the week\npublished: 2022-01'),
  });
  const corpus = await loadCorpus({ sheets, archive: [] });
  return (await readVisiblePassages(corpus, new Date('2026-11-22T12:00:00Z'))).passages;
}

describe('near misses of the lines of a desk', () => {
  it('have one part replaced by another of its kind out of the corpus', async () => {
    const made = makeNearMisses(await passagesOf(SECTIONS));
    const ofLine = (line: string) => made.find(({ madeFrom }) => madeFrom === line);
    expect(ofLine('How many cellars did the storm flood in Norway?')).toMatchObject({
      question: 'How many cellars did the storm flood in France?',
      part: { kind: 'country' },
    });
    expect(ofLine('What did Mercier say of the fine?')).toMatchObject({ part: { kind: 'person' } });
    expect(ofLine('What did Mercier say of the fine?')?.question).toMatch(
      /^What did (Berg|Holm) say of the fine\?$/,
    );
    for (const { question, madeFrom } of made) expect(question).not.toBe(madeFrom);
  });

  it('leave out what something on file may answer: of Denmark it is told what the storm flooded', async () => {
    const made = makeNearMisses(await passagesOf(SECTIONS));
    expect(made.map(({ question }) => question).join()).not.toContain('flood in Denmark');
  });

  it('are the same for the same facts, and at most three for one', async () => {
    const lines = Array.from({ length: 9 }, (_, nth) => `What fine did court ${nth} in France give in 2019?`);
    const passages = await passagesOf(
      SECTIONS + fact('fines', 'Fines rose.', 'Paul Mercier, clerk', ...lines),
    );
    const made = makeNearMisses(passages);
    expect(made.filter(({ madeFrom }) => lines.includes(madeFrom))).toHaveLength(3);
    expect(makeNearMisses(passages)).toEqual(made);
  });

  it('are none where lines name nothing, or nothing else of the kind is on file', async () => {
    const alone = fact(
      'pier',
      'The pier is open.',
      'Rosa Quill, mayor',
      'Is the pier open in Norway?',
      'Is it open?',
    );
    expect(makeNearMisses(await passagesOf(alone))).toEqual([]);
  });
});
