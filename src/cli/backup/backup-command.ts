import { Command } from 'commander';
import { amount } from '../../amount.ts';
import { readConfig } from '../../config.ts';
import type { Terminal } from '../terminal.ts';
import { forPeople } from './for-people.ts';
import { makeBackup } from './make-backup.ts';

/** `factdesk backup`: ledger, sheets and channel settings in one file, while the bot goes on. */
export function backupCommand({ env, now, stdout }: Terminal): Command {
  return new Command('backup')
    .description('Back up the ledger, the fact sheets and the channel settings, while the bot goes on.')
    .argument('<file>', 'such as factdesk-2026-12-01.tar.gz; one that is not there yet')
    .action((file: string) =>
      forPeople(async () => {
        const { rows, sheets, settings } = await makeBackup(file, readConfig(env), now());
        const parts = [
          `${amount(rows, 'row')} of the ledger`,
          `${amount(sheets, 'file')} of the sheets`,
          settings > 0 ? 'the channel settings' : 'no channel settings',
        ];
        stdout.write(
          `Backed up into ${file}: ${parts.join(', ')}. Only you can read it: it holds what people asked.\n` +
            'Tokens and other settings of .env, the archive and its index are not in it.\n',
        );
      }),
    );
}
