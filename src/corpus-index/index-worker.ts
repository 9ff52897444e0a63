import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import {
  CorpusError,
  corpusFingerprint,
  openCorpusReader,
  type Passage,
  type Problem,
} from '../corpus/index.ts';
import { buildArchiveIndex, keepArchiveIndex } from './archive-index.ts';
import { createFactVectors } from './fact-vectors.ts';
import { changesSince, type FactsBySheet, type SheetPiece } from './facts-by-sheet.ts';
import { openIndexProvider } from './open-index-provider.ts';
import type { IndexReply, IndexRequest, IndexResults } from './thread-messages.ts';

/** So many facts are taken in by the other thread in some five milliseconds. */
const MOST_FACTS = 250;

const { place, indexFile, encoder } = z
  .object({
    place: z.object({ sheets: z.string(), archive: z.array(z.string()) }),
    indexFile: z.string(),
    encoder: z.object({ folder: z.string(), data: z.string() }).optional(),
  })
  .parse(workerData);
const say = (reply: IndexReply) => parentPort?.postMessage(reply);
const { read } = openCorpusReader(place);
const report = (reason: string) => say({ kind: 'report', reason });
const reportEncoder = (reason: string) => say({ kind: 'encoder', reason });
const vectors = encoder && createFactVectors({ ...encoder, report: reportEncoder });
const provider = openIndexProvider(read, { indexFile, report, vectors });
/** What the other thread knows of the facts, and what it is yet to be told. */
let told: FactsBySheet = new Map();
let pieces: Iterator<readonly SheetPiece[]> = [].values();

/** Facts are found by their words alone until they are encoded. */
let encoding: Promise<void> = Promise.resolve();
/** Another text each time facts were encoded. */
let encodedSince = '';
let encoderTrouble = '';
function encodeLater(facts: readonly Passage[], later: readonly Passage[]): void {
  if (!vectors) return;
  encoding = encoding.then(async () => {
    try {
      if (await vectors.encode(facts, later)) encodedSince += '.';
      encoderTrouble = '';
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== encoderTrouble) reportEncoder(reason);
      encoderTrouble = reason;
    }
  });
}

async function serve(request: IndexRequest): Promise<IndexResults[IndexRequest['kind']]> {
  switch (request.kind) {
    case 'contents': {
      const { now, isNew, withArchive } = request;
      const { facts, ...rest } = await (isNew
        ? provider.reload(now)
        : provider.contents(now, { withArchive }));
      const current = provider.factsBySheet();
      pieces = changesSince(told, current, MOST_FACTS);
      told = current;
      encodeLater(facts, provider.embargoedFacts());
      return rest;
    }
    case 'facts': {
      const next = pieces.next();
      return next.done === true ? undefined : next.value;
    }
    case 'look':
      return `${corpusFingerprint(place)}${encodedSince}`;
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
