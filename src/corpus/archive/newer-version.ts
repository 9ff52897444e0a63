import type { NewsItem } from './news-item.ts';

/** What of an item tells its versions apart. */
export type Version = Pick<NewsItem, 'version' | 'versionCreated' | 'pubStatus'>;

/**
 * Whether `later` replaces `earlier`, the same item read before it. The newer `versionCreated` wins, then the
 * higher `version`. When neither decides, a canceled item wins, because showing what was withdrawn is the worse
 * mistake, then the one read later.
 */
export function replaces(later: Version, earlier: Version): boolean {
  const byDate = compareMoments(later.versionCreated, earlier.versionCreated);
  if (byDate !== 0) return byDate > 0;
  const byVersion = compareVersions(later.version, earlier.version);
  if (byVersion !== 0) return byVersion > 0;
  return later.pubStatus === 'canceled' || earlier.pubStatus !== 'canceled';
}

function compareMoments(a: string | undefined, b: string | undefined): number {
  return a && b ? Date.parse(a) - Date.parse(b) : 0;
}

/** `10` is above `9`; versions that are not numbers decide nothing. */
function compareVersions(a: string | undefined, b: string | undefined): number {
  const difference = Number.parseFloat(a ?? '') - Number.parseFloat(b ?? '');
  return Number.isNaN(difference) ? 0 : difference;
}
