import { beforeAll, describe, expect, it } from 'vitest';
import { type FactDesk, listLead, openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const fact = (id: string, text: string, asked: string, said = '- kind: statement') =>
  `## ${id}\n> ${text}\n\n${said}\n- as of: 2025-05\n- asked as: ${asked}\n`;

const BRIDGE = [
  fact(
    'maier',
    'Petra Maier was convicted of bribery in the Orrby bridge case.',
    'Was Petra Maier convicted?',
  ),
  fact('olsen', 'Jens Olsen was convicted of fraud in the Orrby bridge case.', 'Was Jens Olsen convicted?'),
  fact('brandt', 'Karl Brandt was acquitted in the Orrby bridge case.', 'Was Karl Brandt acquitted?'),
];
const LEAGUE = [
  fact(
    'orrby',
    'Orrby Town were relegated from the first division in May 2025.',
    'Which clubs were relegated?',
  ),
  fact(
    'velden',
    'Velden Athletic were relegated from the first division in May 2025.',
    'Did Velden go down?',
  ),
  fact('kesten', 'Kesten City were promoted to the first division in May 2025.', 'Was Kesten promoted?'),
];
const BYPASS = [
  ['karlsson', 'The bypass is a mistake that we will pay for.', 'Ida Karlsson, mayor'],
  ['bohm', 'The bypass will bring jobs to Birkmoor.', 'Otto Bohm, chamber of commerce'],
  ['ferro', 'Nobody has asked the farmers about the bypass.', 'Lia Ferro, farmer'],
].map(([id = '', text = '', who]) =>
  fact(id, text, `What did ${id} say?`, `- kind: quote\n- said by: ${who}`),
);
const STORMS = Array.from({ length: 11 }, (_, i) =>
  fact(
    `storm-${i}`,
    `The storm ${'ABCDEFGHIJK'.charAt(i)}nna closed the harbour of Halden for ${i + 2} hours.`,
    `When did the ${i}th one pass?`,
  ),
);

let desk: FactDesk;
beforeAll(async () => {
  const sheets = await createFolder({
    'bridge.md': createSheet(BRIDGE.join('\n'), 'title: Court report\npublished: 2025-05-02'),
    'league.md': createSheet(LEAGUE.join('\n'), 'title: Season report\npublished: 2025-05-03'),
    'bypass.md': createSheet(BYPASS.join('\n'), 'title: Town meeting\npublished: 2025-05-04'),
    'storms.md': createSheet(STORMS.join('\n'), 'title: Harbour log\npublished: 2025-05-05'),
  });
  const corpus = await loadCorpus({ sheets, archive: [] });
  desk = await openFactDesk({ corpus, now: () => new Date('2026-01-01T00:00:00Z') });
});

describe('a question for a list', () => {
  it.each([
    ['Who has been convicted in the Orrby bridge case?', ['maier', 'olsen']],
    ['Which clubs were relegated?', ['orrby', 'velden']],
    ['which clubs were relegated in 2025', ['orrby', 'velden']],
    ['Who has said anything about the bypass?', ['bohm', 'ferro', 'karlsson']],
    ['What are the reactions to the bypass?', ['bohm', 'ferro', 'karlsson']],
    ['every quote on the bypass', ['bohm', 'ferro', 'karlsson']],
  ])('shows all that answer, and says that it is a list: %s', async (question, factIds) => {
    const answer = await desk.ask(question);
    expect(answer).toMatchObject({ outcome: 'list', more: 0 });
    expect(answer.quotes.map(({ factId }) => factId).sort()).toEqual(factIds);
    expect(answer.outcome === 'list' && listLead(answer)).toMatch(
      /^A list: \d quotes on file, each may tell a part\./,
    );
  });

  it('shows eight at the most, and says how many more there are and how to reach them', async () => {
    const answer = await desk.ask('Which storms closed the harbour of Halden?');
    expect(answer.quotes).toHaveLength(8);
    expect(answer.outcome === 'list' && listLead(answer)).toBe(
      'A list: 8 of 11 quotes on file that may each tell a part. ' +
        'Ask for less, or add a filter such as after:2024, to see the others.',
    );
  });

  it('is answered by one quote where only one answers', async () => {
    const answer = await desk.ask('Who has been acquitted in the Orrby bridge case?');
    expect(answer).toMatchObject({ outcome: 'answer' });
    expect(answer.quotes[0]?.factId).toBe('brandt');
  });

  it.each([
    'Which clubs were fined in 2019?',
    'Who has been arrested in the Velden tunnel case?',
    'Which storms closed the airport of Kesten?',
  ])('gets no list of what does not answer: %s', async (question) => {
    expect((await desk.ask(question)).outcome).not.toMatch(/^(?:list|answer)$/);
  });

  it('leaves a question for one as it is', async () => {
    expect((await desk.ask('Was Jens Olsen convicted in the Orrby bridge case?')).outcome).toBe('answer');
  });
});
