import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { CorpusError, corpusFingerprint, openCorpusReader, type Problem } from '../corpus/index.ts';
import { buildArchiveIndex, keepArchiveIndex } from './archive-index.ts';
import { changesSince, type FactsBySheet, type SheetPiece } from './facts-by-sheet.ts';
import { openIndexProvider } from './open-index-provider.ts';
import type { IndexReply, IndexRequest, IndexResults } from './thread-messages.ts';

/** So many facts are taken in by the other thread in some five milliseconds. */
const MOST_FACTS = 250;

const { place, indexFile } = z
  .object({
    place: z.object({ sheets: z.string(), archive: z.array(z.string()) }),
    indexFile: z.string(),
  })
  .parse(workerData);
const say = (reply: IndexReply) => parentPort?.postMessage(reply);
const { read } = openCorpusReader(place);
const report = (reason: string) => say({ kind: 'report', reason });
const provider = openIndexProvider(read, { indexFile, report });
/** What the other thread knows of the facts, and what it is yet to be told. */
let told: FactsBySheet = new Map();
let pieces: Iterator<readonly SheetPiece[]> = [].values();

async function serve(request: IndexRequest): Promise<IndexResults[IndexRequest['kind']]> {
  switch (request.kind) {
    case 'contents': {
      const { now, isNew } = request;
      const { facts: _, ...rest } = await (isNew ? provider.reload(now) : provider.contents(now));
      const current = provider.factsBySheet();
      pieces = changesSince(told, current, MOST_FACTS);
      told = current;
      return rest;
    }
    case 'facts': {
      const next = pieces.next();
      return next.done === true ? undefined : next.value;
    }
    case 'look':
      return corpusFingerprint(place);
    case 'build': {
      const problems: Problem[] = [];
      const tell = (problem: Problem) => problems.push(problem);
      const index = await buildArchiveIndex(place.archive, { now: request.now, report: tell });
      await keepArchiveIndex(indexFile, index);
      return problems;
    }
    case 'reread':
      provider.reread();
      return undefined;
    default:
      return request satisfies never;
  }
}

/** One request after the other: each builds on what the one before has read. */
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (request: IndexRequest) => {
  last = last.then(async () => {
    const { id } = request;
    try {
      say({ kind: 'done', id, result: await serve(request) });
    } catch (error) {
      const problems = error instanceof CorpusError ? { problems: error.problems } : {};
      say({ kind: 'failed', id, error, ...problems });
    }
  });
});
