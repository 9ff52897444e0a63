import { beforeAll, describe, expect, it } from 'vitest';
import { type FactDesk, openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';

describe('the filters of a question', () => {
  let desk: FactDesk;
  beforeAll(async () => {
    const corpus = await loadCorpus({ sheets: 'facts', archive: [] });
    desk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
  });
  const remarks = async (question: string) => (await desk.ask(question)).remarks;

  it.each([
    ['mines topic:Ukraine after:2023 kind:quote', 'Searched only: topic “Ukraine”, after 2023, quotes.'],
    ['mines speaker:"lloyd austn" before:2025-01', 'Searched only: speaker “lloyd austn”, before 2025-01.'],
    ['mines kind:statement', 'Searched only: statements in desk wording.'],
    ['mines source:un-anti-personnel', 'Searched only: source “un-anti-personnel”.'],
  ])('are named in the reply: %s', async (question, remark) => {
    expect(await remarks(question)).toEqual([remark]);
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
