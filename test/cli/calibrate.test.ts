import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { factVersion, openLedger } from '../../src/ledger/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { run } from './run.ts';

const COUNTRIES = [
  'Norway',
  'France',
  'Kenya',
  'Peru',
  'Japan',
  'Canada',
  'Ghana',
  'Chile',
  'Spain',
  'India',
];
const MATTERS = [
  ['storm', 'flooded', 'cellars', 'How many cellars did the storm flood in'],
  ['budget', 'paid for', 'schools', 'How many schools did the budget pay for in'],
  ['strike', 'stopped', 'trains', 'How many trains did the strike stop in'],
  ['drought', 'dried up', 'wells', 'How many wells did the drought dry up in'],
] as const;

/** Twice as many matters as are told of each country: of the others nothing is on file. */
const SHEET = createSheet(
  COUNTRIES.flatMap((country, at) =>
    MATTERS.filter((_, nth) => (nth + at) % 2 === 0).map(
      ([cause, did, what, question], nth) =>
        `## ${cause}-${country.toLowerCase()}\n> The ${cause} ${did} ${100 + 7 * at + nth} ${what} in ${country}.\n\n` +
        `- kind: statement\n- asked as: ${question} ${country}?\n- asked as: ${cause} ${country} ${what}\n` +
        `- asked as: What did the ${cause} do to ${what} of ${country}?\n`,
    ),
  ).join('\n'),
  'title: World in figures\npublisher: Example Wire\npublished: 2026-03',
);

async function open() {
  const sheets = await createFolder({ 'figures.md': SHEET });
  const data = await createFolder({});
  const calibrate = (...words: readonly string[]) =>
    run(['calibrate', ...words], { env: { FACTDESK_FACTS: sheets, FACTDESK_DATA: data } });
  return { sheets, data, calibrate, file: join(sheets, 'calibration.yml') };
}

