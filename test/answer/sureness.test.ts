import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGET, fingerprintDecision, openFactDesk } from '../../src/answer/index.ts';
import {
  type Calibration,
  openCorpusReader,
  type Problem,
  writeCalibration,
} from '../../src/corpus/index.ts';
import { openIndexProvider } from '../../src/corpus-index/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { FARES_QUESTION, FERRY_FARES } from '../ferry-fares.ts';

const CALIBRATION: Calibration = {
  sureFrom: 0.99,
  target: 0.1,
  upperBound: 0.08,
  judged: 60,
  falselySure: 1,
  calibratedAt: '2026-11-20T09:00:00.000Z',
  decision: fingerprintDecision('word vectors'),
  facts: 1,
  verdicts: 0,
};

async function openDesk() {
  const sheets = await createFolder({
    'harbour.md': createSheet(FERRY_FARES, 'title: Harbour report\npublished: 2025-03'),
  });
  const problems: Problem[] = [];
  const { read } = openCorpusReader({ sheets, archive: [] });
  const desk = await openFactDesk({
    indexProvider: openIndexProvider(read),
    now: () => new Date('2026-11-22T12:00:00Z'),
    report: (problem) => problems.push(problem),
  });
  const outcome = async () => (await desk.ask(FARES_QUESTION)).outcome;
  return { sheets, desk, problems, outcome, file: join(sheets, 'calibration.yml') };
}

describe('a calibration beside the sheets', () => {
  it('decides from when on a quote is the answer, as soon as it is written and until it is deleted', async () => {
    const { sheets, desk, problems, outcome, file } = await openDesk();
    expect(await outcome()).toBe('answer');
    expect(await desk.sureness()).toMatchObject({ target: DEFAULT_TARGET, since: null });

    expect(await writeCalibration(sheets, CALIBRATION)).toBe(file);
    await desk.reload();
    expect(await outcome()).toBe('choices');
    expect(await desk.sureness()).toMatchObject({
      sureFrom: 0.99,
      target: 0.1,
      since: '2026-11-20T09:00:00.000Z',
    });

    await rm(file);
    await desk.reload();
    expect(await outcome()).toBe('answer');
    expect(problems).toEqual([]);
  });

  it('is not used where probabilities were worked out otherwise, which is told once', async () => {
    const { sheets, desk, problems, outcome, file } = await openDesk();
    await writeCalibration(sheets, { ...CALIBRATION, decision: fingerprintDecision('sentence encoder') });
    await desk.reload();
    await desk.reload();
    expect(await outcome()).toBe('answer');
    expect(problems).toEqual([
      {
        file,
        line: 1,
        what: expect.stringContaining('another version of factdesk or another encoder; it is not used'),
        mend: 'Run factdesk calibrate again',
      },
    ]);
  });

  it.each([
    ['a probability below even chances', /sure from: .*/, 'sure from: 0.2', '"sure from"'],
    ['a field that is missing', /target: .*\n/, '', '"target"'],
    ['a field that nobody knows', /target: /, 'goal: 0.1\ntarget: ', 'goal'],
    ['no YAML', /^/, '[', 'is not YAML'],
    ['nothing', /.*/s, '', 'cannot be used'],
    ['lists within lists', /.*/s, '['.repeat(20_000), ''],
  ])('that holds %s is told clearly, and the default stays', async (_, written, instead, told) => {
    const { sheets, desk, problems, outcome, file } = await openDesk();
    await writeCalibration(sheets, CALIBRATION);
    await writeFile(file, (await readFile(file, 'utf8')).replace(written, instead));
    await desk.reload();
    expect(await outcome()).toBe('answer');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file, mend: 'Run factdesk calibrate, or delete the file' });
    expect(problems[0]?.what).toContain(told);
    expect(problems[0]?.what).toMatch(/^the calibration .*; it is not used/);
  });
});
