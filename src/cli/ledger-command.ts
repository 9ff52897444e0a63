import { Command, Option } from 'commander';
import { formatCsvLine } from '../csv.ts';
import { type ExportedRecord, type Ledger, RECORD_COLUMNS, type RecordKind } from '../ledger/index.ts';
import { CommandError } from './command-error.ts';
import { jsonLine } from './json-line.ts';
import { renderCounts, renderErased } from './render-ledger.ts';
import type { Terminal } from './terminal.ts';
import { usesCommand } from './uses-command.ts';
import { withLedger } from './with-ledger.ts';

interface ExportOptions {
  readonly records: RecordKind;
  readonly format: 'csv' | 'jsonl';
  readonly withPrivate: boolean;
}

/** `factdesk ledger`: counts, exports and erases what the bot remembers. The ledger is opened only when needed. */
export function ledgerCommand(terminal: Terminal, open: () => Promise<Ledger>): Command {
  const ledger = new Command('ledger').description('Count, export and erase what the bot remembers.');
  ledger.addCommand(countsCommand(terminal, open));
  ledger.addCommand(exportCommand(terminal, open));
  ledger.addCommand(usesCommand(terminal, open));
  ledger.addCommand(eraseCommand(terminal, open));
  return ledger;
}

function countsCommand({ stdout }: Terminal, open: () => Promise<Ledger>): Command {
  return new Command('counts')
    .description('How many questions, deliveries, choices, complaints and questions to the desk.')
    .option('--json', 'as one JSON object', false)
    .action(({ json }: { readonly json: boolean }) =>
      withLedger(open, async (ledger) => {
        const counts = await ledger.counts();
        stdout.write(json ? jsonLine(counts) : renderCounts(counts));
      }),
    );
}

function exportCommand({ stdout }: Terminal, open: () => Promise<Ledger>): Command {
  const records = new Option('--records <kind>', 'what to export')
    .choices(Object.keys(RECORD_COLUMNS))
    .default('questions');
  const format = new Option('--format <format>', 'how').choices(['csv', 'jsonl']).default('csv');
  return new Command('export')
    .description('Write records to standard output, oldest first, as CSV or JSON Lines.')
    .addOption(records)
    .addOption(format)
    .option('--with-private', 'also what private questions hold: words, people, places', false)
    .action((options: ExportOptions) =>
      withLedger(open, async (ledger) => {
        const { records: kind, format, withPrivate } = options;
        if (format === 'csv') stdout.write(formatCsvLine(RECORD_COLUMNS[kind]));
        for await (const record of ledger.exportRecords(kind, { withPrivate })) {
          stdout.write(format === 'csv' ? toCsvLine(kind, record) : jsonLine(record));
        }
      }),
    );
}

function toCsvLine(kind: RecordKind, record: ExportedRecord): string {
  return formatCsvLine(RECORD_COLUMNS[kind].map((column) => record[column] ?? null));
}

function eraseCommand({ stdout }: Terminal, open: () => Promise<Ledger>): Command {
  return new Command('erase')
    .description('Erase one person: their words, and their name wherever it stands. Cannot be undone.')
    .requiredOption('--person <id>', 'the Slack user id, such as U012AB3CD (Slack: profile › Copy member ID)')
    .option('--yes', 'erase', false)
    .action(async ({ person, yes }: { readonly person: string; readonly yes: boolean }) => {
      if (!/^[UW][A-Z0-9]+$/.test(person)) {
        throw new CommandError(
          `"${person}" is no Slack user id. One looks like U012AB3CD; names can change.`,
        );
      }
      if (!yes) {
        throw new CommandError(
          `Nothing was erased. Erasing ${person} cannot be undone: add --yes to the command to go on.`,
        );
      }
      await withLedger(open, async (ledger) => {
        const erasure = await ledger.erasePerson(person);
        stdout.write(renderErased(person, erasure));
        if (erasure.stillOnDisk !== null) {
          throw new CommandError(`What was erased is still on the disk: ${erasure.stillOnDisk}`);
        }
      });
    });
}
