import { cp, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Encoder, openEncoder, type TextKind } from '../../src/encoder/index.ts';

/** Made by tools/make-test-encoder.py. */
const TINY = 'test/fixtures/encoder';
/** A folder with MiniLM-L6, as tools/make-onnx-encoder.py makes it. */
const REAL = process.env.FACTDESK_TEST_ENCODER;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'factdesk-encoder-'));
});
afterAll(() => rm(folder, { recursive: true }));

const opened: Encoder[] = [];
afterEach(async () => {
  for (const encoder of opened.splice(0)) await encoder.close();
});
const open = async (of: string) => {
  const encoder = await openEncoder(of);
  opened.push(encoder);
  return encoder;
};
/** A copy of the tiny model with other files. */
const withFiles = async (name: string, files: Readonly<Record<string, unknown>>) => {
  const copy = path.join(folder, name);
  await cp(TINY, copy, { recursive: true });
  for (const [file, value] of Object.entries(files)) {
    await cp(TINY, path.dirname(path.join(copy, file)), { recursive: true });
    await writeFile(path.join(copy, file), typeof value === 'string' ? value : JSON.stringify(value));
  }
  return copy;
};
const refusalOf = (of: string) =>
  open(of).then(
    () => 'it was opened',
    (error: Error) => error.message,
  );
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const cosine = async (encoder: Encoder, a: string, b: string, kinds: [TextKind, TextKind]) => {
  const [[one], [two]] = [await encoder.encode([a], kinds[0]), await encoder.encode([b], kinds[1])];
  return dot(one ?? new Float32Array(), two ?? new Float32Array());
};

describe('an encoder', () => {
  it('gives vectors of length 1, alike for what means alike', async () => {
    const encoder = await open(TINY);
    expect(encoder.model).toMatchObject({ dimensions: 16, pooling: 'mean', bytes: 5554 });
    const [ferry, boat, storm] = await encoder.encode(
      ['The ferries carried passengers.', 'boats took people', 'a storm'],
      'passage',
    );
    if (!ferry || !boat || !storm) throw new Error('no vectors');
    expect(dot(ferry, ferry)).toBeCloseTo(1, 5);
    expect(dot(ferry, boat)).toBeGreaterThan(0.9);
    expect(dot(ferry, storm)).toBeLessThan(0.5);
  });

  it('cuts what is too long, and knows nothing of the rest', async () => {
    const encoder = await open(TINY);
    const words = 'ferry '.repeat(40);
    expect(await cosine(encoder, words, `${words} storm storm`, ['passage', 'passage'])).toBeCloseTo(1, 5);
  });

  it('puts the prompts of the model before questions and passages', async () => {
    const plain = await open(TINY);
    const prompted = await open(
      await withFiles('prompts', {
        'config_sentence_transformers.json': { prompts: { query: 'storm: ', passage: 'bridge: ' } },
      }),
    );
    const [asked] = await prompted.encode(['ferry'], 'question');
    const [told] = await prompted.encode(['ferry'], 'passage');
    expect([asked]).toEqual(await plain.encode(['storm: ferry'], 'question'));
    expect([told]).toEqual(await plain.encode(['bridge: ferry'], 'passage'));
    expect(prompted.model.fingerprint).not.toBe(plain.model.fingerprint);
  });

  it('takes the first token where the model says so', async () => {
    const encoder = await open(
      await withFiles('first', { '1_Pooling/config.json': { pooling_mode_cls_token: true } }),
    );
    expect(encoder.model.pooling).toBe('first');
    // Every text begins with the same sign, and no layer lets this model look further.
    expect(await cosine(encoder, 'ferry', 'storm', ['passage', 'passage'])).toBeCloseTo(1, 5);
  });

  it('does not answer once it was closed', async () => {
    const encoder = await openEncoder(TINY);
    await encoder.close();
    await expect(encoder.encode(['ferry'], 'question')).rejects.toThrow(
      `The thread of the encoder in ${TINY} has ended.`,
    );
  });
});

describe('a folder that cannot be used', () => {
  it('is told with all that is wrong', async () => {
    expect(await refusalOf(folder)).toBe(
      `The encoder in ${folder} cannot be used:
- none of model_quantized.onnx, onnx/model_quantized.onnx, model.onnx, onnx/model.onnx is in it
- tokenizer.json is missing
- config.json is missing`,
    );
  });

  it.each([
    ['tokenizer.json', 'nonsense', '- tokenizer.json is not what it should be (not JSON)'],
    ['1_Pooling/config.json', { pooling_mode_max_tokens: true }, '- 1_Pooling/config.json asks for another'],
    ['model.onnx', 'nonsense', 'model.onnx cannot be used: '],
    ['tokenizer.json', { model: { type: 'Nonsense' } }, 'model.onnx cannot be used: '],
  ])('is refused for its %s', async (file, value, told) => {
    const broken = await withFiles(`broken-${file.replace('/', '-')}-${typeof value}`, { [file]: value });
    expect(await refusalOf(broken)).toContain(told);
  });

  it('is one whose weights are in onnx, where nothing else is missing', async () => {
    const moved = await withFiles('moved', { 'onnx/x': '' });
    await unlink(path.join(moved, 'model.onnx'));
    expect((await open(moved)).model.file).toBe(path.join(moved, 'onnx/model.onnx'));
  });
});

describe.skipIf(!REAL)('MiniLM-L6 (where FACTDESK_TEST_ENCODER names its folder)', () => {
  it('knows questions that share no word with their answer', async () => {
    const encoder = await open(REAL ?? '');
    const near = await cosine(
      encoder,
      'How many people were hurt by bombs hidden in the ground?',
      'Landmines wounded 944 civilians.',
      ['question', 'passage'],
    );
    const far = await cosine(encoder, 'How many people were hurt?', 'The ferry leaves at noon.', [
      'question',
      'passage',
    ]);
    expect(near).toBeGreaterThan(far + 0.3);
  });

  it('gives what a forward pass of its weights gives', async () => {
    const encoder = await open(REAL ?? '');
    const [vector] = await encoder.encode(['How big is an anti-personnel mine?'], 'question');
    // From a forward pass written out in numpy.
    const expected = [0.0485069, 0.13617134, 0.00301333, -0.07192915];
    expected.forEach((value, at) => {
      expect(vector?.[at]).toBeCloseTo(value, 4);
    });
  });
});
