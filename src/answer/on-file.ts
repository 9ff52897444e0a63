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
