import { Command, Option } from 'commander';
import { warnOfQuestions } from '../answer/index.ts';
import { readConfig } from '../config.ts';
import { factsInUse, inspectCorpus, warnOfSheets } from '../corpus/index.ts';
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
      const sheets = folder ?? readConfig(terminal.env).facts;
      const { corpus, problems } = await inspectCorpus({ sheets, archive: [] });
      const facts = factsInUse(corpus.facts);
      const today = terminal.now().toISOString().slice(0, 10);
      const warnings = [...warnOfSheets(facts, today), ...warnOfQuestions(facts)];
      const counts = { facts: corpus.facts.length, sheets: corpus.sheets };
      const { stdout, stderr } = renderCheck({ ...counts, problems, warnings }, format);
      terminal.stderr.write(stderr);
      terminal.stdout.write(stdout);
      if (problems.length > 0) terminal.setExitCode(1);
    });
}
