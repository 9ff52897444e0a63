import { join } from 'node:path';
import type { Environment } from '../../config.ts';
import { isInstallationKey } from '../../installations/index.ts';
import { CommandError } from '../command-error.ts';
import { inSchemaOf } from './workspace-schema.ts';
import { CORPUS_SETTINGS, NAMES_OF_ONE, readWorkspaceSettings } from './workspace-settings.ts';

/** What belongs to the bot as a whole. */
const OF_THE_WHOLE: readonly string[] = [
  ...['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET', 'SLACK_HTTP_HOST', 'SLACK_API_URL'],
  ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'FACTDESK_KEY', 'FACTDESK_KEY_OLD', 'FACTDESK_ADMIN_PORT'],
];

/**
 * The settings of one workspace, in place of those of the bot as a whole: its own folder, its own part of the database,
 * and what `settings.env` there says. Rejects with a CommandError for a name that is no workspace, and for settings
 * that a workspace cannot have of its own.
 */
export async function workspaceEnvironment(environment: Environment, key: string): Promise<Environment> {
  if (!isInstallationKey(key)) {
    const what = `"${key}" is no workspace. One is named by its id, such as T0123ABCD.`;
    throw new CommandError(`${what} "factdesk workspaces" lists them.`, { exitCode: 2 });
  }
  const { DATABASE_URL: url, FACTDESK_SHARED_CORPUS: shared } = environment;
  const isCorpusShared = shared === 'true';
  const folder = join(workspacesFolder(environment), key);
  const notInherited = [
    ...OF_THE_WHOLE,
    ...NAMES_OF_ONE.filter((name) => !(isCorpusShared && CORPUS_SETTINGS.includes(name))),
  ];
  const inherited = Object.entries(environment).filter(([name]) => !notInherited.includes(name));
  return {
    ...Object.fromEntries(inherited),
    ...(await readWorkspaceSettings(folder, { isCorpusShared })),
    FACTDESK_DATA: join(folder, 'data'),
    ...(url?.trim() && { DATABASE_URL: inSchemaOf(key, url) }),
  };
}

/** The folder with a folder for each workspace. */
export function workspacesFolder({ FACTDESK_WORKSPACES: folder }: Environment): string {
  return folder?.trim() || 'workspaces';
}
