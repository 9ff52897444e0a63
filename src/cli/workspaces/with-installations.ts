import { readConfig } from '../../config.ts';
import { createInstallations, createKeyRing, type Installations } from '../../installations/index.ts';
import { CommandError } from '../command-error.ts';
import { openMainLedger } from '../open-configured-ledger.ts';
import type { Terminal } from '../terminal.ts';
import { withLedger } from '../with-ledger.ts';

/** Opens the installations, acts, and closes what was opened. Rejects with an error for people. */
export async function withInstallations(
  terminal: Terminal,
  act: (installations: Installations, keyId: string) => Promise<void>,
): Promise<void> {
  const { workspaces } = readConfig(terminal.env);
  if (workspaces === undefined)
    throw new CommandError(
      'The bot is in one workspace, by its token. Many workspaces need SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, ' +
        'SLACK_SIGNING_SECRET and FACTDESK_KEY (docs/operations.md).',
      { exitCode: 2 },
    );
  const keys = createKeyRing(workspaces.key, workspaces.oldKeys);
  await withLedger(
    () => openMainLedger(terminal),
    (ledger) => act(createInstallations(ledger, keys), keys.keyId),
  );
}