describe('factdesk calibrate', () => {
  it('chooses a threshold, shows claims against what is right, and writes it beside the sheets', async () => {
    const { calibrate, file, sheets } = await open();
    const { stdout, stderr, exitCode } = await calibrate('--target', '0.3');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('20 facts. Asked: 60 "asked as" lines, each left out in its turn; ');
    expect(stdout).toMatch(/claimed {5}questions {2}mean claimed {4}right\n0\.0 to 0\.1 /);
    expect(stdout).toMatch(/Chosen: sure from 0\.\d\d\. Of \d+ questions to which a sure answer is false, /);
    expect(stdout).toContain(`Written to ${file}.`);
    expect(stdout).toContain('Run factdesk calibrate again when 4 facts or 60 verdicts have come in');
    expect(stderr).toContain('0 verdicts of people in the ledger');
    const chosen = /sure from (0\.\d\d)/.exec(stdout)?.[1];
    expect(await readFile(file, 'utf8')).toContain(`\nsure from: ${Number(chosen)}\n`);

    const asked = await run(['ask', '--json', '--explain', '--facts', sheets, 'storm Norway'], {});
    expect(JSON.parse(asked.stdout).explanation.thresholds.answer).toBe(Number(chosen));
    const checked = await run(['check', sheets]);
    expect(checked.exitCode).toBe(0);
    expect(checked.stderr).not.toContain('calibrat');
  });

  it('writes nothing in a dry run, and draws the picture all the same', async () => {
    const { calibrate, file, data } = await open();
    const picture = join(data, 'reliability.svg');
    const { stdout, exitCode } = await calibrate('--target', '0.3', '--dry-run', '--picture', picture);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Nothing was written (--dry-run).');
    expect(stdout).toContain(`The picture is in ${picture}.`);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
    const svg = await readFile(picture, 'utf8');
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
    expect(svg).toContain('<title id="title">How sure factdesk claims to be');
    expect(svg).toMatch(/<desc id="desc">Sure from \d+ %\. By bands of ten per cent: \d+ % claimed, /);
    expect(svg).toContain('prefers-color-scheme: dark');
  });

  it('writes nothing where no threshold keeps to the target, says why, and ends with 1', async () => {
    const { calibrate, file } = await open();
    const { stdout, stderr, exitCode } = await calibrate('--target', '0.001');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('No threshold keeps to the target of 0.1 %. To show that, 2995 questions');
    expect(stdout).toContain('Nothing was written; answers are sure as before.');
    expect(stderr).toContain('fewer than 60 are too few to rely on');
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('gives the same as JSON', async () => {
    const { calibrate, file } = await open();
    const report = JSON.parse((await calibrate('--target', '0.3', '--json')).stdout);
    expect(report).toMatchObject({ target: 0.3, facts: 20, verdicts: 0, written: file, asked: { line: 60 } });
    expect(report.chosen.upperBound).toBeLessThanOrEqual(0.3);
    expect(report.bands).toHaveLength(10);
    const counted = report.bands.reduce(
      (sum: number, { questions }: { questions: number }) => sum + questions,
      0,
    );
    expect(counted).toBeLessThanOrEqual(report.asked.line + report.asked['near-miss']);
  });

  it.each(['0', '1', '5', 'few', ''])('takes no target of "%s"', async (target) => {
    const { calibrate } = await open();
    const { stderr, exitCode } = await calibrate('--target', target);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('It is a share between 0 and 1, such as 0.05');
  });

  it('counts what people judged, and names no question of theirs', async () => {
    const { calibrate, sheets, data } = await open();
    const now = () => new Date('2026-11-22T12:00:00Z');
    const desk = await openFactDesk({ corpus: await loadCorpus({ sheets, archive: [] }), now });
    const ledger = await openLedger({ directory: data, now });
    const question = 'secret question: cellars flooded in Norway by the storm?';
    const { quotes } = await desk.ask(question);
    const [quote] = quotes;
    if (!quote) throw new Error('Nothing was found.');
    const asked = { askedBy: 'UADA', team: 'T1', channel: 'C1', thread: null, surface: 'command' } as const;
    const { questionId } = await ledger.acceptQuestion({
      ...{ ...asked, eventKey: 'one', words: question, isPrivate: true, replyAddress: null },
    });
    const quoted = [{ ...factVersion(quote), confidence: quote.confidence }];
    await ledger.recordAnswer(questionId, { outcome: 'answer', quoted, decision: desk.decision });
    const report = { eventKey: 'two', questionId, fact: factVersion(quote), givenBy: 'UADA' };
    await ledger.recordReport({ ...report, reason: 'wrong-fact', line: null });
    await ledger.close();
    const { stdout, stderr } = await calibrate('--target', '0.3', '--dry-run');
    expect(stdout).toContain('1 question that people judged.');
    expect(stderr).toContain('1 verdict of people in the ledger');
    expect(stdout + stderr).not.toContain('secret');
  });

  it('makes no ledger where the bot never ran', async () => {
    const { calibrate, data } = await open();
    await calibrate('--dry-run');
    await expect(readFile(join(data, 'ledger.sqlite'))).rejects.toThrow('ENOENT');
  });

  it('explains itself', async () => {
    const { stdout, exitCode } = await run(['calibrate', '--help']);
    expect(exitCode).toBe(0);
    for (const words of ['--target <share>', '--picture <file>', '--dry-run', 'What it does:', 'Examples:'])
      expect(stdout).toContain(words);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });
});

describe('factdesk check of a calibration', () => {
  it('warns when the facts have become others, or the calibration is of another factdesk', async () => {
    const { calibrate, sheets, file } = await open();
    await calibrate('--target', '0.3');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('facts: 20', 'facts: 10'));
    const grown = await run(['check', sheets]);
    expect(grown.exitCode).toBe(0);
    expect(grown.stderr).toContain('the calibration was measured on 10 facts, and 20 are on file now');
    await writeFile(file, text.replace(/decision: .*/, 'decision: other'));
    expect((await run(['check', sheets])).stderr).toContain('measured with another version of factdesk');
  });

  it('tells a broken one as a problem, and asking goes on', async () => {
    const { sheets, file } = await open();
    await writeFile(file, 'sure from: often\n');
    const checked = await run(['check', sheets]);
    expect(checked.exitCode).toBe(1);
    expect(checked.stderr).toContain(`${file}:1: the calibration cannot be used: "sure from"`);
    const asked = await run(['ask', '--facts', sheets, 'How many cellars did the storm flood in Norway?']);
    expect(asked.exitCode).toBe(0);
    expect(asked.stdout).toContain('The storm flooded');
    expect(asked.stderr).toContain('it is not used');
    await rm(file);
    expect((await run(['check', sheets])).exitCode).toBe(0);
  });
});
