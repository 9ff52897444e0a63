import { onTestFinished } from 'vitest';
import type { Ledger } from '../../src/ledger/index.ts';
import type { DatabaseKind } from './test-databases.ts';

/** Opens an empty ledger on one kind of database, by a clock of the test's; nothing of it is left when the test ends. */
export async function openTestLedger(
  { create }: DatabaseKind,
  now: () => Date = () => new Date(),
): Promise<Ledger> {
  const database = await create();
  onTestFinished(() => database.remove());
  return database.open(now);
}
