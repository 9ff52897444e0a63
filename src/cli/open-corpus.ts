import type { ReloadableFactDesk } from '../answer/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { FollowOptions } from './follow-corpus.ts';

/** Facts that were read, and are read again when their files change. */
export interface OpenCorpus {
  readonly factDesk: ReloadableFactDesk;
  /** Begins to follow the files and to tell a bot of what changes, and gives a function that ends it. */
  follow(app: FollowOptions['app']): () => Promise<void>;
  /** Has the checks count that a ledger keeps; before, and where nobody says so, none does. */
  recordIn(ledger: Ledger): void;
}

/** Something done with facts that were read. */
export type WithCorpus = (corpus: OpenCorpus) => Promise<void>;
