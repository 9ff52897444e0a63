import { EncoderError } from './encoder.ts';

/** What of a session of ONNX Runtime is used. */
export interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(
    feeds: Readonly<Record<string, Tensor>>,
    outputs: readonly string[],
  ): Promise<Readonly<Record<string, Tensor>>>;
}

interface Tensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** Turns a text into the numbers of its tokens. */
export interface Tokenizer {
  encode(text: string): readonly number[];
}

/** The packages that run a model. */
export interface Runtime {
  createSession(weights: Uint8Array): Promise<Session>;
  createTokenizer(tokenizer: object, config: object): Tokenizer;
  /** A row of numbers, as one text of a batch. */
  tensor(row: BigInt64Array): Tensor;
}

/** They may be left out when factdesk is installed; why these, see docs/decisions/0032-bring-your-own-encoder.md. */
const INSTALL = 'npm install --omit=dev --no-save --save-prod onnxruntime-web @huggingface/tokenizers';

/** Loads the packages. Rejects with an EncoderError where they are not installed. */
export async function importRuntime(): Promise<Runtime> {
  try {
    const [ort, tokenizers] = await Promise.all([
      import('onnxruntime-web'),
      import('@huggingface/tokenizers'),
    ]);
    // More threads would take the cores that answer.
    ort.env.wasm.numThreads = 1;
    ort.env.logLevel = 'error';
    return {
      createSession: async (weights) => {
        const session = await ort.InferenceSession.create(weights, { logSeverityLevel: 3 });
        return {
          inputNames: session.inputNames,
          outputNames: session.outputNames,
          run: (feeds, outputs) => session.run(feeds as Record<string, never>, [...outputs]),
        };
      },
      createTokenizer: (tokenizer, config) => {
        const own = new tokenizers.Tokenizer(tokenizer, config);
        return { encode: (text) => own.encode(text).ids };
      },
      tensor: (row) => new ort.Tensor('int64', row, [1, row.length]),
    };
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')) throw cause;
    throw new EncoderError(`A sentence encoder needs two packages that are not installed. Run: ${INSTALL}`, {
      cause,
    });
  }
}
