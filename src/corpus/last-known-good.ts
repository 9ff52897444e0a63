import type { Corpus, Inspection } from './load-corpus.ts';
import type { Fact } from './sheets/fact.ts';
import type { FactVisibility } from './sheets/fact-visibility.ts';
import { isSynonymsFile } from './synonyms/read-synonyms.ts';

/** The corpus to use after a save. */
export interface MergedCorpus {
  readonly corpus: Corpus;
  /** Ids of the facts that are hidden until their sheet is mended, because their visibility is in doubt. */
  readonly heldBack: readonly string[];
}

/**
 * The corpus to use after a save: files without problems as they are now, files with problems as they were. A broken
 * save may hide facts and never reveals any: a withdrawal or an embargo in it takes effect, and facts it may have
 * hidden are held back; see docs/decisions/0504-what-a-broken-save-takes-back.md.
 */
export function mergeLastKnownGood(
  before: Corpus,
  { corpus: found, problems, visibility, isReadable }: Inspection,
): MergedCorpus {
  const broken = new Set(problems.map(({ file }) => file));
  const heldBack: string[] = [];
  const keep = (fact: Fact): Fact => {
    const now = visibility.get(fact.source.file)?.get(fact.id);
    const said = now?.status ?? 'in doubt';
    const status = fact.status === 'withdrawn' || said === 'in doubt' ? 'withdrawn' : said;
    if (status === 'withdrawn' && said !== 'withdrawn') heldBack.push(fact.id);
    const embargoUntil = later(fact.embargoUntil, now?.embargoUntil);
    const { isWithheld: _, ...plain } = fact;
    const kept: Fact = { ...plain, status, ...(embargoUntil && { embargoUntil }) };
    const wasShown = fact.status !== 'withdrawn' || fact.isWithheld === true;
    return wasShown && status === 'withdrawn' && said !== 'withdrawn' ? withheld(kept) : kept;
  };
  const known = new Set(before.facts.map(({ source }) => source.file));
  const replaced = replacedBy([...visibility].filter(([file]) => broken.has(file) && !known.has(file)));
  const holdReplaced = (fact: Fact): Fact => {
    if (!replaced.has(fact.id) || fact.status === 'withdrawn') return fact;
    heldBack.push(fact.id);
    return withheld({ ...fact, status: 'withdrawn' });
  };
  const valid = found.facts.filter(({ source }) => !broken.has(source.file)).map(holdReplaced);
  // A fact that was moved out of a broken sheet is found where it stands now.
  const validIds = new Set(valid.map(({ id }) => id));
  const isClear = (file: string, id: string) =>
    (visibility.get(file)?.get(id)?.status ?? 'in doubt') !== 'in doubt';
  const stays = ({ id, source: { file } }: Fact) =>
    broken.has(file) && (isClear(file, id) || !validIds.has(id));
  const kept = before.facts.filter(stays).map(keep);
  const keptIds = new Set(kept.map(({ id }) => id));
  const facts = [...valid.filter(({ id }) => !keptIds.has(id)), ...kept].sort(byFile);
  const areUnknown = !isReadable || [...broken].some(isSynonymsFile);
  const synonyms = areUnknown ? before.synonyms : found.synonyms;
  return { corpus: { ...found, facts, synonyms }, heldBack };
}

/** What is or was under embargo leaves no trace, whatever the broken save says of it. */
function withheld(fact: Fact): Fact {
  return fact.embargoUntil === undefined ? { ...fact, isWithheld: true } : fact;
}

/** Ids that facts of these sheets replace; the sheets are broken and were never read before. */
function replacedBy(
  sheets: Iterable<readonly [string, ReadonlyMap<string, FactVisibility>]>,
): ReadonlySet<string> {
  const replaced = new Set<string>();
  for (const [, visibility] of sheets) {
    for (const { status, replaces } of visibility.values()) {
      if (status !== 'withdrawn' && replaces !== undefined) replaced.add(replaces);
    }
  }
  return replaced;
}

/** Sheets are kept in the order of their names, and the facts of a sheet in theirs. */
function byFile({ source: { file: a } }: Fact, { source: { file: b } }: Fact): number {
  return a < b ? -1 : Number(a > b);
}

function later(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a && b ? (a > b ? a : b) : (a ?? b);
}
