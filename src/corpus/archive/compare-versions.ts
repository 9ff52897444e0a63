import { CORRECTION_PROFILE, ERASED_PROFILE, type NewsItem, UNDATED_PROFILE } from './news-item.ts';

/** What of an item tells its versions apart. */
export type Version = Pick<NewsItem, 'version' | 'versionCreated' | 'pubStatus' | 'profile'>;

/**
 * Whether `later` replaces `earlier`, the same item read before it. What the desk erased is never replaced. The newer
 * `versionCreated` wins, then the higher `version`. When neither decides, what is withheld takes back what was read
 * before it, and otherwise the weightier wins, then the one read later.
 */
export function replaces(later: Version, earlier: Version): boolean {
  if (isErased(later) || isErased(earlier)) return isErased(later);
  const order = compareVersions(later, earlier);
  if (order !== 0) return order > 0;
  if (later.pubStatus === 'withheld' && earlier.pubStatus !== 'canceled') return true;
  return weightOf(later) >= weightOf(earlier);
}

/** Above 0 when `a` is the newer version, below when `b` is; 0 when nothing decides. */
export function compareVersions(a: Version, b: Version): number {
  return compareMoments(a, b) || compareNumbers(a.version, b.version);
}

/** Above 0 when of two versions of one import, of which none is newer, `a` is to be kept, below when `b` is. */
export function compareStrictness(a: Version, b: Version): number {
  return strictnessOf(a) - strictnessOf(b);
}

/** Whether nothing but the URI is left of an item. */
export function isErased({ profile }: Version): boolean {
  return profile === ERASED_PROFILE;
}

/** The day on which an undated version was read says nothing of whether a dated one came before or after it. */
function compareMoments(a: Version, b: Version): number {
  if (isUndated(a) !== isUndated(b)) return 0;
  return a.versionCreated && b.versionCreated
    ? Date.parse(a.versionCreated) - Date.parse(b.versionCreated)
    : 0;
}

/** `10` is above `9`; versions that are not numbers decide nothing. */
function compareNumbers(a: string | undefined, b: string | undefined): number {
  const difference = Number.parseFloat(a ?? '') - Number.parseFloat(b ?? '');
  return Number.isNaN(difference) ? 0 : difference;
}

/** Showing what was withdrawn is the worse mistake; a correction comes after what it corrects. */
function weightOf(version: Version): number {
  if (version.pubStatus === 'canceled') return 4;
  if (version.profile === CORRECTION_PROFILE) return 2;
  return isUndated(version) ? 0 : 1;
}

function strictnessOf(version: Version): number {
  return version.pubStatus === 'withheld' ? 3 : weightOf(version);
}

function isUndated({ profile }: Version): boolean {
  return profile === UNDATED_PROFILE;
}
