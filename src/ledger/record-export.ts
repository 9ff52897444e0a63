import { type Kysely, sql } from 'kysely';
import { countLedger, type LedgerCounts } from './counts.ts';
import { type ExportedRecord, RECORD_COLUMNS, type RecordKind } from './exported-record.ts';
import { selectRecords } from './record-selections.ts';
import type { Tables } from './tables.ts';

/** Records read at a time: a few hundred kilobytes, so that an export of any size needs little memory. */
const PAGE = 500;

/** What the newsroom takes out of the ledger. */
export interface Records {
  /**
   * Every record of one kind, oldest first, each with the columns of `RECORD_COLUMNS`. What private questions hold
   * (words, people, places) is left out unless asked for.
   */
  exportRecords(
    kind: RecordKind,
    options?: { readonly withPrivate?: boolean },
  ): AsyncIterable<ExportedRecord>;
  counts(): Promise<LedgerCounts>;
}

/** The records of one database. */
export function createRecords(database: Kysely<Tables>): Records {
  return {
    exportRecords: (kind, { withPrivate = false } = {}) => exportRecords(database, kind, withPrivate),
    counts: () => countLedger(database),
  };
}

async function* exportRecords(
  database: Kysely<Tables>,
  kind: RecordKind,
  withPrivate: boolean,
): AsyncIterable<ExportedRecord> {
  // Earlier than every time and id.
  let last: { readonly at: string; readonly id: string } | undefined = { at: '', id: '' };
  while (last !== undefined) {
    const page: { readonly rows: readonly RecordRow[] } = await sql<RecordRow>`
      select * from (${selectRecords(kind, withPrivate)}) as record
      where (at, id) > (${last.at}, ${last.id}) order by at, id limit ${sql.lit(PAGE)}`.execute(database);
    for (const row of page.rows) yield toRecord(kind, row);
    last = page.rows.at(PAGE - 1);
  }
}

/** What the selections give, whatever else they hold. */
interface RecordRow {
  readonly at: string;
  readonly id: string;
  readonly [column: string]: string | number | null;
}

function toRecord(kind: RecordKind, row: RecordRow): ExportedRecord {
  return Object.fromEntries(
    RECORD_COLUMNS[kind].map((column) => {
      const value = row[column] ?? null;
      return [column, column === 'private' ? value === 1 : value];
    }),
  );
}
