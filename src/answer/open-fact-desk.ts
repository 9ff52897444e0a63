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

/** A fact desk whose corpus can be exchanged while it answers. */
export interface StockedFactDesk extends FactDesk {
  /** Answers from `corpus` from the moment this resolves; until then, from what was there before. */
  restock(corpus: Corpus): Promise<void>;
}

/** Opens the desk: from here on every question is answered from what may be shown at its moment. */
export async function openFactDesk(options: FactDeskOptions): Promise<StockedFactDesk> {
  const { now, report } = options;
  let corpus = options.corpus;
  const stock = async (stocked: Corpus) => {
    const filled = await createShelf(stocked, now());
    if (report) filled.problems.forEach(report);
    return filled;
  };
  let shelf = stock(corpus);
  await shelf;
  const currentShelf = async () => {
    const asked = shelf;
    const { until } = await asked;
    // Of all who wait for the same new shelf, the first one stocks it.
    if (until && until <= now() && shelf === asked) {
      const next = stock(corpus);
      shelf = next;
      // The old shelf is not answered from, but its time being over has the next question try again.
      next.catch(() => {
        if (shelf === next) shelf = asked;
      });
    }
    return shelf;
  };
  const narrowed = createNarrower();
  return {
    restock: async (next) => {
      const filled = await stock(next);
      corpus = next;
      shelf = Promise.resolve(filled);
    },
    fact: async (factId) => factInFull(await currentShelf(), factId),
    ask: async (question, { earlier, topics, explain = false } = {}) => {
      const whole = await currentShelf();
      const stocked = topics === undefined ? whole : narrowed(whole, topics);
      const ask = (words: string, mustMeet?: string) =>
        answerFrom(stocked, words, { ...(mustMeet !== undefined && { mustMeet }), explain });
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
