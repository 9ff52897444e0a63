import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const SECTIONS = `## charter-opened
> The charter was opened for signature at Ternhaven on 4 May 1974.

- kind: statement
- asked as: When was the charter opened for signature?

## locks-keeper
> Wubbo Hiddes kept the locks for forty years.

- kind: statement
- asked as: Who kept the locks?
`;
const QUESTION = 'When was the charter opened for signature?';

async function ask(question: string) {
  const folder = await createFolder({ 'locks.md': createSheet(SECTIONS) });
  const corpus = await loadCorpus({ sheets: folder, archive: [] });
  const desk = await openFactDesk({ corpus, now: () => new Date('2026-01-01T00:00:00Z') });
  return desk.ask(question);
}

describe('a question with something said beside it', () => {
  it.each([
    `${QUESTION} My editor Marlies Oosterhuis wants the copy for the Breda Courier by 5pm.`,
    `Tonight we go on air at 6 with Marlies Oosterhuis and Radio Breda. ${QUESTION}`,
  ])('is answered by close matches, and the reply says what was searched: %j', async (message) => {
    expect(await ask(message)).toMatchObject({
      outcome: 'choices',
      question: message,
      understoodAs: QUESTION,
      quotes: [{ factId: expect.stringContaining('charter-opened') }],
    });
  });

  it.each([
    [QUESTION, 'answer'],
    [`source:nowhere Printers strike tomorrow. ${QUESTION}`, 'none'],
    [`Printers strike tomorrow “nowhere to go”. ${QUESTION}`, 'choices'],
    ['We go on air at 6. When was it opened?', 'none'],
    ['Did 12 men of George W. Hiddes open the charter for signature?', 'none'],
  ])(
    'is taken as a whole where it stands alone, narrows the search or leans: %j',
    async (message, outcome) => {
      const answer = await ask(message);
      expect(answer.outcome).toBe(outcome);
      expect(answer.understoodAs).toBeUndefined();
    },
  );
});
