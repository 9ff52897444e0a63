import { access, constants, mkdir } from 'node:fs/promises';
import { CommandError } from '../command-error.ts';

/** Makes a folder of workspaces, or of one. Rejects with a CommandError where the bot cannot write there. */
export async function makeWorkspaceFolder(folder: string): Promise<void> {
  try {
    // What is under embargo there is nobody else's.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new CommandError(
      `The folder of workspaces ${folder} cannot be written${code}. Let the user of the bot write in ` +
        'FACTDESK_WORKSPACES, or set it to a folder where it can; under systemd and in a container that must be said ' +
        'there, too (docs/operations.md, "Serve many workspaces").',
      { exitCode: 2, cause },
    );
  }
}
