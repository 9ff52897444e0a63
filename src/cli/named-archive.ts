import { type ArchiveFile, CorpusError, findArticles, readCatalogue } from '../corpus/index.ts';
import { CommandError } from './command-error.ts';
import { escapeLine } from './escape-controls.ts';
import type { Terminal } from './terminal.ts';

/** An archive whose articles a person names. */
export interface NamedArchive {
  readonly folders: readonly string[];
  readonly files: readonly ArchiveFile[];
  /** The URIs of what a person means; tells, and gives none, when nothing on file has that name. */
  findOrTell(name: string, terminal: Pick<Terminal, 'stderr' | 'setExitCode'>): Promise<readonly string[]>;
}

/** Reads where the articles of some folders stand. Rejects with an error for people. */
export async function openNamedArchive(folders: readonly string[]): Promise<NamedArchive> {
  if (folders.length === 0)
    throw new CommandError('There is no archive. Set FACTDESK_ARCHIVE, or name a folder with --archive.');
  const files = await readCatalogue(folders);
  return {
    folders,
    files,
    async findOrTell(name, { stderr, setExitCode }) {
      const uris = await findArticles(files, name);
      if (uris.length > 0) return uris;
      stderr.write(`${escapeLine(name)}: nothing on file has this name. "factdesk archive list" finds it.\n`);
      setExitCode(1);
      return [];
    },
  };
}

/** The files that cannot be read: in them an article may stand that nobody finds. */
export function requireReadable(files: readonly ArchiveFile[]): void {
  const unread = files.flatMap(({ stamp, problems }) => (stamp === '' ? problems : []));
  if (unread.length > 0) throw new CorpusError(unread);
}
