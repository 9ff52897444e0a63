import type { Dialect } from 'kysely';
import type { LedgerError } from './ledger-error.ts';

/** A database that may not have answered yet. */
export interface LedgerConnection {
  readonly kind: 'sqlite' | 'postgres';
  /**
   * Rejects unless the database answers: one that lets in and then says nothing would hold up a change of tables for as
   * long as that may take. @default it always does
   */
  knock?(): Promise<void>;
  /** Gives up soon: somebody in Slack waits. */
  readonly dialect: Dialect;
  /** For work that may take minutes and that nobody waits for. @default `dialect` does */
  readonly patientDialect?: Dialect;
  /** What to tell whoever starts the bot when this database fails at the start. */
  explain(error: unknown): LedgerError;
  /**
   * Keeps a copy of tables that are older than the newest migration, before they are brought to it.
   *
   * @default the server's own back-ups are all there is
   */
  keepCopy?(newest: string): Promise<void>;
  /**
   * Removes copies made before a time, all without one: what is erased must not stay in them.
   *
   * @default there are none
   */
  removeCopies?(madeBefore?: Date): Promise<void>;
  /** Rejects with `LedgerError` where another process has the ledger open, as far as that can be told. */
  refuseWhileOpen(): Promise<void>;
  /**
   * Removes from the disk what was erased. Gives what to tell where that was not possible, "another program reads the
   * ledger …", or null. Others may have to wait meanwhile, for `pauseMs` at most.
   */
  scrub(options: { readonly pauseMs: number }): Promise<string | null>;
}
