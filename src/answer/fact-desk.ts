import type { Ask, Quote, Within } from './answer.ts';
import type { FactInFull } from './fact-in-full.ts';

/** A topic of the sources and how many facts it has. */
export interface TopicCount {
  readonly topic: string;
  readonly facts: number;
}

/** What can be found at this moment. Embargoed and withdrawn facts leave no trace here. */
export interface OnFile {
  readonly facts: number;
  readonly sources: number;
  /** Most facts first. */
  readonly topics: readonly TopicCount[];
  /** Questions that are answered, for help texts and suggested prompts; at most 8, from different sources first. */
  readonly examples: readonly string[];
}

/** What every surface talks to: one door to answers, one to single facts, one to the state of the corpus. */
export interface FactDesk {
  readonly ask: Ask;
  /** A fact by its id, with what surrounds it. Null when it is not on file there, or may not be shown now. */
  fact(factId: string, within?: Within): Promise<FactInFull | null>;
  onFile(within?: Within): Promise<OnFile>;
  /** Facts on a topic, newest source first. */
  factsOnTopic(topic: string, limit: number, within?: Within): Promise<readonly Quote[]>;
  /** The first fact of each of the newest sources. */
  newestFacts(limit: number, within?: Within): Promise<readonly Quote[]>;
}
