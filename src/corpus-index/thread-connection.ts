import { Worker } from 'node:worker_threads';
import { CorpusError } from '../corpus/index.ts';
import type { IndexReply, IndexResults, IndexTask } from './thread-messages.ts';

/** Waiting for the reply to one request. */
interface Waiting {
  resolve(result: IndexResults[IndexTask['kind']]): void;
  reject(error: unknown): void;
}

/** A thread that does tasks, one after the other. */
export interface ThreadConnection {
  /** Rejects with what the task rejects with, and when the thread has ended. */
  ask<Kind extends IndexTask['kind']>(
    kind: Kind,
    task: Omit<Extract<IndexTask, { readonly kind: Kind }>, 'kind'>,
  ): Promise<IndexResults[Kind]>;
  close(): Promise<void>;
}

/** Is told in words of what the thread goes on without. */
export interface ThreadReports {
  /** Why the file of the index is not used. */
  readonly report: (reason: string) => void;
  /** What is wrong with the sentence encoder. @default nobody is told */
  readonly reportEncoder?: (reason: string) => void;
}

/** JavaScript that loads what is TypeScript, however this process was started. */
const ENTRY = new URL('../../bin/index-worker.js', import.meta.url);

/** Starts the thread. Close it, or the process does not end. */
export function connectThread(
  workerData: object,
  { report, reportEncoder = () => {} }: ThreadReports,
): ThreadConnection {
  const worker = new Worker(ENTRY, { workerData, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  // Messages to a thread that has ended are lost without a word.
  let ended: { readonly why: unknown } | undefined;
  const end = (why: unknown) => {
    ended ??= { why };
    for (const { reject } of waiting.values()) reject(ended.why);
    waiting.clear();
  };
  worker.on('message', (reply: IndexReply) => {
    if (reply.kind === 'report') return report(reply.reason);
    if (reply.kind === 'encoder') return reportEncoder(reply.reason);
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === 'done') asked?.resolve(reply.result);
    else asked?.reject(reply.problems ? new CorpusError(reply.problems) : reply.error);
  });
  worker.on('error', end);
  worker.on('exit', () =>
    end(new Error('The thread that reads the corpus has ended. Start factdesk again.')),
  );
  let last = 0;
  return {
    async ask<Kind extends IndexTask['kind']>(kind: Kind, task: object) {
      const result = new Promise<unknown>((resolve, reject) => {
        if (ended) return reject(ended.why);
        const id = ++last;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ ...task, kind, id });
      });
      // The thread answers each task with the result of its kind.
      return (await result) as IndexResults[Kind];
    },
    async close() {
      await worker.terminate();
    },
  };
}
