import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { CorpusError, type Problem } from '../../corpus/index.ts';
import { buildArchiveIndex, keepArchiveIndex } from './archive-index.ts';
import { openStockroom } from './open-stockroom.ts';
import type { StockReply, StockRequest } from './stock-thread.ts';

const { indexFile } = z.object({ indexFile: z.string() }).parse(workerData);
const say = (reply: StockReply) => parentPort?.postMessage(reply);
const open = () => openStockroom({ indexFile, report: (reason) => say({ kind: 'report', reason }) });
let stockroom = open();

async function serve(request: StockRequest): Promise<StockReply> {
  const { id } = request;
  switch (request.kind) {
    case 'stock':
      return { kind: 'stock', id, stock: await stockroom.stock(request.corpus, request.now) };
    case 'build': {
      const problems: Problem[] = [];
      const report = (problem: Problem) => problems.push(problem);
      await keepArchiveIndex(
        indexFile,
        await buildArchiveIndex(request.archive, { now: request.now, report }),
      );
      return { kind: 'done', id, problems };
    }
    case 'reread':
      stockroom = open();
      return { kind: 'done', id, problems: [] };
    default:
      return request satisfies never;
  }
}

/** One request after the other: each builds on what the one before has read. */
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (request: StockRequest) => {
  last = last.then(async () => {
    try {
      say(await serve(request));
    } catch (error) {
      const problems = error instanceof CorpusError ? { problems: error.problems } : {};
      say({ kind: 'failed', id: request.id, error, ...problems });
    }
  });
});
