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
  /** Encodes those texts that were not, forgets all others, and writes the file. Rejects with an EncoderError. */
  keep(texts: readonly TextToEncode[], encoder: Pick<Encoder, 'encode'>): Promise<void>;
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

/** Opens the store with what was kept. */
export async function openVectorStore({ data, model, report }: VectorStoreOptions): Promise<VectorStore> {
  const file = vectorFile(data, model);
  let vectors = await readVectors(file, model, report);
  return {
    find: ({ text, kind }) => vectors.get(keyOfText(text, kind)),
    async keep(texts, encoder) {
      const wanted = new Map(texts.map((one) => [keyOfText(one.text, one.kind), one]));
      const missing = [...wanted].filter(([key]) => !vectors.has(key));
      if (missing.length === 0 && wanted.size === vectors.size) return;
      const found = new Map(vectors);
      for (const kind of ['passage', 'question'] as const) {
        const ofKind = missing.filter(([, one]) => one.kind === kind);
        for (let from = 0; from < ofKind.length; from += BATCH) {
          const batch = ofKind.slice(from, from + BATCH);
          const encoded = await encoder.encode(
            batch.map(([, { text }]) => text),
            kind,
          );
          encoded.forEach((vector, at) => {
            found.set(batch[at]?.[0] ?? '', packVector(vector));
          });
        }
      }
      vectors = new Map([...wanted.keys()].map((key) => [key, found.get(key) ?? new Int8Array()]));
      await writeVectors(file, model, vectors).catch((error: Error) =>
        report(`${file} cannot be written: ${error.message}`),
      );
    },
  };
}
