import { Worker } from 'node:worker_threads';
import { type Encoder, EncoderError, type EncoderModel } from './encoder.ts';
import type { EncoderReply, EncoderRequest } from './encoder-messages.ts';

/** Waiting for the vectors of one request. */
interface Waiting {
  resolve(vectors: readonly Float32Array[]): void;
  reject(error: EncoderError): void;
}

/** JavaScript that loads what is TypeScript, however this process was started. */
const ENTRY = new URL('../../bin/encoder-worker.js', import.meta.url);

/**
 * Opens the sentence encoder in a folder, as it is published: ONNX, with its tokenizer. Nothing is fetched. Close it,
 * or the process does not end. Rejects with an EncoderError when it cannot be used.
 */
export async function openEncoder(folder: string): Promise<Encoder> {
  const worker = new Worker(ENTRY, { workerData: { folder }, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  // Messages to a thread that has ended are lost without a word.
  let ended: EncoderError | undefined;
  const end = (error: EncoderError) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  const model = await new Promise<EncoderModel>((resolve, reject) => {
    const fail = (reason: string, cause?: unknown) => {
      const error = new EncoderError(reason, { cause });
      end(error);
      reject(error);
    };
    worker.on('message', (reply: EncoderReply) => {
      if (reply.kind === 'ready') resolve(reply.model);
      else if (reply.kind === 'refused') fail(reply.reason);
      else settle(waiting, reply);
    });
    worker.on('error', (cause) => fail(`The encoder in ${folder} has failed: ${cause.message}`, cause));
    worker.on('exit', () => fail(`The thread of the encoder in ${folder} has ended.`));
  });
  let last = 0;
  return {
    model,
    encode: (texts, kind) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        const id = ++last;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, texts, kind } satisfies EncoderRequest);
      }),
    async close() {
      await worker.terminate();
    },
  };
}

function settle(
  waiting: Map<number, Waiting>,
  reply: Extract<EncoderReply, { readonly kind: 'done' | 'failed' }>,
): void {
  const asked = waiting.get(reply.id);
  waiting.delete(reply.id);
  if (reply.kind === 'done') asked?.resolve(reply.vectors);
  else asked?.reject(new EncoderError(`A text could not be encoded: ${reply.reason}`));
}
