import type { Passage } from '../corpus/index.ts';
import {
  type Encoder,
  EncoderError,
  type EncoderModel,
  openEncoder,
  openVectorStore,
  type TextToEncode,
  type VectorStore,
} from '../encoder/index.ts';
import type { PassageVectors } from '../search/index.ts';

/** What facts mean, by a sentence encoder. Encoding takes long, so it is done beside answering. */
export interface FactVectors {
  /**
   * Encodes the texts that were not, and tells whether anything was. Only meanwhile is the encoder open. Rejects with
   * an EncoderError.
   *
   * @param later facts that may be shown later, as far as there is room for them beside the others @default none
   */
  encode(facts: readonly Passage[], later?: readonly Passage[]): Promise<boolean>;
  /** The vectors of the passages of a segment, as far as they are known; undefined before any is. */
  vectorsOf(passages: readonly Passage[]): PassageVectors | undefined;
}

/** Where the encoder is, and where vectors are kept. */
export interface FactVectorsOptions {
  readonly folder: string;
  /** Folder of all that factdesk keeps. */
  readonly data: string;
  /** Is told in words when the file of the vectors cannot be used. */
  readonly report: (reason: string) => void;
}

/** The sheets of any desk. More would take hours. */
const MOST_FACTS = 20_000;

/** What of a passage is encoded: its own words, and what it is asked as and called. */
const ownOf = ({ text }: Passage): TextToEncode => ({ text, kind: 'passage' });
const linesOf = ({ askedAs, alsoCalled }: Passage): readonly TextToEncode[] =>
  [...askedAs, ...alsoCalled].map((text) => ({ text, kind: 'question' }));

/** Knows no vectors at first; reads none before it is asked to encode. */
export function createFactVectors({ folder, data, report }: FactVectorsOptions): FactVectors {
  let laidOut = new WeakMap<readonly Passage[], PassageVectors>();
  let known: { readonly store: VectorStore; readonly model: EncoderModel } | undefined;
  const encodeWith = async (facts: readonly Passage[], open: () => Promise<Encoder>) => {
    const isFirst = known === undefined;
    if (!known) {
      const { model } = await open();
      known = { model, store: await openVectorStore({ data, model, report }) };
    }
    const texts = facts.flatMap((fact) => [ownOf(fact), ...linesOf(fact)]);
    return (await known.store.keep(texts, open)) || isFirst;
  };
  return {
    async encode(facts, later = []) {
      if (facts.length > MOST_FACTS)
        throw new EncoderError(`${facts.length} facts are too many to be encoded: ${MOST_FACTS} at most.`);
      let encoder: Encoder | undefined;
      const open = async () => {
        encoder ??= await openEncoder(folder);
        if (known && known.model.fingerprint !== encoder.model.fingerprint)
          throw new EncoderError(`There is another encoder in ${folder} now. Start factdesk again.`);
        return encoder;
      };
      try {
        // Nobody must be able to tell that there are any: they never use up what the others need.
        const isNew = await encodeWith([...facts, ...later.slice(0, MOST_FACTS - facts.length)], open);
        if (isNew) laidOut = new WeakMap();
        return isNew;
      } finally {
        await encoder?.close();
      }
    },
    vectorsOf(passages) {
      const vectors = laidOut.get(passages) ?? (known && layOut(passages, known));
      if (vectors) laidOut.set(passages, vectors);
      return vectors;
    },
  };
}

/** Rows of the passages, then of their lines. In memory that threads share. */
function layOut(
  passages: readonly Passage[],
  {
    store,
    model: { fingerprint, dimensions },
  }: { readonly store: VectorStore; readonly model: EncoderModel },
): PassageVectors {
  const texts = [...passages.map(ownOf), ...passages.flatMap(linesOf)];
  const values = new Int8Array(new SharedArrayBuffer(texts.length * dimensions));
  const norms = new Float32Array(new SharedArrayBuffer(texts.length * Float32Array.BYTES_PER_ELEMENT));
  texts.forEach((text, row) => {
    const vector = store.find(text);
    if (!vector) return;
    values.set(vector, row * dimensions);
    norms[row] = Math.hypot(...vector);
  });
  return { model: fingerprint, dimensions, values, norms };
}
