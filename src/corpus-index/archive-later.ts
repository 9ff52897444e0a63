import { setTimeout } from 'node:timers/promises';
import type { IndexContents, IndexProvider } from './index-contents.ts';

/** How long a provider's first contents may wait for the archive. */
export interface ArchivePatience {
  /** In milliseconds. */
  readonly patienceMs: number;
}

/**
 * A provider whose first contents come without the archive where reading that takes too long: questions are answered
 * from the sheets meanwhile. `reload` then waits for it. The first contents reject where the archive cannot be read and
 * that shows in time.
 */
export function readArchiveLater(provider: IndexProvider, { patienceMs }: ArchivePatience): IndexProvider {
  let isFirst = true;
  let late: Promise<IndexContents | undefined> | undefined;
  return {
    async contents(now) {
      if (!isFirst) return provider.contents(now);
      isFirst = false;
      const early = await provider.contents(now, { withArchive: false });
      if (early.archive === 'read') return early;
      const whole = provider.contents(now);
      const inTime = new AbortController();
      const patience = setTimeout(patienceMs, early, { signal: inTime.signal });
      patience.catch(() => undefined);
      const first = await Promise.race([whole, patience]).finally(() => inTime.abort());
      if (first === early) late = whole.catch(() => undefined);
      return first;
    },
    async reload(now) {
      const read = await late;
      late = undefined;
      const contents = await provider.reload(now);
      // What could not be read is told once.
      return { ...contents, problems: [...(read?.problems ?? []), ...contents.problems] };
    },
  };
}
