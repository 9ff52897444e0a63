import type { Corpus } from './load-corpus.ts';
import type { Problem } from './problem.ts';
import { isSynonymsFile } from './synonyms/read-synonyms.ts';

/**
 * The corpus to use after a save: files without problems as they are now, files with problems as they were. What a
 * broken sheet withdraws or puts under embargo is withdrawn or held all the same: an editor's slip elsewhere must not
 * keep it on show.
 */
export function keepLastGood(before: Corpus, found: Corpus, problems: readonly Problem[]): Corpus {
  const broken = new Set(problems.map(({ file }) => file));
  const readable = new Map(found.facts.map((fact) => [fact.id, fact]));
  const kept = before.facts.flatMap((fact) => {
    if (!broken.has(fact.source.file)) return [];
    const now = readable.get(fact.id);
    const isHeldBack = now?.status === 'withdrawn' || now?.embargoUntil !== undefined;
    return [isHeldBack && now ? now : fact];
  });
  const keptIds = new Set(kept.map(({ id }) => id));
  const sound = found.facts.filter(({ id, source }) => !broken.has(source.file) && !keptIds.has(id));
  const synonyms = [...broken].some(isSynonymsFile) ? before.synonyms : found.synonyms;
  return { ...found, facts: [...sound, ...kept], synonyms };
}
