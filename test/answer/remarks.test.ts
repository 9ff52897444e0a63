import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFilterSuggestions } from '../../src/answer/filter-suggestions.ts';
import { type FactDesk, openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createIndex } from '../../src/search/index.ts';
import { aFolder, anItem, lines, saying } from '../corpus/archive/a-folder.ts';

describe('the filters and phrases of a question', () => {
  let desk: FactDesk;
  beforeAll(async () => {
    const corpus = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [] });
    desk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
  });
  const remarks = async (question: string) => (await desk.ask(question)).remarks;

  it.each([
    [
      'mines topic:Ukraine after:2023 kind:quote',
      'Searched only: topic “Ukraine”, after 2023 (2023 itself is not searched), quotes.',
    ],
    [
      'mines speaker:"lloyd austn" before:2025-01',
      'Searched only: speaker “lloyd austn”, taken for “Lloyd Austin, United States Defense Secretary”, before 2025-01 (2025-01 itself is not searched).',
    ],
    ['mines kind:statement', 'Searched only: statements in desk wording.'],
    ['mines source:un-anti-personnel', 'Searched only: source “un-anti-personnel”.'],
  ])('are named in the reply: %s', async (question, remark) => {
    expect(await remarks(question)).toEqual([remark]);
  });

  it.each([
    ['"weapon of defence"', 'Searched only for the exact words “weapon of defence”.'],
    ['"weapon of defence" kind:quote', 'Searched only for the exact words “weapon of defence”.'],
    ['Who said mines are "a good idea"?', 'Looked first for the exact words “a good idea”.'],
    [
      'Who approved the "big boom" mines for Ukraine?',
      'Looked first for the exact words “big boom”. Nothing that is shown here holds them.',
    ],
  ])('tell what was done with quotation marks: %s', async (question, remark) => {
    expect((await remarks(question))[0]).toBe(remark);
  });

  it('ask for words where there are none', async () => {
    expect(await remarks('topic:Ukraine')).toEqual([
      'Searched only: topic “Ukraine”.',
      'Without words, a filter gives the newest within it. Add the words to look for.',
    ]);
  });

  it('that name nothing on file are told, with the names that are nearest', async () => {
    expect((await remarks('who won? topic:"ukrain war"')).at(-1)).toMatch(
      /^No topic on file is called “ukrain war”\. Nearest: “Ukraine”/,
    );
    const sources = (await remarks('who won? source:"monitro countries"')).at(-1);
    expect(sources).toMatch(/^No source on file is called “monitro countries”\. Nearest: /);
    expect(sources).toContain('“Countries Leave Mine Ban Treaty”');
  });

  it('that are like nothing on file are told, with the names that most facts have', async () => {
    const told = (await remarks('who won? speaker:putin')).at(-1);
    expect(told).toMatch(
      /^No speaker on file is called “putin”\. Most facts: “.+”, “United Nations”, “.+”\.$/,
    );
  });

  it('do not come up where there are none', async () => {
    expect(await remarks('How big is an anti-personnel mine?')).toEqual([]);
  });
});

describe('the filters of a question that is kept to some topics', () => {
  it('are told alike whether what they name stands beyond them or nowhere', async () => {
    const corpus = await loadCorpus({ sheets: 'facts', archive: [] });
    const desk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
    const remarks = async (filter: string) =>
      (await desk.ask(`who won? ${filter}`, { topics: ['Ukraine'] })).remarks.slice(1);
    const [whole] = await desk.ask('who won? topic:Finland').then((answer) => answer.remarks.slice(1));
    expect(whole).toBeUndefined();
    for (const topic of ['Finland', 'nowhere']) {
      const [told] = await remarks(`topic:${topic}`);
      expect(told).toMatch(new RegExp(`^No topic searched here is called “${topic}”\\.`));
    }
    expect(await remarks('topic:Ukraine')).toEqual([]);
  });
});

