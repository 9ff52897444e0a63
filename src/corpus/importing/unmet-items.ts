import type { Problem } from '../problem.ts';

/** What an imported line was to take back or to correct. */
export interface UnmetItem {
  readonly file: string;
  readonly line: number;
  readonly uri: string;
  readonly isCancellation: boolean;
}

/** Cancellations and corrections that have met no article, until one comes in the same import. */
export interface UnmetItems {
  add(item: UnmetItem): void;
  /** An article came: what waited for it has met it. */
  meet(uri: string): void;
  /** What is to be told at the end. */
  problems(): readonly Problem[];
}

const MEND =
  'It is remembered, should the article come later. If the article is on file under another id, find it with ' +
  '"factdesk archive list" and take it away with "factdesk archive remove"';

/** Nothing waits yet. */
export function openUnmetItems(): UnmetItems {
  const waiting = new Map<string, UnmetItem>();
  return {
    add: (item) => void waiting.set(item.uri, item),
    meet: (uri) => void waiting.delete(uri),
    problems: () =>
      [...waiting.values()].map(({ file, line, uri, isCancellation }) => {
        const what = `${isCancellation ? 'a cancellation' : 'a correction'} meets no article of the archive (${uri})`;
        return { file, line, what, mend: MEND };
      }),
  };
}
