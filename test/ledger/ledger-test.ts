import { test } from 'vitest';
import type { Ledger } from '../../src/ledger/index.ts';
import type { DatabaseKind, TestDatabase } from './test-databases.ts';

/** What a test of the ledger is given, as far as it asks for it. */
export interface Given {
  readonly database: TestDatabase;
  /** Open, with nothing in it. */
  readonly ledger: Ledger;
}

/** `it`, for tests that each have an empty database of one kind to themselves; nothing of it is left afterwards. */
export function ledgerTest({ create }: DatabaseKind) {
  return test.extend<Given>({
    database: async ({ task: _ }, use) => {
      const database = await create();
      await use(database);
      await database.remove();
    },
    ledger: async ({ database }, use) => use(await database.open()),
  });
}