describe('the filters of a question to an archive', () => {
  const article = (n: number) =>
    saying(`Ferry ${n} was late, “as ever,” Vane said.`, {
      uri: `u:${n}`,
      headlines: [{ role: 'main', value: n === 7 ? 'Harbour of Norbeck closes' : `Ferry report ${n}` }],
      subjects: [{ name: 'Ferries' }],
    });
  const canceled = saying('Nothing.', {
    uri: 'u:gone',
    pubStatus: 'canceled',
    headlines: [{ role: 'main', value: 'Secret memorandum' }],
  });
  const ofArchive = async (files: Readonly<Record<string, string>>) => {
    const folder = aFolder(files);
    const corpus = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [folder] });
    const desk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
    const remarks = async (question: string) => (await desk.ask(question)).remarks.slice(1);
    return { folder, corpus, desk, remarks };
  };
  const articles = lines(...Array.from({ length: 500 }, (_, n) => article(n)), canceled);

  it('say nothing more where they name a source, topic or speaker, in part or with a slip', async () => {
    const { remarks } = await ofArchive({ 'a.jsonl': articles });
    const named = [
      'source:"Ferry report 499"',
      'source:norbe',
      'source:"norbeck post"',
      'speaker:Vane',
      'topic:ferry',
    ];
    for (const filter of [
      ...named,
      'source:"harbor of norbeck"',
      'topic:Ukraine',
      'source:un-anti-personnel',
    ]) {
      expect([filter, await remarks(`who won? ${filter}`)]).toEqual([filter, []]);
    }
  });

  it('that name nothing on file are told as plainly as without one, with the nearest names', async () => {
    const { remarks } = await ofArchive({ 'a.jsonl': articles });
    expect(await remarks('who won? source:"Harbours Norbek shut"')).toEqual([
      expect.stringMatching(
        /^No source on file is called “Harbours Norbek shut”\. Nearest: .*“Harbour of Norbeck closes”/,
      ),
    ]);
    expect(await remarks('who won? speaker:Nobdy')).toEqual([
      expect.stringMatching(/^No speaker on file is called “Nobdy”\. (?:Nearest|Most facts): “/),
    ]);
    expect(await remarks('who won? topic:"ferry ukrain war"')).toEqual([
      expect.stringMatching(/^No topic on file is called “ferry ukrain war”\. Nearest: .*“Ferries”/),
    ]);
  });

  it('never offer what was withdrawn, and know what came in since', async () => {
    const { folder, desk, remarks } = await ofArchive({ 'a.jsonl': articles });
    const [told] = await remarks('who won? source:"Secret memorandum"');
    expect(told).toMatch(/^No source on file is called “Secret memorandum”\./);
    expect(told?.replace('called “Secret', '')).not.toContain('Secret');
    const later = [
      saying('The quay is closed.', { uri: 'u:quay', headlines: [{ role: 'main', value: 'Quay of Halm' }] }),
      anItem({ uri: 'u:7', versionCreated: '2026-03-05T08:00:00Z', pubStatus: 'canceled' }),
    ];
    writeFileSync(join(folder, 'b.jsonl'), lines(...later));
    await desk.reload();
    expect(await remarks('who won? source:"quay of halm"')).toEqual([]);
    expect(await remarks('who won? source:"Harbour of Norbeck"')).toEqual([
      expect.stringMatching(/^No source on file is called/),
    ]);
    expect((await remarks('who won? source:"Harbour of Norbeck"')).join()).not.toContain('closes');
  });

  it('are looked up in a few milliseconds among 100,000 names', async () => {
    const list = (kind: string) =>
      Array.from({ length: 50_000 }, (_, n) => `${kind} number ${n} of the year`).join('\n');
    const names = createFilterSuggestions({
      facts: [],
      index: createIndex([]),
      names: { source: list('Report'), speaker: list('Speaker') },
      topics: [],
      narrowedTo: undefined,
    });
    names.instead('source', 'warm');
    names.instead('speaker', 'warm');
    // A machine that does other things makes single runs slow, never fast: the best of some is what it costs.
    const took = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(names.instead('source', 'report NUMBER 49999')).toBeUndefined();
      expect(names.instead('speaker', 'Nobdy')?.names).toHaveLength(3);
      return performance.now() - start;
    });
    // Some 10 ms on a machine that does nothing else; looking at each name would take a second.
    expect(Math.min(...took)).toBeLessThan(150);
  });
});
