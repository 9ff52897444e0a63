/** Two copies that make one at a time would be in each other's way; any number that nothing else locks. */
const LOCK = 7_240_115_082;
/** The first schema of the search path; `current_schema` gives it once it is there. */
const MAKE = `do $$ begin
  perform pg_advisory_xact_lock(${LOCK});
  if current_schema() is null then
    execute format('create schema if not exists %I', split_part(current_setting('search_path'), ',', 1));
  end if;
end $$`;

/**
 * Makes the schema that the address of a PostgreSQL database names, where it is missing. Rejects with `LedgerError`.
 */
export async function makeSchema(databaseUrl: string): Promise<void> {
  // The driver is loaded by those who have a server.
  const { openPatientServer } = await import('./postgres-database.ts');
  const { PostgresLease } = await import('./postgres-lease.ts');
  const { server, end, explain } = openPatientServer(databaseUrl);
  try {
    const lease = await PostgresLease.take(server);
    await lease.query(MAKE).finally(() => lease.end({ failed: false }));
  } catch (error) {
    throw explain(error);
  } finally {
    await end();
  }
}
