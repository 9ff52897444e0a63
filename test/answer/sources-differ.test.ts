import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
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
      ['The flood in Exampleton killed 15 people.', '2024-06'],
    );
    expect(answer).toMatchObject({ outcome: 'choices', sourcesDiffer: true });
    expect(answer.quotes.map(({ factId }) => factId)).toEqual(['f1', 'f0']);
  });

  it.each([
    ['agree on the figure', 'The flood in Exampleton killed 12 people, the mayor said.'],
    ['speak of another year', 'In 2023 the flood killed 15 people in Exampleton.'],
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
