import { Command } from 'commander';
import { amount } from '../../amount.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallations } from './with-installations.ts';

/** `factdesk keys`: what the tokens of workspaces are encrypted with. */
export function keysCommand(terminal: Terminal): Command {
  const keys = new Command('keys').description(
    'Change the key that tokens of workspaces are encrypted with.',
  );
  keys
    .command('rotate')
    .description('Encrypt every installation with FACTDESK_KEY; those of before stand in FACTDESK_KEY_OLD.')
    .action(() =>
      withInstallations(terminal, async (installations, keyId) => {
        const { rotated, upToDate, unreadable } = await installations.rotateKeys();
        terminal.stdout.write(
          `${amount(rotated, 'installation')} encrypted anew with the key ${keyId}, ${upToDate} so already.\n`,
        );
        for (const { reason } of unreadable) terminal.stderr.write(`Left as it is: ${reason}\n`);
        if (unreadable.length > 0) terminal.setExitCode(1);
      }),
    );
  return keys;
}
