import { join } from 'node:path';
import Database from 'libsql';
import { Client } from 'pg';
import { LEDGER_TABLES } from '../../src/ledger/backup/ledger-tables.ts';
import { openLedger } from '../../src/ledger/index.ts';
import type { TestDatabase } from './test-databases.ts';

/** Signs that a format can trip over. */
const ODD = `é 🕊 "quoted", 'once' \\n \u2028 \t</script>\u0007`;

type Row = Readonly<Record<string, string | number | null>>;

/** Writes `count` rows into every table of a ledger, with something in every column. */
export async function fillEveryColumn(database: TestDatabase, count = 3): Promise<void> {
  const place = { directory: database.directory, now: database.clock.now };
  await (await openLedger(place)).close();
  const columns = columnsOf(database.directory);
  await withDatabase(database, async (query) => {
    for (const [table, of] of columns) {
      for (let nth = 1; nth <= count; nth += 1) {
        const values = of.map(({ name, type }) => literal(`${table}.${name} ${nth}`, type, nth));
        await query(`insert into ${table} (${of.map(({ name }) => name).join(', ')}) values (${values})`);
      }
    }
  });
}

/** All rows of every table, in the order of their texts. */
export async function everyRow(database: TestDatabase): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  await withDatabase(database, async (query) => {
    for (const table of [...LEDGER_TABLES, 'migrations']) {
      const rows = await query(`select * from ${table}`);
      found[table] = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
    }
  });
  return found;
}

function literal(text: string, type: string, nth: number): string {
  if (/int/i.test(type)) return String(nth);
  if (/double/i.test(type)) return String(nth / 10 + 0.2);
  return `'${`${text} ${ODD}`.replaceAll("'", "''")}'`;
}

/** Both databases have the same columns, by the same migrations. */
function columnsOf(directory: string) {
  const database = new Database(join(directory, 'ledger.sqlite'));
  const columns = LEDGER_TABLES.map(
    (table) =>
      [
        table,
        database.prepare(`pragma table_info(${table})`).all() as { name: string; type: string }[],
      ] as const,
  );
  database.close();
  return columns;
}

async function withDatabase(
  { databaseUrl, directory }: TestDatabase,
  act: (query: (sql: string) => Promise<readonly Row[]>) => Promise<void>,
): Promise<void> {
  if (databaseUrl === undefined) {
    const database = new Database(join(directory, 'ledger.sqlite'));
    await act(async (sql) => {
      if (sql.startsWith('select')) return database.prepare(sql).all() as readonly Row[];
      database.exec(sql);
      return [];
    });
    database.close();
    return;
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await act(async (sql) => (await client.query(sql)).rows);
  await client.end();
}
