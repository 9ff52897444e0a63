import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { DEFAULT_TARGET } from '../answer/index.ts';
import {
  type CalibrationReport,
  drawReliability,
  measureCalibration,
  toCalibration,
} from '../calibration/index.ts';
import { type Config, readConfig } from '../config.ts';
import { loadCorpus, type Problem, writeCalibration } from '../corpus/index.ts';
import { archiveIndexFile } from '../corpus-index/index.ts';
import type { Verdict } from '../ledger/index.ts';
import { archiveOption } from './archive-option.ts';
import { CommandError } from './command-error.ts';
import { jsonLine } from './json-line.ts';
import { openExistingLedger } from './open-configured-ledger.ts';
import { openMeaning } from './open-meaning.ts';
import { problemLine } from './problem-line.ts';
import { calibrationWarnings, renderCalibration } from './render-calibration.ts';
import type { Terminal } from './terminal.ts';

interface CalibrateOptions {
  readonly target: number;
  readonly json: boolean;
  readonly picture?: string;
  readonly dryRun: boolean;
  readonly facts?: string;
  readonly archive?: readonly string[];
}

const EXPLAINED = `
What it does:
  Asks every "asked as" line of the facts with that line left out, and near misses made from the lines: one
  part (a person, organisation, place, country, year, number or role) is replaced by another of the corpus, so
  that nothing on file answers. What people said of replies (Not right, Helpful, This one) is taken from the
  ledger. It then chooses the loosest threshold at which, with 95 % certainty, no more than the target of the
  questions to which a sure answer is false get one, and writes it to calibration.yml beside the sheets. The
  running bot takes it up by itself, and so do ask, check and eval.

Examples:
  factdesk calibrate --dry-run                       look, and change nothing
  factdesk calibrate --target 0.02                   at most 2 false ones in 100
  factdesk calibrate --picture reliability.svg       also draw what is claimed against what is right

Run it again when facts or verdicts have come in, and after every update of factdesk: it tells when.
Exit codes: 0 a threshold was chosen, 1 none keeps to the target, 2 an option or a setting is wrong.`;

/** `factdesk calibrate`: chooses on a newsroom's own corpus from when on an answer is called sure. */
export function calibrateCommand(terminal: Terminal): Command {
  return new Command('calibrate')
    .description('Choose on your own facts how sure the bot must be before it calls a quote the answer.')
    .option('--target <share>', 'largest share of false sure answers, 0 to 1', readTarget, DEFAULT_TARGET)
    .option('--json', 'print one line of JSON', false)
    .option('--picture <file>', 'draw claimed against right, as SVG')
    .option('--dry-run', 'measure only: write no threshold', false)
    .option('--facts <folder>', 'folder of the fact sheets')
    .addOption(archiveOption())
    .addHelpText('after', EXPLAINED)
    .action((options: CalibrateOptions) => calibrate(options, terminal));
}

function readTarget(text: string): number {
  const target = Number(text);
  if (text.trim() !== '' && target > 0 && target < 1) return target;
  throw new InvalidArgumentError('It is a share between 0 and 1, such as 0.05 for five in a hundred.');
}

async function calibrate(options: CalibrateOptions, terminal: Terminal): Promise<void> {
  const { stdout, stderr, now, setExitCode } = terminal;
  const config = { ...readConfig(terminal.env), ...options };
  const report = await measure(config, options.target, terminal);
  const calibration = toCalibration(report, now());
  if (options.picture !== undefined) {
    const { sureFrom } = report.chosen ?? report.byDefault;
    await write(options.picture, (file) => writeFile(file, drawReliability({ ...report, sureFrom })));
  }
  const written =
    calibration === undefined || options.dryRun
      ? null
      : await write(config.facts, (folder) => writeCalibration(folder, calibration));
  const warnings = calibrationWarnings(report);
  if (options.json) stdout.write(jsonLine({ ...report, warnings, written }));
  else {
    stdout.write(renderCalibration(report, { written, picture: options.picture }));
    stderr.write(warnings.map((warning) => `Warning: ${warning}\n`).join(''));
  }
  if (calibration === undefined) setExitCode(1);
}

async function write<Result>(place: string, act: (place: string) => Promise<Result>): Promise<Result> {
  try {
    return await act(place);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(`Nothing could be written to ${place}: ${reason}. Check its rights.`, { cause });
  }
}

async function measure(config: Config, target: number, terminal: Terminal): Promise<CalibrationReport> {
  const { facts, archive, data, encoder } = config;
  const corpus = await loadCorpus({ sheets: facts, archive });
  const verdicts = await readVerdicts(terminal);
  const tell = (reason: string) => terminal.stderr.write(`${reason}\n`);
  const meaning = await openMeaning({ encoder, data }, tell);
  try {
    const { vectors, encodeQuestion } = meaning;
    const indexFile = archive.length > 0 ? archiveIndexFile({ data, archive }) : undefined;
    const { now } = terminal;
    return await measureCalibration({
      ...{ corpus, target, verdicts, now, encodeQuestion },
      indexing: { indexFile, readOnly: true, vectors },
      similarity: encoder === 'off' ? encoder : undefined,
      report: (problem: Problem) => tell(problemLine(problem).trimEnd()),
      onAsked: progress(terminal),
    });
  } finally {
    if (terminal.stderr.isTTY) terminal.stderr.writeStyled(`\r${' '.repeat(PROGRESS_WIDTH)}\r`);
    await meaning.close();
  }
}

async function readVerdicts(terminal: Terminal): Promise<readonly Verdict[]> {
  const ledger = await openExistingLedger(terminal);
  if (ledger === undefined) return [];
  try {
    return await ledger.verdicts();
  } finally {
    await ledger.close();
  }
}

/** A person wants to see it move. */
const SHOWN_EVERY = 50;
const PROGRESS_WIDTH = 40;

function progress({ stderr }: Terminal): ((asked: number) => void) | undefined {
  if (!stderr.isTTY) return undefined;
  return (asked) => {
    if (asked % SHOWN_EVERY === 0) stderr.writeStyled(`\r${asked} questions asked `);
  };
}
