import { Command } from 'commander';
import { amount } from '../amount.ts';
import { readConfig } from '../config.ts';
import type { Problem } from '../corpus/index.ts';
import { archiveIndexFile, buildArchiveIndex, keepArchiveIndex } from '../corpus-index/index.ts';
import { archiveOption } from './archive-option.ts';
import { CommandError } from './command-error.ts';
import { problemLine } from './problem-line.ts';
import { restrictDataFolder } from './restrict-data-folder.ts';
import type { Terminal } from './terminal.ts';

/** `factdesk index`: builds the index of the archive, so that the bot starts at once. */
export function indexCommand(terminal: Terminal): Command {
  return new Command('index')
    .description('Build the index of the archive anew. The bot does so itself when it needs one.')
    .addOption(archiveOption())
    .action(async (options: { readonly archive?: readonly string[] }) => {
      const { archive, data } = { ...readConfig(terminal.env), ...options };
      if (archive.length === 0) {
        throw new CommandError('There is no archive. Set FACTDESK_ARCHIVE, or name a folder with --archive.');
      }
      const start = performance.now();
      await restrictDataFolder(data);
      const file = archiveIndexFile({ data, archive });
      const report = (problem: Problem) => terminal.stderr.write(problemLine(problem));
      const index = await buildArchiveIndex(archive, { now: terminal.now(), report });
      await keepArchiveIndex(file, index).catch((cause: unknown) => {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new CommandError(`${file} cannot be written: ${why}. Make room for it there.`, { cause });
      });
      const passages = amount(index.columns.passages.commonOf.length, 'passage');
      const articles = amount(index.covers.size, 'article');
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      terminal.stdout.write(`${passages} of ${articles} in ${seconds} s, kept in ${file}\n`);
    });
}
