import { type Corpus, type Problem, soundReading } from '../corpus/index.ts';
import type { Within } from './answer.ts';
import { answerFrom } from './answer-from.ts';
import { factsOnTopic, newestFacts } from './browse.ts';
import type { FactDesk } from './fact-desk.ts';
import { factInFull } from './fact-in-full.ts';
import { answerFollowUp } from './follow-up.ts';
import { keepShelf } from './keep-shelf.ts';
import { narrowShelf, type Shelf } from './shelf.ts';
import { openStockroom } from './stock/open-stockroom.ts';
import type { Stock, Stockroom } from './stock/stock.ts';
import { createTimeLimit } from './time-limit.ts';

/**
 * No question may take this thread longer. An ordinary one takes milliseconds, the hardest ones known some tens of them, also
 * in an archive of a million sentences. Meanwhile nobody else is answered or acknowledged, and Slack wants that within 3 seconds.
 */
const MOST_MS = 2_000;

/** What a fact desk works with. */
export type FactDeskOptions = FactDeskSource & {
  readonly now: () => Date;
  /** Is told of what in the archive could not be read. @default nobody is told */
  readonly report?: (problem: Problem) => void;
  /** Is told when the archive's index should be built anew. @default nobody is told */
  readonly onWorn?: () => void;
  /** How long this thread may work on one question, in milliseconds. @default 2,000 */
  readonly mostMs?: number;
};

/** What a fact desk answers from: a corpus that never changes, or what a stockroom has. */
export type FactDeskSource =
  | { readonly corpus: Corpus; readonly stockroom?: never }
  | { readonly stockroom: Stockroom; readonly corpus?: never };

/** A fact desk that takes in what is written while it answers. */
export interface StockedFactDesk extends FactDesk {
  /** What it answers from. */
  stock(): Stock;
  /** Answers from what was written since from the moment this resolves; until then, and when it rejects, from what was there before. */
  refresh(): Promise<Stock>;
}

/** Opens the desk: from here on every question is answered from what may be shown at its moment. */
export async function openFactDesk(options: FactDeskOptions): Promise<StockedFactDesk> {
  const { now, report = () => {}, onWorn = () => {} } = options;
  const stockroom = stockroomOf(options);
  const startTime = createTimeLimit(options.mostMs ?? MOST_MS);
  const shelf = await keepShelf({ now, stockroom, report, onWorn });
  const narrowed = createNarrower();
  const look = async ({ topics }: Within = {}) => {
    const whole = await shelf.current();
    return topics === undefined ? whole : narrowed(whole, topics);
  };
  return {
    stock: () => shelf.stock(),
    refresh: () => shelf.refresh(),
    fact: async (factId, within) => factInFull(await look(within), factId),
    ask: async (question, { earlier, explain = false, ...within } = {}) => {
      const stocked = await look(within);
      const inTime = startTime();
      const ask = (words: string, mustMeet?: string) =>
        answerFrom(stocked, words, {
          ...(mustMeet !== undefined && { mustMeet }),
          now: now(),
          explain,
          inTime,
        });
      return earlier === undefined ? ask(question) : answerFollowUp(ask, question, earlier);
    },
    onFile: async (within) => {
      const { onFile, examples } = await look(within);
      return { ...onFile, examples: await examples() };
    },
    factsOnTopic: async (topic, limit, within) => factsOnTopic(await look(within), topic, limit),
    newestFacts: async (limit, within) => newestFacts(await look(within), limit),
  };
}

function stockroomOf(source: FactDeskSource): Stockroom {
  if (source.stockroom) return source.stockroom;
  const reading = soundReading(source.corpus);
  return openStockroom(() => reading);
}

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
