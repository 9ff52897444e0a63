import { LATELY_MS } from '../lately.ts';
import type { Passage } from '../passage.ts';
import type { Problem } from '../problem.ts';
import { cutPassages } from './cut-passages.ts';
import { readItemSource } from './item-source.ts';
import { readItemText } from './item-text.ts';
import { nextVisibilityChange, visibilityAt } from './item-visibility.ts';
import { type ArchiveFile, type Entry, newestEntries, readCatalogue } from './read-catalogue.ts';
import { openRecords, type Records } from './records.ts';

/** What of the archive can be shown at one moment. */
export interface Archive {
  /** How many articles may be shown. Embargoed, withheld, canceled and expired ones are not counted. */
  readonly articles: number;
  /** What was read of each file, to open the archive again without reading it again. */
  readonly files: readonly ArchiveFile[];
  /** Where the articles that may be shown stand. */
  readonly entries: readonly Entry[];
  /**
   * Where articles stand that are embargoed, and behind them some that are withheld until further notice: to know who
   * waits for them, never to be shown.
   */
  readonly awaited: readonly Entry[];
  /** By the URI of each article that was embargoed until lately: when it came to be shown. */
  readonly released: ReadonlyMap<string, Date>;
  /** URIs of the articles that may be shown no longer by their own terms. */
  readonly expired: ReadonlySet<string>;
  /** Lines that could not be read, and articles that cannot be quoted; `passages` may report more. */
  readonly problems: readonly Problem[];
  /** When an embargo ends or an article expires next; undefined when nothing changes by itself. */
  readonly nextChange: Date | undefined;
  /**
   * Every quotable sentence, streamed from disk one article at a time.
   * @param entries only those of these articles @default those of all articles that may be shown
   */
  passages(report?: (problem: Problem) => void, entries?: readonly Entry[]): AsyncGenerator<Passage>;
}

/** How an archive is opened. */
export interface ArchiveOptions {
  /** The moment at which visibility is decided. */
  readonly now: Date;
  /** What was read of files earlier. @default nothing */
  readonly known?: readonly ArchiveFile[] | undefined;
}

/**
 * Reads the folders once and finds which version of which article counts at `now`. A line that is not valid
 * becomes a problem and does not stop the rest. Rejects with a CorpusError when a folder cannot be read.
 */
export async function openArchive(
  folders: readonly string[],
  { now, known }: ArchiveOptions,
): Promise<Archive> {
  const files = await readCatalogue(folders, known);
  const { entries, nextChange, ...others } = openEntries(files, now);
  return {
    articles: entries.length,
    files,
    entries,
    ...others,
    problems: files.flatMap(({ problems }) => problems),
    nextChange,
    passages: (report, wanted = entries) => readPassages(wanted, report),
  };
}

/** An archive may withhold any number for good: so many are read beside it in some seconds. */
const MOST_AWAITED = 1_000;

/** Where the articles stand that may be shown at `now`, and when that changes by itself. */
function openEntries(
  files: readonly ArchiveFile[],
  now: Date,
): Pick<Archive, 'entries' | 'awaited' | 'released' | 'expired' | 'nextChange'> {
  const entries: Entry[] = [];
  const embargoed: Entry[] = [];
  const withheld: Entry[] = [];
  const released = new Map<string, Date>();
  const expired = new Set<string>();
  let nextChange: Date | undefined;
  for (const entry of newestEntries(files).values()) {
    if (!isEnglish(entry.language)) continue;
    const visibility = visibilityAt(entry, now);
    if (visibility === 'usable') entries.push(entry);
    else if (visibility === 'embargoed') embargoed.push(entry);
    else if (visibility === 'withheld') withheld.push(entry);
    else if (visibility === 'expired') expired.add(entry.uri);
    if (visibility === 'usable' && wasReleased(entry, now))
      released.set(entry.uri, new Date(entry.embargoedUntil ?? now));
    const change = nextVisibilityChange(entry, now);
    if (change && (!nextChange || change < nextChange)) nextChange = change;
  }
  const awaited = [...embargoed, ...withheld.reverse()].slice(0, MOST_AWAITED);
  return { entries, awaited, released, expired, nextChange };
}

/** Whether an article that may be shown was on file before it could be, until lately. */
function wasReleased({ embargoedUntil, versionCreated }: Entry, now: Date): boolean {
  if (embargoedUntil === undefined || versionCreated === undefined) return false;
  const from = Date.parse(embargoedUntil);
  return from > now.getTime() - LATELY_MS && Date.parse(versionCreated) < from;
}

/** Questions are English: an article in another language stays in the archive and is not searched. */
function isEnglish(language: string | undefined): boolean {
  return language === undefined || language.trim() === '' || /^en(?:$|[-_])/i.test(language.trim());
}

async function* readPassages(
  entries: readonly Entry[],
  report: (problem: Problem) => void = () => {},
): AsyncGenerator<Passage> {
  const records = openRecords();
  try {
    for (const entry of entries) {
      for (const passage of await readArticle(entry, records, report)) yield passage;
    }
  } finally {
    await records.close();
  }
}

async function readArticle(
  entry: Entry,
  records: Records,
  report: (problem: Problem) => void,
): Promise<readonly Passage[]> {
  const { file, line } = entry;
  const leaveOut = (what: string, mend: string) => {
    report({ file, line, what, mend });
    return [];
  };
  const item = await records.read(entry);
  if (!item) {
    return leaveOut(
      'the article changed while it was read',
      'Nothing: it is read again with the next change',
    );
  }
  const source = readItemSource(item, file);
  if (!source)
    return leaveOut('the article bears no date', 'Import it again: undated articles are marked then');
  const read = readItemText(item);
  if ('missing' in read) return leaveOut(`the article cannot be quoted: ${read.missing}`, 'Import it again');
  return cutPassages({ ...entry, item, source, text: read.text });
}
