import { rm } from 'node:fs/promises';
import { amount } from '../amount.ts';
import { readConfig } from '../config.ts';
import {
  ArchiveWriteError,
  allowArticles,
  type ErasedLines,
  eraseArticles,
  readId,
  urisOfArticle,
} from '../corpus/index.ts';
import { listIndexFiles } from '../corpus-index/index.ts';
import { CommandError } from './command-error.ts';
import { eraseFromLedger, type OpenLedger } from './erase-from-ledger.ts';
import { escapeLine } from './escape-controls.ts';
import { type NamedArchive, requireReadable } from './named-archive.ts';
import { problemLine } from './problem-line.ts';
import type { Terminal } from './terminal.ts';

interface How {
  readonly dryRun: boolean;
  readonly terminal: Terminal;
}

/**
 * Erases the articles of some names, and the indexes that hold their words, and says what it did. A name that is not on
 * file is kept out all the same.
 */
export async function eraseAll(
  archive: NamedArchive,
  names: readonly string[],
  { dryRun, terminal, fromLedger }: How & { readonly fromLedger: OpenLedger | null },
): Promise<void> {
  const { folders, files } = archive;
  requireReadable(files);
  tellUnread(files, terminal);
  const articles = await nameArticles(archive, names, terminal);
  await tellingAtEnd(terminal, async (told) => {
    const all: string[] = [];
    for (const uri of articles) {
      const uris = await urisOfArticle(files, uri);
      all.push(uri, ...uris);
      const erased = await eraseArticles({ folders, files, uris, now: terminal.now(), dryRun });
      told.push(describeErased(uri, erased, dryRun));
      tellUnfinished(erased, terminal);
    }
    const indexes = await listIndexFiles(readConfig(terminal.env).data);
    if (!dryRun) for (const index of indexes) await rm(index, { force: true });
    const deleted = `${dryRun ? 'Would delete' : 'Deleted'} ${amount(indexes.length, 'index file')}`;
    if (indexes.length > 0) told.push(`${deleted}, built again when needed.`);
    if (fromLedger) told.push(await eraseFromLedger(fromLedger, [...new Set(all)], { dryRun, terminal }));
    if (dryRun) told.push('Nothing was written: this was a dry run.');
    else told.push(fromLedger ? LEFT : `${LEFT} ${LEFT_IN_LEDGER}`);
  });
}

const LEFT = 'What Slack, backups and the sources hold is not touched.';
const LEFT_IN_LEDGER =
  'Nor are the words of it that the ledger keeps as shown: --from-ledger erases them too.';

/** Lets articles in again that were erased. */
export async function allowAll(
  { files, findOrTell }: NamedArchive,
  names: readonly string[],
  { dryRun, terminal }: How,
): Promise<void> {
  await tellingAtEnd(terminal, async (told) => {
    for (const name of names) {
      for (const uri of await findOrTell(name, terminal)) {
        const { lines } = await allowArticles({ files, uris: [uri], dryRun });
        const again = `${dryRun ? 'would be' : 'is'} let in again. Import it to have it back.`;
        told.push(`${escapeLine(uri)} ${lines > 0 ? again : 'was not erased: nothing is to be done.'}`);
      }
    }
  });
}

/** One URI for each name. Rejects before anything is done when a name is that of several articles. */
async function nameArticles(
  { findOrTell }: NamedArchive,
  names: readonly string[],
  terminal: Terminal,
): Promise<readonly string[]> {
  const articles = new Set<string>();
  for (const name of names) {
    const [uri = readId(name.trim(), '').uri, ...others] = await findOrTell(name, terminal);
    if (others.length > 0) throw new CommandError(describeSeveral(name, [uri, ...others]));
    articles.add(uri);
  }
  return [...articles];
}

/**
 * Says what was done when all of it is: whoever stops reading would end the command in the middle of its work. Turns
 * a disk that cannot be written into an error for people.
 */
async function tellingAtEnd({ stdout }: Terminal, act: (told: string[]) => Promise<void>): Promise<void> {
  const told: string[] = [];
  try {
    await act(told);
  } catch (cause) {
    throw cause instanceof ArchiveWriteError ? new CommandError(cause.message, { cause }) : cause;
  } finally {
    stdout.write(told.map((line) => `${line}\n`).join(''));
  }
}

/** Nobody can say what stands in a line that cannot be read. */
function tellUnread(files: NamedArchive['files'], { stderr, setExitCode }: Terminal): void {
  const problems = files.flatMap((file) => file.problems);
  for (const problem of problems) stderr.write(problemLine(problem));
  if (problems.length === 0) return;
  stderr.write('These lines cannot be read, and may hold what is to be erased: look at them.\n');
  setExitCode(1);
}

function tellUnfinished({ unfinished }: ErasedLines, { stderr, setExitCode }: Terminal): void {
  for (const file of unfinished)
    stderr.write(
      `${escapeLine(file)} is being written, or was left by an import that was killed, and may hold it. ` +
        'Erase it again when the import has ended, or delete the file.\n',
    );
  if (unfinished.length > 0) setExitCode(1);
}

function describeSeveral(name: string, uris: readonly string[]): string {
  const list = uris.map((uri) => `- ${escapeLine(uri)}\n`).join('');
  return `${escapeLine(name)} is the name of ${uris.length} articles. Name one of these by its URI:\n${list.trimEnd()}`;
}

function describeErased(uri: string, { lines, files }: ErasedLines, dryRun: boolean): string {
  const name = escapeLine(uri);
  const kept = `No import lets it in again before "factdesk archive allow ${name}".`;
  if (lines === 0)
    return `${dryRun ? 'Would keep out' : 'Keeps out'} ${name}: none of it is on file. ${kept}`;
  const places = files.map((file) => `\n  ${escapeLine(file)}`).join('');
  const what = `${name}: ${amount(lines, 'line')} in ${amount(files.length, 'file')}`;
  return `${dryRun ? 'Would erase' : 'Erased'} ${what}. ${kept}${places}`;
}
