import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFactDesk, tellNothingFound } from '../../src/answer/index.ts';
import { openCorpusReader } from '../../src/corpus/index.ts';
import { openIndexProvider } from '../../src/corpus-index/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const section = (id: string, words: string, fields = '') =>
  `## ${id}\n> ${words}\n\n- kind: statement\n- as of: 2024-05\n${fields}\n`;
const PIER = 'The pier of Exampleton opened in June 2024.';
const TOLL = 'The bridge toll of Exampleton is 4 dollars.';
const QUESTION = 'When did the pier of Exampleton open?';

/** A desk that follows its sheets: `save` writes one and has it read. */
async function openDesk(before: Record<string, string>) {
  const sheets = await createFolder(before);
  const { read } = openCorpusReader({ sheets, archive: [] });
  let now = new Date('2026-01-01T00:00:00Z');
  const desk = await openFactDesk({ indexProvider: openIndexProvider(read), now: () => now });
  const save = async (file: string, text: string) => {
    await writeFile(join(sheets, file), text);
    await desk.reload();
  };
  const told = async (question: string, topics?: readonly string[]) => {
    const answer = await desk.ask(question, topics && { topics });
    if (answer.outcome !== 'none') return `${answer.outcome}: ${answer.remarks.join(' ')}`;
    const { lead, details } = tellNothingFound(answer);
    return [lead, ...details].join(' ');
  };
  return { desk, save, told, pass: (moment: string) => (now = new Date(moment)) };
}

const both = (pier: string) => createSheet(pier + section('toll', TOLL));

describe('a fact that a broken save withholds', () => {
  it('is said to be being changed to whoever asks what it answers, and nothing of it is shown', async () => {
    const { desk, save, told } = await openDesk({ 'a.md': both(section('pier', PIER)) });
    expect(await told(QUESTION)).toBe('answer: ');
    await save('a.md', both(section('pier', PIER, '- statsu: withdrawn')));
    expect(await told(QUESTION)).toMatch(
      /^The desk is changing a fact that may answer this\..* Ask again in a few/,
    );
    expect(JSON.stringify(await desk.ask(QUESTION))).not.toContain('June 2024');
    expect(await desk.standing({ factIds: ['pier'], question: null })).toMatchObject({
      facts: [{ kind: 'being-changed' }],
    });
    expect(await told('Which volcano erupted in Iceland yesterday?')).toMatch(
      /^Nothing on file answers this\./,
    );
    await save('a.md', both(section('pier', PIER)));
    expect(await told(QUESTION)).toBe('answer: ');
  });

  it.each([
    ['was withdrawn before', section('pier', PIER, '- status: withdrawn')],
    ['was under embargo before', section('pier', PIER, '- embargo until: 2026-06-01T00:00:00Z')],
  ])('leaves no trace where it %s', async (_before, pier) => {
    const { desk, save, told, pass } = await openDesk({ 'a.md': both(pier) });
    const before = await told(QUESTION);
    expect(before).toMatch(/^Nothing on file answers this\./);
    await save('a.md', both(section('pier', PIER, '- statsu: published')));
    expect(await told(QUESTION)).toBe(before);
    pass('2026-07-01T00:00:00Z');
    expect(await told(QUESTION)).toBe(before);
    expect(await desk.standing({ factIds: ['pier'], question: null })).toMatchObject({
      facts: [{ kind: 'gone' }],
    });
  });

  it('leaves no trace once the broken save itself can be read to withdraw it or to put it under embargo', async () => {
    const { save, told } = await openDesk({ 'a.md': both(section('pier', PIER)) });
    for (const field of ['- status: withdrawn', '- embargo until: 2026-06-01T00:00:00Z']) {
      await save('a.md', `${both(section('pier', PIER, field))}## broken\n> x\n`);
      expect(await told(QUESTION)).toMatch(/^Nothing on file answers this\./);
    }
  });
});

describe('a question where only some topics are searched', () => {
  it('is never told that nothing is on file', async () => {
    const head = 'title: Harbour\npublisher: Desk\npublished: 2024\ntopics: [harbour, tolls]';
    const { told } = await openDesk({ 'a.md': createSheet(section('pier', PIER), head) });
    expect(await told(QUESTION, ['bridges', 'roads'])).toMatch(
      /^Nothing on bridges and roads answers this\. .*Only facts on bridges and roads are searched here\./,
    );
  });
});

describe('a topic that is named', () => {
  const head = 'title: Harbour\npublisher: Desk\npublished: 2024\ntopics: [harbour works]';

  it.each([
    'harbour works?',
    'Harbourworks',
    'anything new on harbor work',
    'what do you have on harbuor works?',
  ])('offers its newest facts: %j', async (question) => {
    const asked = '- asked as: When did the pier of Exampleton open?\n';
    const { desk } = await openDesk({ 'a.md': createSheet(section('pier', PIER, asked), head) });
    const { onTopic } = await desk.ask(question);
    expect(onTopic).toMatchObject({ topic: 'harbour works', facts: 1 });
    expect(onTopic?.newest).toMatchObject([{ quote: { factId: 'pier' }, answers: QUESTION }]);
  });

  it.each(['who runs the harbour works?', 'harbour', 'topic:harbour', 'Which works?'])(
    'is not named by %j',
    async (question) => {
      const { desk } = await openDesk({ 'a.md': createSheet(section('pier', PIER), head) });
      expect((await desk.ask(question)).onTopic).toBeUndefined();
    },
  );
});
