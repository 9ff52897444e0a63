import {
  type Corpus,
  type Passage,
  type Problem,
  readVisiblePassages,
  type SynonymRule,
} from '../corpus/index.ts';
import { createIndex, type SearchIndex } from '../search/index.ts';
import { decide } from './decide.ts';
import type { OnFile, TopicCount } from './fact-desk.ts';

/** Everything that can be found, from one moment until the next at which something may be shown or no longer. */
export interface Shelf {
  readonly passages: readonly Passage[];
  readonly synonyms: readonly SynonymRule[];
  readonly index: SearchIndex;
  readonly onFile: OnFile;
  /** When other passages become visible; undefined when nothing changes by itself. */
  readonly until: Date | undefined;
  readonly problems: readonly Problem[];
}

const MOST_EXAMPLES = 8;

/** Puts what may be shown at `now` into an index. */
export async function createShelf(corpus: Corpus, now: Date): Promise<Shelf> {
  const { passages, until, problems } = await readVisiblePassages(corpus, now);
  return { ...fill(passages, corpus.synonyms), until, problems };
}

/** What of a shelf is on any of some topics, as a shelf of its own. */
export function narrowShelf(
  { passages, synonyms, until, problems }: Shelf,
  topics: readonly string[],
): Shelf {
  const wanted = new Set(topics);
  return {
    ...fill(
      passages.filter((passage) => passage.topics.some((topic) => wanted.has(topic))),
      synonyms,
    ),
    until,
    problems,
  };
}

function fill(
  passages: readonly Passage[],
  synonyms: readonly SynonymRule[],
): Pick<Shelf, 'passages' | 'synonyms' | 'index' | 'onFile'> {
  const index = createIndex(passages, synonyms);
  const onFile = {
    facts: passages.length,
    sources: new Set(passages.map(({ source }) => source.id)).size,
    topics: countTopics(passages),
    examples: findExamples(passages, index),
  };
  return { passages, synonyms, index, onFile };
}

function countTopics(passages: readonly Passage[]): readonly TopicCount[] {
  const counts = new Map<string, number>();
  for (const topic of passages.flatMap(({ topics }) => topics))
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const topics = [...counts].map(([topic, facts]) => ({ topic, facts }));
  return topics.sort((a, b) => b.facts - a.facts || a.topic.localeCompare(b.topic));
}

/** Questions of the desk that do find their own fact, the first of every source before the second of any. */
function findExamples(passages: readonly Passage[], index: SearchIndex): readonly string[] {
  const nthOfSource = new Map<string, number>();
  const candidates = passages.map((passage) => {
    const nth = nthOfSource.get(passage.source.id) ?? 0;
    nthOfSource.set(passage.source.id, nth + 1);
    return { passage, nth };
  });
  const examples: string[] = [];
  for (const { passage } of candidates.sort((a, b) => a.nth - b.nth)) {
    const question = passage.askedAs.find((asked) => finds(index, asked, passage));
    if (question !== undefined) examples.push(question);
    if (examples.length === MOST_EXAMPLES) break;
  }
  return examples;
}

function finds(index: SearchIndex, question: string, passage: Passage): boolean {
  const result = index.search(question);
  return decide(result).outcome === 'answer' && result.hits[0]?.passage.id === passage.id;
}
