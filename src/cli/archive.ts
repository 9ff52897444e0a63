import { Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { ARTICLE_STATES, type ArchivedArticle, newestArticles, versionsOf } from '../corpus/index.ts';
import { archiveOption } from './archive-option.ts';
import { type ArticleFilter, matchesFilter, readDay } from './article-filter.ts';
import { allowAll, eraseAll } from './erase-by-name.ts';
import type { OpenLedger } from './erase-from-ledger.ts';
import { jsonLine } from './json-line.ts';
import { type NamedArchive, openNamedArchive } from './named-archive.ts';
import { renderArticle, renderArticleLine } from './render-article.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly archive?: readonly string[];
  readonly json?: true;
  readonly dryRun?: true;
}

/**
 * `factdesk archive`: finds, shows and erases articles of the archive. `openLedger` gives the ledger, or undefined
 * where the bot never ran.
 */
export function archiveCommand(terminal: Terminal, openLedger: OpenLedger): Command {
  const archive = new Command('archive').description('List, show and erase articles of the archive.');
  archive.addCommand(listCommand(terminal));
  archive.addCommand(showCommand(terminal));
  archive.addCommand(removeCommand(terminal, openLedger));
  archive.addCommand(allowCommand(terminal));
  return archive;
}

function open({ archive }: Options, { env }: Terminal): Promise<NamedArchive> {
  return openNamedArchive(archive ?? readConfig(env).archive);
}

function listCommand(terminal: Terminal): Command {
  return new Command('list')
    .description('List articles: day, state, URI, title and publisher, one a line.')
    .argument('[word...]', 'words that the title or the text holds, all of them')
    .option('--publisher <name>', 'part of the name of the publisher')
    .option('--after <day>', 'published on this day or later: 2026-11-20', readDay)
    .option('--before <day>', 'published on this day or earlier', readDay)
    .addOption(new Option('--state <state>', 'in one state').choices(ARTICLE_STATES))
    .option('--json', 'one JSON object for each article')
    .addOption(archiveOption())
    .action(async (words: readonly string[], options: Options & Omit<ArticleFilter, 'words'>) => {
      const { files } = await open(options, terminal);
      for await (const article of newestArticles(files, terminal.now())) {
        if (!matchesFilter(article, { ...options, words })) continue;
        terminal.stdout.write(options.json ? toJson(article) : renderArticleLine(article));
      }
    });
}

function showCommand(terminal: Terminal): Command {
  return new Command('show')
    .description('Show an article with all its versions, the one read last at the end.')
    .argument('<uri...>', 'its URI, its id, or the address of its page')
    .option('--json', 'one JSON object for each version')
    .addOption(archiveOption())
    .action(async (names: readonly string[], options: Options) => {
      const archive = await open(options, terminal);
      for (const name of names) {
        for (const uri of await archive.findOrTell(name, terminal)) {
          for await (const version of versionsOf(archive.files, uri, terminal.now()))
            terminal.stdout.write(options.json ? toJson(version) : renderArticle(version));
        }
      }
    });
}

function removeCommand(terminal: Terminal, openLedger: OpenLedger): Command {
  return new Command('remove')
    .description('Erase articles with all their versions, and keep them from coming back. Cannot be undone.')
    .argument('<uri...>', 'its URI, its id, or the address of its page')
    .option('--from-ledger', 'also the words of it that were shown, from the ledger of questions and replies')
    .option('--dry-run', 'tell what would happen and write nothing')
    .addOption(archiveOption())
    .action(async (names: readonly string[], options: Options & { readonly fromLedger?: true }) => {
      const archive = await open(options, terminal);
      const fromLedger = options.fromLedger ? openLedger : null;
      await eraseAll(archive, names, { dryRun: options.dryRun === true, terminal, fromLedger });
    });
}

function allowCommand(terminal: Terminal): Command {
  return new Command('allow')
    .description('Let articles in again that were erased; the next import may bring them.')
    .argument('<uri...>', 'its URI or its id')
    .option('--dry-run', 'tell what would happen and write nothing')
    .addOption(archiveOption())
    .action(async (names: readonly string[], options: Options) => {
      const archive = await open(options, terminal);
      await allowAll(archive, names, { dryRun: options.dryRun === true, terminal });
    });
}

function toJson({ item, ...place }: ArchivedArticle): string {
  return jsonLine({ ...place, item });
}
