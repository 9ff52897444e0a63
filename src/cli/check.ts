import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { CorpusError, inspectCorpus } from '../corpus/index.ts';
import type { Terminal } from './terminal.ts';

/** `factdesk check`: tells every problem of every sheet, or how much is on file. */
export function checkCommand(terminal: Terminal): Command {
  return new Command('check')
    .description('Check the fact sheets and tell all problems at once.')
    .argument('[folder]', 'folder of the fact sheets')
    .action(async (folder: string | undefined) => {
      const { facts } = readConfig(terminal.env);
      const { corpus, problems } = await inspectCorpus({ sheets: folder ?? facts, archive: [] });
      if (problems.length > 0) throw new CorpusError(problems);
      terminal.stdout.write(`${corpus.facts.length} facts in ${corpus.sheets} sheets, no problems.\n`);
    });
}
