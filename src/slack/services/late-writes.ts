import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';
import { LedgerError } from '../../ledger/index.ts';
import { errorFields } from '../sending/slack-failure.ts';

/**
 * How often what could not be written is tried again, in milliseconds. Another copy of the bot may take up after a
 * minute what seems undone.
 */
const EVERY_MS = 2_000;

/** Something that has happened in Slack, to be written into the ledger. Writing it twice must come to the same. */
export interface LateWrite {
  /** Whose it is, for the log. */
  readonly ids: Readonly<Record<string, string>>;
  /** What it is, for the log: "the answer". */
  readonly what: string;
  readonly write: () => Promise<void>;
}

/** What has happened is written down now, or as soon as the ledger can be written again. */
export interface LateWrites {
  /** Writes it down. What the ledger cannot take now is kept in memory and written later. Never rejects. */
  write(one: LateWrite): Promise<void>;
  /** Writes down what was kept; rejects when the ledger still cannot be written. */
  writeKept(): Promise<void>;
}

/** Nothing kept yet. */
export function createLateWrites(logger: Logger): LateWrites {
  /** Each with what does work for the request that it is of. */
  const kept: { readonly one: LateWrite; readonly inItsRequest: <Done>(work: () => Done) => Done }[] = [];
  let underWay: Promise<void> | undefined;
  const tryLater = () => {
    setTimeout(() => void writeKept().catch(tryLater), EVERY_MS).unref();
  };
  const writeAll = async () => {
    for (let next = kept[0]; next !== undefined; next = kept[0]) {
      const { one, inItsRequest } = next;
      await inItsRequest(() => writeLater(one));
      kept.shift();
    }
  };
  const writeLater = (one: LateWrite) =>
    one.write().catch((error: unknown) => {
      if (error instanceof LedgerError) throw error;
      tell(error, one);
    });
  const tell = (error: unknown, { ids, what }: LateWrite) =>
    logger.error({ ...ids, ...errorFields(error) }, `${what} was not written down`);
  const writeKept = () => {
    underWay ??= writeAll().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  return {
    async write(one) {
      try {
        await one.write();
      } catch (error) {
        tell(error, one);
        if (!(error instanceof LedgerError)) return;
        kept.push({ one, inItsRequest: AsyncLocalStorage.snapshot() });
        if (kept.length === 1) tryLater();
      }
    },
    writeKept,
  };
}
