import type { Encoder, EncoderModel, TextKind } from './encoder.ts';
import { packVector } from './packed-vector.ts';
import { keyOfText, readVectors, vectorFile, writeVectors } from './vector-file.ts';

/** A text that is to be compared with questions. */
export interface TextToEncode {
  readonly text: string;
  readonly kind: TextKind;
}

/** The vectors of texts, kept from one start to the next, so that only new and changed texts are encoded. */
export interface VectorStore {
  /** The vector of a text, in whole numbers; undefined where it was not encoded yet. */
  find(text: TextToEncode): Int8Array | undefined;
  /**
   * Encodes those texts that were not, forgets all others, writes the file, and tells whether any was encoded. Rejects
   * with an EncoderError.
   * @param open is called when there is something to encode
   */
  keep(texts: readonly TextToEncode[], open: () => Promise<Pick<Encoder, 'encode'>>): Promise<boolean>;
}

/** Where vectors are kept, and of which model. */
export interface VectorStoreOptions {
  /** Folder of all that factdesk keeps. */
  readonly data: string;
  readonly model: Pick<EncoderModel, 'fingerprint' | 'dimensions'>;
  /** Is told in words when the file cannot be read or written. */
  readonly report: (reason: string) => void;
}

/** So many texts are handed over at once. */
const BATCH = 64;
/** So many batches, some minutes of work, are lost at most when the process is killed. */
const BATCHES_TO_KEEP = 100;

/** Opens the store with what was kept. */
export async function openVectorStore({ data, model, report }: VectorStoreOptions): Promise<VectorStore> {
  const file = vectorFile(data, model);
  let vectors = await readVectors(file, model, report);
  const write = async () => {
    await writeVectors(file, model, vectors).catch((error: Error) =>
      report(`${file} cannot be written: ${error.message}`),
    );
  };
  return {
    find: ({ text, kind }) => vectors.get(keyOfText(text, kind)),
    async keep(texts, open) {
      const wanted = new Map(texts.map((one) => [keyOfText(one.text, one.kind), one]));
      const missing = [...wanted].filter(([key]) => !vectors.has(key));
      if (missing.length === 0 && wanted.size === vectors.size) return false;
      const found = new Map([...vectors].filter(([key]) => wanted.has(key)));
      vectors = found;
      let batches = 0;
      for (const batch of inBatches(missing)) {
        await encodeBatch(batch, await open(), found);
        if (++batches % BATCHES_TO_KEEP === 0) await write();
      }
      await write();
      return missing.length > 0;
    },
  };
}

type Missing = readonly [key: string, text: TextToEncode];

/** Texts of one kind each. */
function* inBatches(missing: readonly Missing[]): Generator<readonly Missing[]> {
  for (const kind of ['passage', 'question'] as const) {
    const ofKind = missing.filter(([, text]) => text.kind === kind);
    for (let from = 0; from < ofKind.length; from += BATCH) yield ofKind.slice(from, from + BATCH);
  }
}

async function encodeBatch(
  batch: readonly Missing[],
  encoder: Pick<Encoder, 'encode'>,
  found: Map<string, Int8Array>,
): Promise<void> {
  const [[, { kind }] = ['', { kind: 'passage' as const }]] = batch;
  const texts = batch.map(([, { text }]) => text);
  const encoded = await encoder.encode(texts, kind);
  encoded.forEach((vector, at) => {
    found.set(batch[at]?.[0] ?? '', packVector(vector));
  });
}
