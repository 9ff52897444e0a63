import type { Corpus, Problem } from '../corpus/index.ts';
import { answerFrom } from './answer-from.ts';
import { factsOnTopic, newestFacts } from './browse.ts';
import type { FactDesk } from './fact-desk.ts';
import { factInFull } from './fact-in-full.ts';
import { answerFollowUp } from './follow-up.ts';
import { createShelf, narrowShelf, type Shelf } from './shelf.ts';

/** What a fact desk works with. */
export interface FactDeskOptions {
  readonly corpus: Corpus;
  readonly now: () => Date;
  /** Is told of what in the archive could not be read. @default nobody is told */
  readonly report?: (problem: Problem) => void;
}

/** Opens the desk: from here on every question is answered from what may be shown at its moment. */
export async function openFactDesk({ corpus, now, report }: FactDeskOptions): Promise<FactDesk> {
  const stock = async (moment: Date) => {
    const stocked = await createShelf(corpus, moment);
    if (report) stocked.problems.forEach(report);
    return stocked;
  };
  let shelf = stock(now());
  await shelf;
  const currentShelf = async () => {
    const asked = shelf;
    const { until } = await asked;
    const moment = now();
    // Of all who wait for the same new shelf, the first one stocks it.
    if (until && until <= moment && shelf === asked) shelf = stock(moment);
    return shelf;
  };
  const narrowed = createNarrower();
  return {
    fact: async (factId) => factInFull(await currentShelf(), factId),
    ask: async (question, { earlier, topics } = {}) => {
      const whole = await currentShelf();
      const stocked = topics === undefined ? whole : narrowed(whole, topics);
      const ask = (words: string) => answerFrom(stocked, words);
      return earlier === undefined ? ask(question) : answerFollowUp(ask, question, earlier);
    },
    onFile: async () => (await currentShelf()).onFile,
    factsOnTopic: async (topic, limit) => factsOnTopic(await currentShelf(), topic, limit),
    newestFacts: async (limit) => newestFacts(await currentShelf(), limit),
  };
}

/** Narrows a shelf, once for each choice of topics: filling an index takes longer than asking it. */
function createNarrower(): (whole: Shelf, topics: readonly string[]) => Shelf {
  const shelves = new WeakMap<Shelf, Map<string, Shelf>>();
  return (whole, topics) => {
    const known = shelves.get(whole) ?? new Map<string, Shelf>();
    shelves.set(whole, known);
    const key = JSON.stringify(topics.toSorted());
    const shelf = known.get(key) ?? narrowShelf(whole, topics);
    known.set(key, shelf);
    return shelf;
  };
}
