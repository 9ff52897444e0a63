import type { NewsItem } from './news-item.ts';

/** What of an item tells its versions apart. */
export type Version = Pick<NewsItem, 'version' | 'versionCreated' | 'pubStatus'>;

/**
 * Whether `later` replaces `earlier`, the same item read before it. The newer `versionCreated` wins, then the
 * higher `version`. When neither decides, a canceled item wins, because showing what was withdrawn is the worse
 * mistake, then the one read later.
 */
export function replaces(later: Version, earlier: Version): boolean {
  const order = compareVersions(later, earlier);
  if (order !== 0) return order > 0;
  return later.pubStatus === 'canceled' || earlier.pubStatus !== 'canceled';
}

/** Above 0 when `a` is the newer version, below when `b` is; 0 when nothing decides. */
export function compareVersions(a: Version, b: Version): number {
  return compareMoments(a.versionCreated, b.versionCreated) || compareNumbers(a.version, b.version);
}

function compareMoments(a: string | undefined, b: string | undefined): number {
  return a && b ? Date.parse(a) - Date.parse(b) : 0;
}

/** `10` is above `9`; versions that are not numbers decide nothing. */
function compareNumbers(a: string | undefined, b: string | undefined): number {
  const difference = Number.parseFloat(a ?? '') - Number.parseFloat(b ?? '');
  return Number.isNaN(difference) ? 0 : difference;
}
