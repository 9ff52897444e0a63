import { access, readFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { parse } from 'dotenv';
import type { Environment } from '../../config.ts';
import { CommandError } from '../command-error.ts';

/** Settings of a workspace, in its folder, written as in `.env`. */
const SETTINGS_FILE = 'settings.env';

/** Where the facts are. */
export const CORPUS_SETTINGS: readonly string[] = [
  ...['FACTDESK_FACTS', 'FACTDESK_ARCHIVE', 'FACTDESK_SHEETS_URL', 'FACTDESK_DESK_SHEET'],
];

/** What names things of one workspace: no other has it from the settings of the bot as a whole. */
export const NAMES_OF_ONE: readonly string[] = [
  ...CORPUS_SETTINGS,
  ...['FACTDESK_CHANNELS', 'DESK_CHANNEL', 'DESK_MEMBERS', 'OTHER_TEAMS'],
];

/** What a workspace may say otherwise than the bot as a whole. */
const WAYS: readonly string[] = [
  ...['SECOND_SIGNATURE', 'ANSWER_GUESTS', 'QUESTION_RETENTION_DAYS', 'REVIEW_AFTER_DAYS'],
  'RECALL_REMINDER_HOURS',
];

/** Of these, what names a file or folders, beside the file that names it. */
const PATHS: readonly string[] = ['FACTDESK_FACTS', 'FACTDESK_ARCHIVE', 'FACTDESK_CHANNELS'];

/**
 * What a workspace has of its own: `facts`, `archive` and `channels.yml` in its folder where they are there, and what
 * `settings.env` says. Rejects with a CommandError that lists every name that cannot be set there.
 */
export async function readWorkspaceSettings(
  folder: string,
  { isCorpusShared }: { readonly isCorpusShared: boolean },
): Promise<Environment> {
  const file = join(folder, SETTINGS_FILE);
  const set = parse(await readFile(file, 'utf8').catch(emptyIfMissing));
  const allowed = [...NAMES_OF_ONE, ...WAYS].filter(
    (name) => !(isCorpusShared && CORPUS_SETTINGS.includes(name)),
  );
  const problems = Object.keys(set).filter((name) => !allowed.includes(name));
  if (problems.length > 0)
    throw new CommandError(
      `${file}: a workspace has no ${problems.join(', ')} of its own. It may set ${allowed.join(', ')}.`,
      { exitCode: 2 },
    );
  const here = (name: string) => join(folder, name);
  return {
    ...(isCorpusShared ? {} : { FACTDESK_FACTS: here('facts') }),
    ...(!isCorpusShared && (await isThere(here('archive'))) && { FACTDESK_ARCHIVE: here('archive') }),
    ...((await isThere(here('channels.yml'))) && { FACTDESK_CHANNELS: here('channels.yml') }),
    ...Object.fromEntries(Object.entries(set).map(([name, value]) => [name, inFolder(folder, name, value)])),
  };
}

function inFolder(folder: string, name: string, value: string): string {
  if (!PATHS.includes(name) || value.trim() === '') return value;
  return value
    .split(delimiter)
    .map((path) => resolve(folder, path))
    .join(delimiter);
}

function emptyIfMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
