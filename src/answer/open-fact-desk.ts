import type { Corpus, Problem } from '../corpus/index.ts';
import { answerFrom } from './answer-from.ts';
import { factsOnTopic, newestFacts } from './browse.ts';
import type { FactDesk } from './fact-desk.ts';
import { factInFull } from './fact-in-full.ts';
import { answerFollowUp } from './follow-up.ts';
import { createShelf, narrowShelf, type Shelf } from './shelf.ts';
import { openStockroom } from './stock/open-stockroom.ts';
import type { Stock, Stockroom } from './stock/stock.ts';

/** What a fact desk works with. */
export interface FactDeskOptions {
  readonly corpus: Corpus;
  readonly now: () => Date;
  /** Where what may be shown is put together. @default in this thread, with nothing kept in files */
  readonly stockroom?: Stockroom;
  /** Is told of what in the archive could not be read. @default nobody is told */
  readonly report?: (problem: Problem) => void;
  /** Is told when the archive's index should be built anew. @default nobody is told */
  readonly onWorn?: () => void;
}

/** A fact desk whose corpus can be exchanged while it answers. */
export interface StockedFactDesk extends FactDesk {
  /**
   * Answers from `corpus` from the moment this resolves; until then, from what was there before. Gives what in the
   * archive could not be read and was not told of before.
   */
  restock(corpus: Corpus): Promise<readonly Problem[]>;
  /** The same with the corpus that is in use. */
  refresh(): Promise<readonly Problem[]>;
}

/** Opens the desk: from here on every question is answered from what may be shown at its moment. */
export async function openFactDesk(options: FactDeskOptions): Promise<StockedFactDesk> {
  const { now, stockroom = openStockroom(), report = () => {}, onWorn = () => {} } = options;
  let corpus = options.corpus;
  const stock = async (stocked: Corpus) => {
    const filled: Stock = await stockroom.stock(stocked, now());
    filled.problems.forEach(report);
    if (filled.isWorn) onWorn();
    return { shelf: createShelf(filled, stocked.synonyms), problems: filled.problems };
  };
  let shelf = stock(corpus).then(shelfOf);
  await shelf;
  const currentShelf = async () => {
    const asked = shelf;
    const { until } = await asked;
    // Of all who wait for the same new shelf, the first one stocks it.
    if (until && until <= now() && shelf === asked) {
      const next = stock(corpus).then(shelfOf);
      shelf = next;
      // The old shelf is not answered from, but its time being over has the next question try again.
      next.catch(() => {
        if (shelf === next) shelf = asked;
      });
    }
    return shelf;
  };
  const restock = async (next: Corpus) => {
    const filled = await stock(next);
    corpus = next;
    shelf = Promise.resolve(filled.shelf);
    return filled.problems;
  };
  const narrowed = createNarrower();
  return {
    restock,
    refresh: () => restock(corpus),
    fact: async (factId) => factInFull(await currentShelf(), factId),
    ask: async (question, { earlier, topics, explain = false } = {}) => {
      const whole = await currentShelf();
      const stocked = topics === undefined ? whole : narrowed(whole, topics);
      const ask = (words: string, mustMeet?: string) =>
        answerFrom(stocked, words, { ...(mustMeet !== undefined && { mustMeet }), now: now(), explain });
      return earlier === undefined ? ask(question) : answerFollowUp(ask, question, earlier);
    },
    onFile: async () => {
      const { onFile, examples } = await currentShelf();
      return { ...onFile, examples: examples() };
    },
    factsOnTopic: async (topic, limit) => factsOnTopic(await currentShelf(), topic, limit),
    newestFacts: async (limit) => newestFacts(await currentShelf(), limit),
  };
}

const shelfOf = (stocked: { readonly shelf: Shelf }): Shelf => stocked.shelf;

/** Narrows a shelf, once for each choice of topics. */
function createNarrower(): (whole: Shelf, topics: readonly string[]) => Shelf {
  const shelves = new WeakMap<Shelf, Map<string, Shelf>>();
  return (whole, topics) => {
    const known = shelves.get(whole) ?? new Map<string, Shelf>();
    shelves.set(whole, known);
    const key = JSON.stringify(topics.toSorted());
    const shelf = known.get(key) ?? narrowShelf(whole, new Set(topics));
    known.set(key, shelf);
    return shelf;
  };
}
