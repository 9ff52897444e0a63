import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EncoderError, type EncoderModel, type Pooling, type TextKind } from './encoder.ts';
import { type ModelFolder, readModelFolder } from './model-folder.ts';
import { floorOf, ONE_MATTER } from './one-matter.ts';
import { importRuntime, type Runtime, type Session, type Tokenizer } from './runtime.ts';

/** A model that is ready in this thread. */
export interface LoadedModel {
  readonly model: EncoderModel;
  encode(text: string, kind: TextKind): Promise<Float32Array>;
}

/** Inputs that can be filled. */
const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'];
/** Outputs that are the vector of the whole text, where a model has one. */
const WHOLE = 'sentence_embedding';

/** What the numbers of each token of a text are, one token after another; or of the whole text, as one token. */
interface States {
  readonly values: Float32Array;
  readonly dimensions: number;
  readonly pooling: Pooling;
}

/** Reads a model and tries it out. Rejects with an EncoderError when it cannot be used. */
export async function loadModel(path: string): Promise<LoadedModel> {
  const folder = await readModelFolder(path);
  const runtime = await importRuntime();
  const weights = await readFile(folder.file);
  const refuse = (cause: unknown): never => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new EncoderError(`The encoder ${folder.file} cannot be used: ${why}`, { cause });
  };
  try {
    const tokenizer = runtime.createTokenizer(folder.tokenizer, folder.tokenizerConfig);
    const session = await runtime.createSession(weights);
    const run = createRun(folder, { runtime, tokenizer, session });
    const { dimensions, pooling } = await run('How many?', 'question');
    const encode = async (text: string, kind: TextKind) => toUnit(pool(await run(text, kind)));
    const texts: Float32Array[] = [];
    for (const text of ONE_MATTER) texts.push(await encode(text, 'passage'));
    const known = { file: folder.file, bytes: weights.length, fingerprint: fingerprintOf(folder, weights) };
    return { model: { ...known, dimensions, pooling, floor: floorOf(texts) }, encode };
  } catch (error) {
    return refuse(error);
  }
}

function fingerprintOf(
  { tokenizer, tokenizerConfig, pooling, prompts, mostTokens }: ModelFolder,
  weights: Buffer,
) {
  const rest = JSON.stringify({ tokenizer, tokenizerConfig, pooling, prompts, mostTokens });
  return createHash('sha256').update(weights).update(rest).digest('hex');
}

/** Gives the states of a text, as the last layer has them. */
function createRun(
  { prompts, mostTokens, pooling }: ModelFolder,
  {
    runtime,
    tokenizer,
    session,
  }: { readonly runtime: Runtime; readonly tokenizer: Tokenizer; readonly session: Session },
): (text: string, kind: TextKind) => Promise<States> {
  const unknown = session.inputNames.filter((name) => !INPUTS.includes(name));
  if (unknown.length > 0)
    throw new Error(`it asks for ${unknown.join(', ')}, which no sentence encoder does`);
  const [first = ''] = session.outputNames;
  const output = session.outputNames.includes(WHOLE) ? WHOLE : first;
  return async (text, kind) => {
    const ids = cut(tokenizer.encode(prompts[kind] + text), mostTokens);
    const inputs: Readonly<Record<string, BigInt64Array>> = {
      input_ids: BigInt64Array.from(ids, BigInt),
      attention_mask: new BigInt64Array(ids.length).fill(1n),
      token_type_ids: new BigInt64Array(ids.length),
    };
    const feeds = Object.fromEntries(
      session.inputNames.map((name) => [name, runtime.tensor(inputs[name] ?? new BigInt64Array())]),
    );
    const result = (await session.run(feeds, [output]))[output];
    if (!(result?.data instanceof Float32Array)) throw new Error('it gives no 32-bit numbers');
    const dimensions = result.dims.at(-1) ?? 0;
    const isWhole = result.data.length === dimensions;
    if (!isWhole && result.data.length !== dimensions * ids.length)
      throw new Error(`${output} holds neither a vector for the text nor one for each token`);
    return { values: result.data, dimensions, pooling: isWhole ? 'own' : pooling };
  };
}

/** What is cut off a long text is its middle: the sign at its end stays. */
function cut(ids: readonly number[], most: number): readonly number[] {
  return ids.length <= most ? ids : [...ids.slice(0, most - 1), ids.at(-1) ?? 0];
}

/** One vector for the text. */
function pool({ values, dimensions, pooling }: States): Float32Array {
  if (pooling !== 'mean') return values.slice(0, dimensions);
  const sum = new Float32Array(dimensions);
  for (let at = 0; at < values.length; at++)
    sum[at % dimensions] = (sum[at % dimensions] ?? 0) + (values[at] ?? 0);
  return sum;
}

function toUnit(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector);
  if (!(norm > 0 && norm < Number.POSITIVE_INFINITY)) throw new Error('it gives numbers that are none');
  return vector.map((value) => value / norm);
}
