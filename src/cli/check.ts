import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { type Corpus, CorpusError, inspectCorpus } from '../corpus/index.ts';
import type { Terminal } from './terminal.ts';

/** `factdesk check`: tells every problem of every sheet, or how much is on file. */
export function checkCommand(terminal: Terminal): Command {
  return new Command('check')
    .description('Check the fact sheets and tell all problems at once.')
    .argument('[folder]', 'folder of the fact sheets')
    .action(async (folder: string | undefined) => {
      const { facts, channels } = readConfig(terminal.env);
      const { corpus, problems } = await inspectCorpus({ sheets: folder ?? facts, archive: [] });
      if (problems.length > 0) throw new CorpusError(problems);
      if (channels !== undefined) await checkChannels(channels, corpus, terminal);
      terminal.stdout.write(`${corpus.facts.length} facts in ${corpus.sheets} sheets, no problems.\n`);
    });
}

/** Bolt takes a while to load, and comes with the settings. */
async function checkChannels(file: string, { facts }: Corpus, { stderr }: Terminal): Promise<void> {
  const { loadChannelSettings } = await import('./load-channel-settings.ts');
  const { tellUnknownTopics } = await import('../slack/index.ts');
  const known = [...new Set(facts.flatMap(({ topics }) => topics))].sort();
  const warnings = tellUnknownTopics(await loadChannelSettings(file), known);
  for (const warning of warnings) stderr.write(`${warning}\n`);
}
