/** A row of a table by its columns: all that the tables hold is texts and numbers. */
export type LedgerRow = Readonly<Record<string, string | number | null>>;

/** A ledger as it was at one moment, whoever writes to it meanwhile. */
export interface LedgerSnapshot {
  readonly kind: 'sqlite' | 'postgres';
  /** The last migration that was run on it. */
  readonly schema: string;
  /** Its rows, some hundred at a time, table after table. Rejects with `LedgerError`. */
  rows(): AsyncIterable<{ readonly table: string; readonly rows: readonly LedgerRow[] }>;
  close(): Promise<void>;
}

/** Rows that are read at a time: some hundred kilobytes, so that a ledger of any size needs little memory. */
export const ROWS_AT_A_TIME = 1_000;
