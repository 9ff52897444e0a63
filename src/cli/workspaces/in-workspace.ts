import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../command-error.ts';
import type { Terminal } from '../terminal.ts';
import { workspaceEnvironment, workspacesFolder } from './workspace-environment.ts';

/** The terminal of a command that is about one workspace. Rejects with a CommandError where there is none. */
export async function inWorkspace(terminal: Terminal, key: string): Promise<Terminal> {
  const env = await workspaceEnvironment(terminal.env, key);
  const folder = join(workspacesFolder(terminal.env), key);
  await access(folder).catch((cause: unknown) => {
    throw new CommandError(
      `There is no folder ${folder}: nothing was ever served in ${key}. "factdesk workspaces" lists where the app is ` +
        'installed.',
      { exitCode: 2, cause },
    );
  });
  return { ...terminal, env, workspace: key };
}
