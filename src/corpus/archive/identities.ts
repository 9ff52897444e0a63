import { compareVersions, isErased, type Version } from './compare-versions.ts';
import { type ItemPages, openItemPages, pageOf } from './item-pages.ts';
import { openNamesakes } from './namesakes.ts';
import { CORRECTION_PROFILE, type NewsItem, RENAMED_PROFILE } from './news-item.ts';
import { renamedTo } from './renamed-item.ts';
import type { VersionStore } from './version-store.ts';

/** Which item of the archive something is a version of. */
export interface Identified {
  readonly uri: string;
  /** Other URIs of what a cancellation takes back. */
  readonly takenBack: readonly string[];
  /** Whether a cancellation or a correction meets nothing. */
  readonly isUnmet: boolean;
  /** Whether the desk erased it. */
  readonly isErased: boolean;
}

/** Finds out which item on file an imported one is; see docs/decisions/0509-who-an-article-is.md. */
export interface Identities {
  identify(item: NewsItem, formerly: readonly string[]): Promise<Identified>;
  /** Of the former URIs of an item those under which something is on file that is not newer. */
  outdated(item: NewsItem, formerly: readonly string[]): readonly string[];
  /** Notes an item that is on file from now on. */
  add(item: NewsItem): void;
}

/** Knows the items on file. */
export function openIdentities(store: VersionStore): Identities {
  const namesakes = openNamesakes(store.uris);
  const pages = openItemPages(() => store.readAll());
  return {
    add(item) {
      namesakes.add(item.uri);
      pages.add(item);
    },
    async identify(item, formerly) {
      const erased = [item.uri, ...formerly].find((uri) => isErasedIn(store, uri));
      if (erased !== undefined && !isErased(item)) return { ...asItself(erased), isErased: true };
      // Lines of our own, from another archive.
      if (isErased(item) || item.profile === RENAMED_PROFILE) return asItself(item.uri);
      const names = { namesakes: namesakes.of(item.uri), formerly };
      if (item.pubStatus !== 'canceled') return identifyArticle(item, names, store);
      const identified = await identifyCancellation(item, names, store);
      return identified.isUnmet ? identifyByPage(item, pages, store) : identified;
    },
    outdated: (item, formerly) =>
      formerly.filter((uri) => {
        const version = store.versionOf(uri);
        if (version === undefined || uri === item.uri || store.wasPut(uri) || isCanceled(version))
          return false;
        return compareVersions(item, version) >= 0;
      }),
  };
}

/** Other URIs that an item may be on file under. */
interface OtherNames {
  readonly namesakes: readonly string[];
  readonly formerly: readonly string[];
}

function asItself(uri: string): Identified {
  return { uri, takenBack: [], isUnmet: false, isErased: false };
}

/**
 * A cancellation takes back whatever it may mean: the item of its URI or, when there is none, all of its id whose
 * provider may be the same; and what is on file of them under their pages and former URIs.
 */
async function identifyCancellation(
  { uri }: NewsItem,
  { namesakes, formerly }: OtherNames,
  { versionOf, readStored }: VersionStore,
): Promise<Identified> {
  const isShown = (name: string) => versionOf(name) !== undefined && !isCanceled(versionOf(name));
  const now = renamedTo(await readStored(uri));
  const meant = now !== undefined ? [now] : versionOf(uri) ? [uri] : namesakes.filter(isShown);
  const pages = await Promise.all(meant.map(async (name) => pageOf(await readStored(name))));
  const others = [...formerly, ...pages.filter((page) => page !== undefined)].filter(isShown);
  // What was taken back before, under another name, is met as well.
  const before = namesakes.filter((name) => isTakenBack(versionOf(name))).slice(0, 1);
  const met = [...new Set([...meant, ...others])];
  const [first = uri, ...takenBack] = met.length > 0 ? met : before;
  return { ...asItself(first), takenBack, isUnmet: met.length + before.length === 0 };
}

/** A cancellation without an id is named by its page, and takes back the articles that readers find there. */
async function identifyByPage(
  item: NewsItem,
  pages: ItemPages,
  { versionOf }: VersionStore,
): Promise<Identified> {
  const at = await pages.itemsAt(item.uri);
  const [uri = item.uri, ...takenBack] = at.filter((name) => !isCanceled(versionOf(name)));
  return { ...asItself(uri), takenBack, isUnmet: at.length === 0 };
}

/** An article is what its URI says, unless that is new and what it may be was taken back, or is newer on file. */
function identifyArticle(
  item: NewsItem,
  { namesakes, formerly }: OtherNames,
  { versionOf }: VersionStore,
): Identified {
  if (versionOf(item.uri)) return asItself(item.uri);
  const others = [...namesakes, ...formerly];
  const takenBack = others.find((uri) => isTakenBack(versionOf(uri)));
  if (takenBack !== undefined) return asItself(takenBack);
  const newer = formerly.find((uri) => isNewer(versionOf(uri), item));
  if (newer !== undefined) return asItself(newer);
  if (item.profile !== CORRECTION_PROFILE) return asItself(item.uri);
  const [only, another] = namesakes.filter((uri) => versionOf(uri) && !isCanceled(versionOf(uri)));
  if (only !== undefined && another === undefined) return asItself(only);
  return { ...asItself(item.uri), isUnmet: !others.some((uri) => versionOf(uri)) };
}

function isErasedIn({ versionOf }: VersionStore, uri: string): boolean {
  const version = versionOf(uri);
  return version !== undefined && isErased(version);
}

function isNewer(version: Version | undefined, item: NewsItem): boolean {
  return version !== undefined && !isCanceled(version) && compareVersions(version, item) > 0;
}

function isCanceled(version: Version | undefined): boolean {
  return version?.pubStatus === 'canceled';
}

function isTakenBack(version: Version | undefined): boolean {
  return isCanceled(version) && version?.profile !== RENAMED_PROFILE;
}
