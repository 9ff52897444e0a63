import { join } from 'node:path';
import { Command } from 'commander';
import { amount } from '../../amount.ts';
import { BackupError, type Manifest, verifyBackup } from '../../backup/index.ts';
import { type Config, readConfig } from '../../config.ts';
import { restoreLedger } from '../../ledger/index.ts';
import type { Terminal } from '../terminal.ts';
import { SETTINGS_MEMBER } from './backup-members.ts';
import { forPeople } from './for-people.ts';
import { makeBackup, placeOfLedger } from './make-backup.ts';
import { differentFiles, writeFiles } from './restore-files.ts';
import { restoredRows } from './restored-rows.ts';

interface Options {
  readonly replace: boolean;
}

/** `factdesk restore`: puts back what was backed up, once every part of it was held against its hash. */
export function restoreCommand(terminal: Terminal): Command {
  return new Command('restore')
    .description('Put back what factdesk backup made. Stop the bot first.')
    .argument('<file>', 'what factdesk backup made')
    .option('--replace', 'also where something is there: that is backed up first', false)
    .action((file: string, options: Options) => forPeople(() => restore(file, options, terminal)));
}

async function restore(file: string, { replace }: Options, terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env);
  const manifest = await verifyBackup(file);
  const files = await differentFiles(file, manifest, config);
  const taken = files.filter(({ mode }) => mode !== undefined);
  if (taken.length > 0 && !replace) throw new BackupError(otherWords(taken.map((one) => one.file)));
  const beforeReplacing = replace ? () => backUpFirst(config, terminal) : undefined;
  const warn = (message: string) => void terminal.stderr.write(`${message}\n`);
  if (manifest.ledger === null) await beforeReplacing?.();
  else
    await restoreLedger(
      { schema: manifest.ledger.schema, rows: () => restoredRows(file, manifest) },
      { ...placeOfLedger(config), now: terminal.now, beforeReplacing, warn },
    );
  await writeFiles(files);
  terminal.stdout.write(
    `Restored ${file} of ${manifest.madeAt}: ${describeLedger(manifest)}, ` +
      `${amount(files.length, 'file')} of sheets and settings; all others were the same already.\n` +
      'Whoever was erased since is back: erase them again (factdesk ledger erase). Then start the bot.\n',
  );
  if (config.channels === undefined && manifest.members.some(({ name }) => name === SETTINGS_MEMBER))
    warn('The back-up holds channel settings. They were left out: FACTDESK_CHANNELS names no file.');
}

/** What gives way is kept, for its owner alone. */
async function backUpFirst(config: Config, { now, stdout }: Terminal): Promise<void> {
  const stamp = now().toISOString().replaceAll(/[:.]/g, '-');
  const file = join(config.data, `before-restore-${stamp}.tar.gz`);
  await makeBackup(file, config, now());
  stdout.write(`What is there now is backed up in ${file}. Delete it when all is well.\n`);
}

function describeLedger({ ledger }: Manifest): string {
  return ledger === null
    ? 'no ledger'
    : `the ledger (of ${ledger.kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'})`;
}

function otherWords(files: readonly string[]): string {
  return (
    `${files.join(', ')}: another text stands there. Nothing was changed. ` +
    'Move it away, or add --replace: what is there is backed up first then.'
  );
}
