import type { Passage } from '../src/corpus/index.ts';
import { STOP_WORDS } from '../src/search/text/stop-words.ts';
import { below, createRandom, pick, type Random } from './random.ts';

/** A question, the same with two slips, and the passage it was made from. */
export interface BenchQuestion {
  readonly clean: string;
  readonly misspelt: string;
  readonly answer: string;
}

/** Questions for a number ask how many; the others leave open what they ask for. */
const LEADS = ['what about', 'is it true that', 'do we know if', 'what did', 'did'];

/** One slip of the finger: a letter inserted, lost, replaced, or two swapped. */
function slip(random: Random, word: string): string {
  const at = 1 + below(random, word.length - 1);
  const letter = String.fromCharCode(97 + below(random, 26));
  switch (below(random, 4)) {
    case 0:
      return word.slice(0, at) + letter + word.slice(at);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
  }
}

/** Two different words of four letters or more get a slip each. */
function misspell(random: Random, words: readonly string[], from: number): readonly string[] {
  const open = [...words.keys()].filter((i) => i >= from && /^[a-z]{4,}$/i.test(words[i] ?? ''));
  const chosen = new Set<number>();
  while (chosen.size < Math.min(2, open.length)) chosen.add(pick(random, open));
  return words.map((word, i) => (chosen.has(i) ? slip(random, word) : word));
}

/** Asks for a passage by four to eight of its content words, slightly shuffled. */
export function askAbout(passage: Passage, seed: number): BenchQuestion | undefined {
  const random = createRandom(seed);
  const content = passage.text
    .slice(0, -1)
    .split(' ')
    .filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  if (content.length < 5) return undefined;
  const kept = [...content];
  const wanted = 4 + below(random, Math.min(5, kept.length - 3));
  while (kept.length > wanted) kept.splice(below(random, kept.length), 1);
  for (let i = 1; i < kept.length; i++) {
    const [before, word] = [kept[i - 1] ?? '', kept[i] ?? ''];
    if (random() < 0.2) [kept[i - 1], kept[i]] = [word, before];
  }
  const isNumberAsked = content.some((word) => /^\d/.test(word) && !kept.includes(word));
  const lead = (isNumberAsked ? 'how many' : pick(random, LEADS)).split(' ');
  const words = [...lead, ...kept];
  const misspelt = misspell(random, words, lead.length);
  return { clean: `${words.join(' ')}?`, misspelt: `${misspelt.join(' ')}?`, answer: passage.id };
}
