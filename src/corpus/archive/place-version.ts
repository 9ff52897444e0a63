import { createHash } from 'node:crypto';
import { compareStrictness, compareVersions, isErased, replaces, type Version } from './compare-versions.ts';
import { type NewsItem, UNDATED_PROFILE } from './news-item.ts';

/**
 * What became of an item: `written` is new, `replaced` a newer version of one on file, `unchanged` on file as it is,
 * `older` than the one on file, `duplicate` another article under the same URI and version in the same import,
 * `erased` one that the desk has erased and that is not let in again.
 */
export type Placement = 'written' | 'replaced' | 'unchanged' | 'older' | 'duplicate' | 'erased';

/** What an import remembers of a version that it places. */
export interface SeenVersion extends Version {
  /** See `contentOf`. */
  readonly content: string;
  /** Of an item whose id another provider may use, too. */
  readonly title: string | undefined;
}

/**
 * Places a version beside the newest on file.
 * @param storedItem what stands there; undefined when it cannot be read just now
 */
export function placeOnFile(
  version: SeenVersion,
  stored: Version | undefined,
  storedItem: NewsItem | undefined,
): Placement {
  if (stored === undefined) return 'written';
  if (isErased(stored)) return isErased(version) ? 'unchanged' : 'erased';
  // What cannot be compared just now is written again, which loses nothing.
  if (storedItem && contentOf(storedItem) === version.content) return 'unchanged';
  return replaces(version, stored) ? 'replaced' : 'older';
}

/**
 * Places a version beside one that came before it in the same import: the newer counts, and of two that are as new
 * the stricter. Two different articles under one name and version are a fault of the input; the first is kept, so that
 * importing again gives the same archive.
 */
export function placeAfter(version: SeenVersion, earlier: SeenVersion): Placement {
  if (isErased(earlier)) return 'erased';
  if (version.content === earlier.content) return 'unchanged';
  const order = compareVersions(version, earlier) || compareStrictness(version, earlier);
  if (order !== 0) return order > 0 ? 'replaced' : 'older';
  return earlier.pubStatus === 'canceled' ? 'older' : 'duplicate';
}

/**
 * A hash of what makes two items the same: a million articles are remembered while they are imported. An undated
 * article is dated by its reading, which is no change of the article.
 */
export function contentOf(item: NewsItem): string {
  const content = item.profile === UNDATED_PROFILE ? { ...item, versionCreated: undefined } : item;
  return createHash('sha256').update(JSON.stringify(content)).digest('base64');
}
