import type { Archive, ArchiveOptions } from './archive/index.ts';
import { LATELY_MS } from './lately.ts';
import type { Corpus } from './load-corpus.ts';
import type { Passage } from './passage.ts';
import type { Problem } from './problem.ts';
import type { Fact } from './sheets/fact.ts';
import {
  embargoedFacts,
  idsTakenBack,
  nextRelease,
  releasedSince,
  replacements,
  toPassage,
  visibleFacts,
  withheldFacts,
} from './sheets/visible-facts.ts';

/** Everything that may be shown at one moment. */
export interface VisiblePassages {
  /** The desk's facts first, then the sentences of the archive. */
  readonly passages: readonly Passage[];
  /** When other passages become visible, or cease to be; undefined when nothing changes by itself. */
  readonly until: Date | undefined;
  /** What of the archive could not be read. It does not stop the rest. */
  readonly problems: readonly Problem[];
}

/** The desk's facts that may be shown at one moment, and what became of others that were shown before. */
export interface VisibleFacts extends Omit<VisiblePassages, 'problems'> {
  /** Facts that were shown and are withheld until a broken save is mended: to be known of, never to be shown. */
  readonly withheld: readonly Passage[];
  /** Facts under embargo: to know who waits for them, never to be shown. */
  readonly embargoed: readonly Passage[];
  /** Ids of the facts that the desk surely took back, by a withdrawal or an embargo; a broken save takes none back. */
  readonly takenBack: ReadonlySet<string>;
  /** By the id of each fact whose embargo ended lately: when it did. */
  readonly released: ReadonlyMap<string, Date>;
  /** By the id of each fact that was superseded: the id of the fact that stands for it now. */
  readonly replacedBy: ReadonlyMap<string, string>;
}

/** The desk's facts that may be shown at `now`. Embargoed and withdrawn ones leave no trace in its passages. */
export function readVisibleFacts(
  facts: readonly Fact[],
  now: Date,
  asPassage: (fact: Fact) => Passage = toPassage,
): VisibleFacts {
  return {
    passages: visibleFacts(facts, now).map((fact) => asPassage(fact)),
    withheld: withheldFacts(facts, now).map((fact) => asPassage(fact)),
    embargoed: embargoedFacts(facts, now).map((fact) => asPassage(fact)),
    takenBack: idsTakenBack(facts, now),
    released: releasedSince(facts, { since: new Date(now.getTime() - LATELY_MS), now }),
    replacedBy: replacements(facts, now),
    until: nextRelease(facts, now),
  };
}

/** Reads what may be shown at `now`. Embargoed and withdrawn facts and articles leave no trace in it. */
export async function readVisiblePassages({ facts, archive }: Corpus, now: Date): Promise<VisiblePassages> {
  const { passages, until } = readVisibleFacts(facts, now);
  if (archive.length === 0) return { passages, until, problems: [] };
  const articles = await openVisibleArchive(archive, { now });
  const all = [...passages];
  const problems = [...articles.problems];
  for await (const passage of articles.passages((problem) => problems.push(problem))) all.push(passage);
  return { passages: all, until: earlier(until, articles.nextChange), problems };
}

/**
 * Opens the archive's articles that may be shown at a moment. Rejects with a CorpusError when a folder cannot be read.
 */
export async function openVisibleArchive(
  folders: readonly string[],
  options: ArchiveOptions,
): Promise<Archive> {
  // The sentence splitter is native code: a desk without an archive runs where there is no build of it.
  const { openArchive } = await import('./archive/index.ts');
  return openArchive(folders, options);
}

/** The earlier of two moments, of which either may be missing. */
export function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a && b ? (a < b ? a : b) : (a ?? b);
}
