import { Command, Option } from 'commander';
import { formatCsvLine } from '../csv.ts';
import type { FactUses, Ledger } from '../ledger/index.ts';
import { jsonLine } from './json-line.ts';
import { renderUses } from './render-uses.ts';
import type { Terminal } from './terminal.ts';
import { withLedger } from './with-ledger.ts';

interface UsesOptions {
  readonly json: boolean;
  readonly csv: boolean;
  readonly withPrivate: boolean;
}

const COLUMNS = [
  'delivered_at',
  'version',
  'fact_hash',
  'kind',
  'private',
  'person',
  'channel',
  'message_ts',
  'text',
  'source_line',
] as const;

/** `factdesk ledger uses`: who got which version of a fact when, and where it was shared. */
export function usesCommand({ stdout }: Terminal, open: () => Promise<Ledger>): Command {
  return new Command('uses')
    .description('Who was shown which version of a fact, when and where; oldest first.')
    .argument('<fact>', 'id of the fact, as Context shows it')
    .addOption(new Option('--json', 'as one JSON object').default(false).conflicts('csv'))
    .addOption(new Option('--csv', 'as a table, a delivery on each line').default(false))
    .option('--with-private', 'also name the people and places of private replies', false)
    .action((factId: string, { json, csv, withPrivate }: UsesOptions) =>
      withLedger(open, async (ledger) => {
        const found = await ledger.usesOf(factId, { withPrivate });
        const oldestFirst = { ...found, uses: found.uses.toReversed() };
        if (json) stdout.write(toJson(factId, oldestFirst));
        else if (csv) for (const line of toCsv(oldestFirst)) stdout.write(line);
        else stdout.write(renderUses(factId, oldestFirst));
      }),
    );
}

function toJson(factId: string, { versions, uses, total, people, copies }: FactUses): string {
  const numbers = numbersOf(versions);
  return jsonLine({
    factId,
    total,
    people,
    copies,
    versions: versions.map(({ factHash, firstShownAt, words }, at) => ({
      ...{ version: at + 1, factHash, firstShownAt, words },
    })),
    uses: uses.map((use) => ({ ...use, version: numbers.get(use.factHash) })),
  });
}

function* toCsv({ versions, uses }: FactUses): Iterable<string> {
  yield formatCsvLine(COLUMNS);
  const numbers = numbersOf(versions);
  for (const { deliveredAt, factHash, kind, isPrivate, person, channel, messageTs } of uses) {
    const version = numbers.get(factHash) ?? null;
    const words = version === null ? null : (versions[version - 1]?.words ?? null);
    const delivered = [deliveredAt.toISOString(), version, factHash, kind, isPrivate];
    const where = [person, channel, messageTs];
    yield formatCsvLine([...delivered, ...where, words?.text ?? null, words?.sourceLine ?? null]);
  }
}

/** From 1, the first version that was shown first. */
function numbersOf(versions: FactUses['versions']): ReadonlyMap<string, number> {
  return new Map(versions.map(({ factHash }, at) => [factHash, at + 1]));
}
