import { randomUUID } from 'node:crypto';

/**
 * Names one call of the ledger. A row that one caller alone may write bears it: when the connection is lost and the
 * call is repeated, it finds its own row and knows that it was the one, whether or not the first try was kept.
 */
export function newCallId(): string {
  return randomUUID();
}
