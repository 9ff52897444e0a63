import type { Passage } from '../src/corpus/index.ts';
import type { Language } from './language.ts';
import { below, createRandom, pick, type Random } from './random.ts';

const GRAMMAR =
  `the the the the of of to to and and in in a a for was is on that by with from at as were be has it an
  are had their said which will not but been have his they after more who he or its`.split(/\s+/);
const REPEATED_SHARE = 0.08;

interface Subject {
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** A sentence of news length (8 to 34 words) in which words of the document's subject recur. */
function writeSentence(language: Language, random: Random, subject: Subject): readonly string[] {
  const length = 8 + Math.round((random() + random() + random()) * 8.6);
  const words: string[] = [];
  while (words.length < length) {
    const draw = random();
    if (draw < 0.45) words.push(pick(random, GRAMMAR));
    else if (draw < 0.53) words.push(pick(random, subject.names));
    else if (draw < 0.56) words.push(String(2 + below(random, 10 ** (1 + below(random, 4)))));
    else words.push(random() < 0.4 ? pick(random, subject.words) : language.word(random));
  }
  return words;
}

/** An earlier sentence with two words changed, as later reports have it. */
function revise(language: Language, random: Random, earlier: readonly string[]): readonly string[] {
  const words = [...earlier];
  for (let change = 0; change < 2; change++) words[below(random, words.length)] = language.word(random);
  return words;
}

const toText = (words: readonly string[]) => {
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

function toPassages(document: number, { title, sentences: texts }: GeneratedDocument): Passage[] {
  const file = 'bench/corpus.jsonl';
  const source = { id: `d${document}`, title, published: '2024-11-20', file };
  return texts.map((text, i) => ({
    id: `d${document}-${i}`,
    text,
    kind: 'quote',
    attribution: 'Benchmark',
    asOf: '2024-11-20',
    source,
    place: { file, line: document, start: 0, end: text.length },
    context: texts.filter((_, other) => other !== i).join(' '),
    topics: [],
    askedAs: [],
    alsoCalled: [],
  }));
}

/** A generated document: 5 to 25 sentences on one subject, the same for the same seed. */
export interface GeneratedDocument {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** Document number `document` of an endless library. */
export function generateDocument(language: Language, document: number, seed: number): GeneratedDocument {
  const random = createRandom(seed * 1_000_003 + document);
  const subject = {
    names: Array.from({ length: 6 }, () => language.name(random)),
    words: Array.from({ length: 18 }, () => language.word(random)),
  };
  const sentences: (readonly string[])[] = [];
  for (let length = 5 + below(random, 21); sentences.length < length; ) {
    const isRepeated = sentences.length > 0 && random() < REPEATED_SHARE;
    sentences.push(
      isRepeated
        ? revise(language, random, pick(random, sentences))
        : writeSentence(language, random, subject),
    );
  }
  return { title: toText(subject.names.slice(0, 2)).slice(0, -1), sentences: sentences.map(toText) };
}

/** A corpus of generated documents. The first passages of a longer one are the shorter one. */
export function* generatePassages(language: Language, facts: number, seed: number): Generator<Passage> {
  let made = 0;
  for (let document = 1; made < facts; document++) {
    const generated = generateDocument(language, document, seed);
    for (const passage of toPassages(document, generated)) if (made++ < facts) yield passage;
  }
}
