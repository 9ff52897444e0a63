import { Command } from 'commander';
import { fingerprintDecision, readSureness } from '../answer/index.ts';
import { readConfig } from '../config.ts';
import { readCalibration } from '../corpus/index.ts';
import { createIndex } from '../search/index.ts';
import { measure } from './eval-figures.ts';
import { renderFigures } from './eval-report.ts';
import { EvalSetError, readEvalSet } from './eval-set.ts';
import { jsonLine } from './json-line.ts';
import { problemLine } from './problem-line.ts';
import type { Terminal } from './terminal.ts';

interface EvalOptions {
  readonly typos: boolean;
  readonly json: boolean;
}

/** `factdesk eval`: asks the questions of BEIR folders and prints how often the right quote is found. */
export function evalCommand(terminal: Terminal): Command {
  return new Command('eval')
    .description('Measure how often the right quote is found, on sets in the form of the BEIR benchmark.')
    .argument('<dir...>', 'folders with corpus.jsonl, queries.jsonl and qrels/test.tsv')
    .option('--typos', 'ask the questions of queries-typos.jsonl', false)
    .option('--json', 'print one line of JSON for each folder', false)
    .action(async (folders: readonly string[], { typos, json }: EvalOptions) => {
      const sureFrom = await readSureFrom(terminal);
      for (const folder of folders) {
        try {
          const set = await readEvalSet(folder, typos);
          const figures = measure(set, createIndex(set.passages), { clock, sureFrom });
          terminal.stdout.write(json ? jsonLine(figures) : renderFigures(figures));
        } catch (error) {
          if (!(error instanceof EvalSetError)) throw error;
          terminal.stderr.write(`${error.message}\n`);
          terminal.setExitCode(1);
        }
      }
    });
}

const clock = () => performance.now();

/** From when on the newsroom's bot is sure: sets are asked as it would answer them. A calibration is told. */
async function readSureFrom({ env, stderr }: Terminal): Promise<number> {
  const reading = await readCalibration(readConfig(env).facts);
  const { sureness, problem } = readSureness(reading, fingerprintDecision('word vectors'));
  if (problem) stderr.write(problemLine(problem));
  else if (reading) stderr.write(`Answers are sure from ${sureness.sureFrom}, by ${reading.file}.\n`);
  return sureness.sureFrom;
}
