import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EncoderError, type Pooling, type TextKind } from './encoder.ts';

/** What of a published model is read. */
export interface ModelFolder {
  /** The file with the weights. */
  readonly file: string;
  readonly tokenizer: object;
  readonly tokenizerConfig: object;
  readonly pooling: Exclude<Pooling, 'own'>;
  /** What is put before a text of each kind. */
  readonly prompts: Readonly<Record<TextKind, string>>;
  /** Longer texts are cut. */
  readonly mostTokens: number;
}

/**
 * Where publishers put the weights. Quantised ones come first: they take a quarter of the memory and less time, and say
 * nearly the same.
 */
const MODEL_FILES = [
  'model_quantized.onnx',
  'onnx/model_quantized.onnx',
  'model.onnx',
  'onnx/model.onnx',
] as const;

/** A sentence is shorter by far. What a longer text says behind it hardly changes its vector, and takes long. */
const MOST_TOKENS = 256;

const Config = z.object({ max_position_embeddings: z.int().min(8).optional() });
const PoolingConfig = z.object({
  pooling_mode_cls_token: z.boolean().default(false),
  pooling_mode_mean_tokens: z.boolean().default(false),
});
const Prompts = z.object({
  prompts: z
    .object({
      query: z.string().default(''),
      document: z.string().optional(),
      passage: z.string().optional(),
    })
    .optional(),
});
const Limits = z.object({ max_seq_length: z.int().min(8).optional() });

/** Reads all of a model but its weights. Rejects with an EncoderError that tells all that is wrong with the folder. */
export async function readModelFolder(folder: string): Promise<ModelFolder> {
  const problems: string[] = [];
  const told = (problem: string) => {
    problems.push(problem);
    return undefined;
  };
  const read = <T>(name: string, schema: z.ZodType<T>, otherwise: T | undefined) =>
    readJson(join(folder, name), schema, otherwise).catch((error: Error) => told(`${name} ${error.message}`));
  const file = await findModel(folder);
  if (file === undefined) told(`none of ${MODEL_FILES.join(', ')} is in it`);
  const tokenizer = await read('tokenizer.json', z.looseObject({ model: z.looseObject({}) }), undefined);
  const config = await read('config.json', Config, undefined);
  const tokenizerConfig = await read('tokenizer_config.json', z.looseObject({}), {});
  const pooling = await read('1_Pooling/config.json', PoolingConfig, MEAN);
  const prompts = await read('config_sentence_transformers.json', Prompts, {});
  const limits = await read('sentence_bert_config.json', Limits, {});
  const way = pooling === undefined ? undefined : (readPooling(pooling) ?? told(OTHER_POOLING));
  if (file && tokenizer && tokenizerConfig && config && way && prompts && limits)
    return {
      file,
      tokenizer,
      tokenizerConfig,
      pooling: way,
      prompts: {
        question: prompts.prompts?.query ?? '',
        passage: prompts.prompts?.passage ?? prompts.prompts?.document ?? '',
      },
      // Some models keep two positions for themselves.
      mostTokens: Math.min(
        MOST_TOKENS,
        limits.max_seq_length ?? MOST_TOKENS,
        (config.max_position_embeddings ?? MOST_TOKENS + 2) - 2,
      ),
    };
  throw new EncoderError(
    `The encoder in ${folder} cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );
}

const MEAN = { pooling_mode_cls_token: false, pooling_mode_mean_tokens: true };
const OTHER_POOLING =
  '1_Pooling/config.json asks for another pooling than the mean (pooling_mode_mean_tokens) or the first token ' +
  '(pooling_mode_cls_token)';

function readPooling(config: z.infer<typeof PoolingConfig>): 'mean' | 'first' | undefined {
  if (config.pooling_mode_cls_token) return 'first';
  return config.pooling_mode_mean_tokens ? 'mean' : undefined;
}

async function findModel(folder: string): Promise<string | undefined> {
  for (const name of MODEL_FILES) {
    const file = join(folder, name);
    if (
      await stat(file).then(
        (found) => found.isFile(),
        () => false,
      )
    )
      return file;
  }
  return undefined;
}

/** @param otherwise what a missing file counts as @default it must be there */
async function readJson<T>(file: string, schema: z.ZodType<T>, otherwise: T | undefined): Promise<T> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw new Error(`cannot be read (${error.message})`);
  });
  if (text === undefined) {
    if (otherwise !== undefined) return otherwise;
    throw new Error('is missing');
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : 'not JSON';
    throw new Error(`is not what it should be (${what})`);
  }
}
