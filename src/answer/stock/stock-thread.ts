import { Worker } from 'node:worker_threads';
import { type Corpus, CorpusError, type Problem } from '../../corpus/index.ts';
import type { Stock, Stockroom } from './stock.ts';

/** What the thread is asked. */
export type StockRequest =
  | { readonly kind: 'stock'; readonly id: number; readonly corpus: Corpus; readonly now: Date }
  /** Builds the archive's index anew and keeps it in its file. */
  | { readonly kind: 'build'; readonly id: number; readonly archive: readonly string[]; readonly now: Date }
  /** Reads the archive's index from its file at the next stock. */
  | { readonly kind: 'reread'; readonly id: number };

/** What the thread answers: `id` is that of the request. */
export type StockReply =
  | { readonly kind: 'stock'; readonly id: number; readonly stock: Stock }
  | { readonly kind: 'done'; readonly id: number; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly error: unknown;
      readonly problems?: readonly Problem[];
    }
  /** A reason why the file of the index was not used. */
  | { readonly kind: 'report'; readonly reason: string };

/** Waiting for the reply to one request. */
interface Waiting {
  resolve(reply: StockReply): void;
  reject(error: unknown): void;
}

/** A stockroom in a thread of its own: reading an archive and building its index does not hold up answering. */
export interface StockThread extends Stockroom {
  /** Builds the archive's index anew and keeps it in its file; the thread answers nothing meanwhile. */
  build(archive: readonly string[], now: Date): Promise<readonly Problem[]>;
  /** Has the next stock read the archive's index from its file. */
  reread(): Promise<void>;
  close(): Promise<void>;
}

/** How a thread is started. */
export interface StockThreadOptions {
  /** File in which the archive's index is kept. */
  readonly indexFile: string;
  /** Is told in words when the file cannot be used. */
  readonly report: (reason: string) => void;
}

/** JavaScript that loads what is TypeScript, however this process was started. */
const ENTRY = new URL('../../../bin/stock-worker.js', import.meta.url);

/** Starts the thread. Close it, or the process does not end. */
export function startStockThread({ indexFile, report }: StockThreadOptions): StockThread {
  const worker = new Worker(ENTRY, { workerData: { indexFile }, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  // Messages to a thread that has ended are lost without a word.
  let ended: { readonly why: unknown } | undefined;
  const end = (why: unknown) => {
    ended ??= { why };
    for (const { reject } of waiting.values()) reject(ended.why);
    waiting.clear();
  };
  worker.on('message', (reply: StockReply) => {
    if (reply.kind === 'report') return report(reply.reason);
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind !== 'failed') asked?.resolve(reply);
    else asked?.reject(reply.problems ? new CorpusError(reply.problems) : reply.error);
  });
  worker.on('error', end);
  worker.on('exit', () =>
    end(new Error('The thread that reads the archive has ended. Start factdesk again.')),
  );
  let last = 0;
  const ask = (request: (id: number) => StockRequest) =>
    new Promise<StockReply>((resolve, reject) => {
      if (ended) return reject(ended.why);
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage(request(id));
    });
  return {
    async stock(corpus, now) {
      const reply = await ask((id) => ({ kind: 'stock', id, corpus, now }));
      if (reply.kind !== 'stock')
        throw new TypeError(`The thread answered "${reply.kind}" when asked for stock.`);
      return reply.stock;
    },
    async build(archive, now) {
      const reply = await ask((id) => ({ kind: 'build', id, archive, now }));
      if (reply.kind !== 'done')
        throw new TypeError(`The thread answered "${reply.kind}" when asked to build.`);
      return reply.problems;
    },
    async reread() {
      await ask((id) => ({ kind: 'reread', id }));
    },
    async close() {
      await worker.terminate();
    },
  };
}
