import type { Corpus } from './load-corpus.ts';
import type { Passage } from './passage.ts';
import type { Problem } from './problem.ts';
import { nextRelease, toPassage, visibleFacts } from './sheets/visible-facts.ts';

/** Everything that may be shown at one moment. */
export interface VisiblePassages {
  /** The desk's facts first, then the sentences of the archive. */
  readonly passages: readonly Passage[];
  /** When other passages become visible, or cease to be; undefined when nothing changes by itself. */
  readonly until: Date | undefined;
  /** What of the archive could not be read. It does not stop the rest. */
  readonly problems: readonly Problem[];
}

/** Reads what may be shown at `now`. Embargoed and withdrawn facts and articles leave no trace in it. */
export async function readVisiblePassages({ facts, archive }: Corpus, now: Date): Promise<VisiblePassages> {
  const passages = visibleFacts(facts, now).map(toPassage);
  const release = nextRelease(facts, now);
  if (archive.length === 0) return { passages, until: release, problems: [] };
  // The sentence splitter is native code: a desk without an archive runs where there is no build of it.
  const { openArchive } = await import('./archive/index.ts');
  const articles = await openArchive(archive, { now });
  const problems = [...articles.problems];
  for await (const passage of articles.passages((problem) => problems.push(problem))) passages.push(passage);
  return { passages, until: earlier(release, articles.nextChange), problems };
}

function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a && b ? (a < b ? a : b) : (a ?? b);
}
