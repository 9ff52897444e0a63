import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { EncoderError, type EncoderModel } from '../../src/encoder/encoder.ts';
import { createQuestionEncoder } from '../../src/encoder/question-encoder.ts';

const values = Float32Array.of(1, 0);
const model: EncoderModel = {
  ...{ file: 'model.onnx', bytes: 1, dimensions: 2, floor: 0.3, pooling: 'mean' },
  fingerprint: '0123456789abcdef',
};
/** An encoder that takes its time, and notes what it was asked. */
const slow = (ms: number) => {
  const asked: string[] = [];
  return {
    asked,
    model,
    encode: async (texts: readonly string[]) => {
      asked.push(...texts);
      await setTimeout(ms);
      return texts.map(() => values);
    },
  };
};

describe('encoding a question', () => {
  it('gives its vector where that comes in time', async () => {
    const encode = createQuestionEncoder(slow(1), { report: () => {}, mostMs: 500 });
    expect(await encode('When?')).toEqual({
      vector: { model: '0123456789abcdef', values, floor: 0.3 },
    });
  });

  it('goes without where it does not, and does not begin what is no longer waited for', async () => {
    const encoder = slow(300);
    const encode = createQuestionEncoder(encoder, { report: () => {}, mostMs: 30 });
    const [first, second] = await Promise.all([encode('one'), encode('two')]);
    expect([first, second]).toEqual([{ without: 'late' }, { without: 'late' }]);
    await setTimeout(350);
    const third = await encode('three');
    expect(third).toEqual({ without: 'late' });
    expect(encoder.asked).toEqual(['one', 'three']);
  });

  it('tells once why it fails, and never rejects', async () => {
    const told: string[] = [];
    const encode = createQuestionEncoder(
      { model, encode: () => Promise.reject(new EncoderError('The thread has ended.')) },
      { report: (reason) => told.push(reason) },
    );
    expect([await encode('one'), await encode('two')]).toEqual([
      { without: 'failed' },
      { without: 'failed' },
    ]);
    expect(told).toEqual(['The thread has ended.']);
  });
});
