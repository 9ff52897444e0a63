import { below, createRandom, pick, type Random } from './random.ts';

const ONSETS =
  'b br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sh sl sp st str t th tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ea ee ou io'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 'l', 's', 't', 'nd', 'nt', 'rk', 'st', 'm', 'd', 'ck'];
const ENDINGS = [
  'tion',
  'ment',
  'ness',
  'ity',
  'er',
  'ist',
  'ship',
  'al',
  'ive',
  'ous',
  'ate',
  'ify',
  'ing',
  'ed',
  's',
];

/** How many content words and names the language has. The rank of a word decides how often it is used. */
const WORDS = 180_000;
const NAMES = 60_000;
/** Word frequencies fall with rank as in large news corpora (Zipf and Mandelbrot), and steeper in the tail. */
const OFFSET = 12;
const STEEPNESS = 1.12;

/** A made-up language with frequent and rare words. */
export interface Language {
  word(random: Random): string;
  name(random: Random): string;
}

function makeWord(random: Random, syllables: number): string {
  let word = '';
  for (let i = 0; i < syllables; i++)
    word += pick(random, ONSETS) + pick(random, VOWELS) + pick(random, CODAS);
  return random() < 0.4 ? word + pick(random, ENDINGS) : word;
}

function makeWords(random: Random, count: number): readonly string[] {
  const words = new Set<string>();
  while (words.size < count) words.add(makeWord(random, words.size < 1500 ? 1 : 2 + below(random, 2)));
  return [...words];
}

/** Ranks drawn by their frequency, found by the inverse of the cumulated frequencies. */
function createRankSampler(count: number): (random: Random) => number {
  const cumulated = new Float64Array(count);
  let total = 0;
  for (let rank = 0; rank < count; rank++) {
    total += 1 / (rank + OFFSET) ** STEEPNESS;
    cumulated[rank] = total;
  }
  return (random) => {
    const wanted = random() * total;
    let from = 0;
    let to = count - 1;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((cumulated[middle] ?? 0) < wanted) from = middle + 1;
      else to = middle;
    }
    return from;
  };
}

/** The same language for every seed of a corpus. */
export function createLanguage(): Language {
  const random = createRandom(20_241_120);
  const words = makeWords(random, WORDS);
  const names = makeWords(random, NAMES).map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  const wordRank = createRankSampler(WORDS);
  const nameRank = createRankSampler(NAMES);
  return {
    word: (draw) => words[wordRank(draw)] ?? '',
    name: (draw) => names[nameRank(draw)] ?? '',
  };
}
