import { describe, expect, it } from 'vitest';
import { openFactDesk, tellMismatches } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const sections = `## storm-killed
> The storm of May killed 12 people in Exampleton.

- kind: statement
- as of: 2024-05
- asked as: How many people did the storm kill in Exampleton?

## storm-wounded
> The storm of May wounded 300 people in Exampleton.

- kind: statement
- as of: 2024-05
- asked as: How many people did the storm wound in Exampleton?

## flood-2023
> The flood of 2023 killed 5 people in Exampleton.

- kind: statement
- as of: 2023-05
- asked as: How many people did the flood kill in 2023?

## flood-2024
> The flood of 2024 killed 7 people in Exampleton.

- kind: statement
- as of: 2024-05
- asked as: How many people did the flood kill in 2024?

## pier-opened
> The pier of Exampleton opened in June 2024.

- kind: statement
- as of: 2024-06
- asked as: When did the pier of Exampleton open?

## finland-and-poland
> Finland and Poland announced in 2025 that they leave the treaty on land mines.

- kind: statement
- as of: 2025
`;

async function openDesk() {
  const folder = await createFolder({ 'storm.md': createSheet(sections) });
  const corpus = await loadCorpus({ sheets: folder, archive: [] });
  return openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
}
async function openProjectDesk() {
  const corpus = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [] });
  return openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
}
const earlier = 'How many people did the storm kill in Exampleton?';

describe('a follow-up', () => {
  it('is searched together with the question before it, and says so', async () => {
    const desk = await openDesk();
    const answer = await desk.ask('and how many wounded?', { earlier });
    expect(answer.quotes.map(({ factId }) => factId)).toContain('storm-wounded');
    expect(answer.understoodAs).toBe(`and how many wounded? (after: ${earlier})`);
  });

  it.each(['when was that?', 'source?', 'who said so?'])(
    '%j is about the answer before it',
    async (question) => {
      const answer = await (await openDesk()).ask(question, { earlier });
      expect(answer.quotes[0]?.factId).toBe('storm-killed');
    },
  );

  it.each([
    ['when did finland leave the ottawa treaty', 'why?', 'finland-reason-for-leaving-mine-ban'],
    [
      'where did Austin speak about the mines',
      'did he say why?',
      'russian-foot-soldiers-prompted-mine-decision',
    ],
    ['did HALO clear mines in Ukraine', 'and how many?', 'halo-cleared-19000-munitions-in-ukraine'],
  ])('to %j that only asks %j asks for more than was answered', async (before, question, factId) => {
    const desk = await openProjectDesk();
    const given = (await desk.ask(before)).quotes[0]?.factId;
    const quotes = (await desk.ask(question, { earlier: before })).quotes.map((quote) => quote.factId);
    expect(quotes.slice(0, 2)).toContain(factId);
    expect(quotes[0] === given).toBe(given === factId);
  });

  it.each([
    ['Who approved the mines for Ukraine?', 'where?', 'us-approves-anti-personnel-mines-for-ukraine'],
    [
      'How much aid did the US announce on 20 November 2024?',
      'what for?',
      'us-aid-package-275-million-november-2024',
    ],
  ])(
    'to %j that asks %j is not sure of the earlier answer, which tells nothing of it',
    async (before, question, factId) => {
      const desk = await openProjectDesk();
      expect((await desk.ask(before)).quotes[0]?.factId).toBe(factId);
      const answer = await desk.ask(question, { earlier: before });
      expect(answer.outcome).not.toBe('answer');
      expect(answer.quotes.map((quote) => quote.factId)).not.toContain(factId);
    },
  );

  it('that asks for more does not get the earlier answer once more', async () => {
    const desk = await openProjectDesk();
    const before = 'who approved the mines for Ukraine?';
    const repeated = (await desk.ask(before)).quotes.map(({ factId }) => factId);
    const answer = await desk.ask('how many?', { earlier: before });
    expect(repeated).toContain('us-approves-anti-personnel-mines-for-ukraine');
    expect(answer).toMatchObject({ question: 'how many?', understoodAs: `how many? (after: ${before})` });
    const why = await desk.ask('why?', { earlier: before });
    for (const { outcome, quotes } of [answer, why]) {
      expect(outcome).not.toBe('answer');
      expect(quotes.filter(({ factId }) => repeated.includes(factId))).toEqual([]);
    }
  });

  it('with enough content of its own is taken on its own', async () => {
    const answer = await (await openDesk()).ask('When did the pier of Exampleton open?', { earlier });
    expect(answer.quotes[0]?.factId).toBe('pier-opened');
    expect(answer.understoodAs).toBeUndefined();
  });

  it('that nothing answers together with the question before it is taken alone, and says so', async () => {
    const desk = await openProjectDesk();
    const before = 'How many children were among civilian casualties of mines in 2022?';
    const answer = await desk.ask('and in Ukraine?', { earlier: before });
    expect(answer.understoodAs).toBe(
      `and in Ukraine? (on its own: nothing on file answers it after: ${before})`,
    );
    expect(answer.outcome).not.toBe('answer');
  });

  it('that names another year asks for that year', async () => {
    const answer = await (await openDesk()).ask('and in 2023?', {
      earlier: 'How many people did the flood kill in 2024?',
    });
    expect(answer.quotes[0]?.factId).toBe('flood-2023');
  });

  const onEstonia = 'When did Estonia leave the treaty on land mines?';
  const onFinland = 'When did Finland leave the treaty on land mines?';

  it('is told what of its own words does not fit, and nothing of what was asked before', async () => {
    const desk = await openDesk();
    const told = async (question: string, before: string) =>
      (await desk.ask(question, { earlier: before })).quotes.map(tellMismatches);
    expect((await desk.ask(onEstonia)).quotes.map(tellMismatches)).toEqual([
      'Speaks of Finland; you asked for Estonia.',
    ]);
    expect(await told('and Poland?', onEstonia)).toEqual([null]);
    expect(await told('and Poland and Sweden?', onFinland)).toEqual(['Does not name Sweden.']);
    expect(await told('and Poland in 2021?', onFinland)).toEqual(['Of 2025; you asked for 2021.']);
  });

  it('that asks for somebody is told no lack of the measure that was asked for before', async () => {
    const desk = await openProjectDesk();
    const answer = await desk.ask('who approved them?', { earlier: 'how big is an anti-personnel mine?' });
    expect(answer.quotes.length).toBeGreaterThan(0);
    expect(answer.quotes.map(tellMismatches).join(' ')).not.toContain('a measure');
  });
});
