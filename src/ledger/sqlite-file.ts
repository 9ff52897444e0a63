import { type Stats, statSync } from 'node:fs';
import type Database from 'libsql';
import { type Availability, createAvailability } from './availability.ts';
import { DiskFlush } from './disk-flush.ts';
import { codeOf, LedgerFailure } from './ledger-error.ts';
import { knownReason } from './sqlite-reason.ts';
import { type EndTurn, Turns } from './turns.ts';
import { isBusy, whileBusy } from './while-busy.ts';

/** Whoever reads or writes elsewhere gets this long to let go, when erased words are to leave the disk. */
const SCRUB_MS = 5_000;

const HELD = 'another program holds it. End that program.';

/** Who only looks is done within this time. */
const SOON_MS = 1_000;

const OPEN = 'another program has it open. Stop the bot, and try again.';

const GONE =
  'the file was deleted, moved or replaced while it was in use, so nothing more is kept. ' +
  'Stop the bot, put the file back or leave it to begin a new one, and start again.';

/** How long somebody waits for a file that another program holds. */
export interface SqlitePatience {
  readonly limitMs: number;
  /** Whether who finds it held spares the next ones the waiting. */
  readonly isPrompt: boolean;
}

/** An open SQLite file with one connection, which all share by turns. */
export class SqliteFile {
  readonly database: Database.Database;
  readonly #file: string;
  readonly #opened: Stats;
  readonly #flush: DiskFlush;
  readonly #turns = new Turns();
  readonly #availability: Availability = createAvailability();
  #closed: Promise<void> | undefined;

  constructor(file: string, database: Database.Database) {
    this.#file = file;
    this.database = database;
    this.#opened = statSync(file);
    this.#flush = new DiskFlush(`${file}-wal`);
  }

  /**
   * Begins a transaction that may write, when its turn has come and no other program holds the file. Rejects with
   * {@link LedgerFailure}.
   */
  async begin({ limitMs, isPrompt }: SqlitePatience): Promise<EndTurn> {
    const end = await this.#turns.take();
    try {
      // Those who stand behind somebody who waited in vain would wait as long again, one after the other.
      if (isPrompt && this.#availability.isAway()) throw new LedgerFailure(this.#file, HELD);
      await whileBusy(() => this.database.exec('begin immediate'), limitMs);
      return end;
    } catch (error) {
      end();
      if (isBusy(error)) this.#availability.tellAway();
      throw this.explain(error);
    }
  }

  /**
   * Resolves once what was committed is on the disk, in the file that the next start will open: SQLite goes on writing
   * to a file that has no name any more. Rejects with {@link LedgerFailure}.
   */
  async written(): Promise<void> {
    try {
      await this.#flush.flushed();
      // SQLite has just written to it from this thread; asking another one takes longer than the answer.
      const now = statSync(this.#file);
      if (now.ino !== this.#opened.ino || now.dev !== this.#opened.dev) {
        throw new LedgerFailure(this.#file, GONE);
      }
    } catch (error) {
      throw codeOf(error) === 'ENOENT' ? new LedgerFailure(this.#file, GONE, error) : this.explain(error);
    }
  }

  /** What to tell of an error: {@link LedgerFailure} where the file or the disk is at fault, else the error itself. */
  explain(error: unknown): unknown {
    if (error instanceof LedgerFailure) return error;
    const reason = knownReason(error);
    return reason === undefined ? error : new LedgerFailure(this.#file, reason, error);
  }

  /**
   * Empties the log of recent changes, in which erased words still stand. Gives why it could not be emptied, or null.
   */
  async emptyLog(): Promise<string | null> {
    const late = AbortSignal.timeout(SCRUB_MS);
    for (;;) {
      const end = await this.#turns.take();
      try {
        if (!isHeld(this.database.prepare('pragma wal_checkpoint(truncate)').all())) return null;
      } catch (error) {
        throw this.explain(error);
      } finally {
        end();
      }
      if (late.aborted) return `another program reads ${this.#file}. End it, and try again.`;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Rejects with {@link LedgerFailure} where another process has the file open, whatever it does with it. */
  async refuseWhileOpen(): Promise<void> {
    const end = await this.#turns.take();
    try {
      // SQLite gives up its log of changes only for the one that is alone with the file.
      await whileBusy(() => this.database.exec('pragma journal_mode = delete'), SOON_MS);
    } catch (error) {
      throw isBusy(error) ? new LedgerFailure(this.#file, OPEN, error) : this.explain(error);
    } finally {
      this.database.exec('pragma journal_mode = wal');
      end();
    }
  }

  /** Lets go of the file, once those whose turn it is are done. */
  close(): Promise<void> {
    this.#closed ??= this.#turns.take().then(async (end) => {
      this.database.close();
      end();
      await this.#flush.close();
    });
    return this.#closed;
  }
}

/** Whether SQLite reports that somebody was in the way. */
function isHeld([row]: readonly unknown[]): boolean {
  return typeof row === 'object' && row !== null && 'busy' in row && row.busy !== 0;
}
