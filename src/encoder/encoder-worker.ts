import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { EncoderError } from './encoder.ts';
import type { EncoderReply, EncoderRequest } from './encoder-messages.ts';
import { type LoadedModel, loadModel } from './model.ts';

const { folder } = z.object({ folder: z.string() }).parse(workerData);
const say = (reply: EncoderReply) => parentPort?.postMessage(reply);

async function serve({ encode }: LoadedModel, { id, texts, kind }: EncoderRequest): Promise<void> {
  try {
    const vectors: Float32Array[] = [];
    // One by one: side by side they would be filled up to the longest, and no faster.
    for (const text of texts) vectors.push(await encode(text, kind));
    say({ kind: 'done', id, vectors });
  } catch (error) {
    say({ kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) });
  }
}

try {
  const loaded = await loadModel(folder);
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (request: EncoderRequest) => {
    last = last.then(() => serve(loaded, request));
  });
  say({ kind: 'ready', model: loaded.model });
} catch (error) {
  if (!(error instanceof EncoderError)) throw error;
  say({ kind: 'refused', reason: error.message });
}
