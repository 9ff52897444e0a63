import { Command, Option } from 'commander';
import { warnOfQuestions } from '../answer/index.ts';
import { readConfig } from '../config.ts';
import { type Fact, factsInUse, inspectCorpus, type Warning, warnOfSheets } from '../corpus/index.ts';
import { checkCalibration } from './check-calibration.ts';
import { CHECK_FORMATS, type CheckFormat, renderCheck } from './render-check.ts';
import type { Terminal } from './terminal.ts';

/** `factdesk check`: tells every problem of every sheet, what the desk should look at, and how much is on file. */
export function checkCommand(terminal: Terminal): Command {
  return new Command('check')
    .description('Check the fact sheets: tell all problems, and warn of what the desk should look at.')
    .argument('[folder]', 'folder of the fact sheets')
    .addOption(
      new Option('--format <name>', 'for people, for programs, or for GitHub Actions')
        .choices(CHECK_FORMATS)
        .default('text'),
    )
    .action(async (folder: string | undefined, { format }: { readonly format: CheckFormat }) => {
      const { facts: configured, channels, encoder } = readConfig(terminal.env);
      const sheets = folder ?? configured;
      const { corpus, problems: inSheets } = await inspectCorpus({ sheets, archive: [] });
      const facts = factsInUse(corpus.facts);
      const today = terminal.now().toISOString().slice(0, 10);
      const calibrated = checkCalibration(corpus, encoder);
      const warnings = [
        ...warnOfSheets(facts, today),
        ...warnOfQuestions(facts, calibrated.sureFrom),
        ...calibrated.warnings,
        ...(channels === undefined ? [] : await warnOfChannels(channels, facts)),
      ];
      const problems = [...inSheets, ...calibrated.problems];
      const counts = { facts: corpus.facts.length, sheets: corpus.sheets };
      const { stdout, stderr } = renderCheck({ ...counts, problems, warnings }, format);
      terminal.stderr.write(stderr);
      terminal.stdout.write(stdout);
      if (problems.length > 0) terminal.setExitCode(1);
    });
}

/** Bolt takes a while to load, and comes with the settings. */
async function warnOfChannels(file: string, facts: readonly Fact[]): Promise<readonly Warning[]> {
  const { loadChannelSettings } = await import('./load-channel-settings.ts');
  const { unknownTopics } = await import('../slack/index.ts');
  const known = [...new Set(facts.flatMap(({ topics }) => topics))].sort();
  const mend = `Use one of ${known.join(', ')}`;
  return unknownTopics(await loadChannelSettings(file), known).map((topic) => {
    const what = `the settings name the topic "${topic}", which no fact has`;
    return { kind: 'settings', file, what, mend };
  });
}
