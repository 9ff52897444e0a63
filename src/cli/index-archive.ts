import { Command, InvalidArgumentError } from 'commander';
import { amount } from '../amount.ts';
import { readConfig } from '../config.ts';
import type { Problem } from '../corpus/index.ts';
import { archiveIndexFile, buildArchiveIndex, keepArchiveIndex } from '../corpus-index/index.ts';
import { archiveOption } from './archive-option.ts';
import { CommandError } from './command-error.ts';
import { problemLine } from './problem-line.ts';
import { restrictDataFolder } from './restrict-data-folder.ts';
import type { Terminal } from './terminal.ts';

interface IndexOptions {
  readonly archive?: readonly string[];
  readonly to?: string | true;
  readonly shards: number;
  readonly replicas: number;
}

/** `factdesk index`: builds the index of the archive, so that the bot starts at once; or fills a search cluster. */
export function indexCommand(terminal: Terminal): Command {
  return new Command('index')
    .description('Build the index of the archive anew. The bot does so itself when it needs one.')
    .addOption(archiveOption())
    .option('--to [url]', 'fill a search cluster instead: at this address, or at FACTDESK_SEARCH_URL')
    .option('--shards <number>', 'parts of an index that is made there', readCount, 3)
    .option('--replicas <number>', 'further copies of each part', readCount, 1)
    .action(async (options: IndexOptions) => {
      const config = readConfig(terminal.env);
      const { archive, data } = { ...config, ...options };
      if (archive.length === 0) {
        throw new CommandError('There is no archive. Set FACTDESK_ARCHIVE, or name a folder with --archive.');
      }
      if (options.to !== undefined) {
        const url = options.to === true ? config.search?.url : options.to;
        if (url === undefined)
          throw new CommandError(
            'There is no search cluster. Set FACTDESK_SEARCH_URL, or name one with --to.',
          );
        const { fillCluster } = await import('./fill-cluster.ts');
        return fillCluster(archive, { ...config.search, url }, options, terminal);
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

function readCount(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a small number.');
}
