import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLines } from '../../../src/corpus/archive/index.ts';
import { aFolder } from './a-folder.ts';

it('gives the same lines as splitting the whole file, each at its bytes', async () => {
  const file = join(aFolder(), 'lines');
  const wild = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('x'.repeat(300_000))), {
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(wild, async (parts) => {
      writeFileSync(file, parts.join('\n'));
      const bytes = readFileSync(file);
      const read: string[] = [];
      for await (const line of readLines(createReadStream(file))) {
        if (!line.bytes) throw new Error('a line was read over');
        expect(bytes.subarray(line.byteOffset, line.byteOffset + line.byteLength).equals(line.bytes)).toBe(
          true,
        );
        expect(line.number).toBe(read.length + 1);
        read.push(line.bytes.toString());
      }
      const expected = bytes.toString().split('\n');
      if (expected.at(-1) === '') expected.pop();
      expect(read).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

it('tells of a line over the limit and gives the others', async () => {
  const file = join(aFolder({ lines: `short\n${'x'.repeat(700_000)}\nlast` }), 'lines');
  const read: string[] = [];
  for await (const { number, bytes } of readLines(createReadStream(file), 1000))
    read.push(`${number}:${bytes ?? 'too long'}`);
  expect(read).toEqual(['1:short', '2:too long', '3:last']);
});
