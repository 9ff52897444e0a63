import { readLocalUri } from './item-name.ts';
import type { NewsItem } from './news-item.ts';

/** Finds items by their page, for cancellations that know nothing else of them. */
export interface ItemPages {
  /** Notes the page of an item that is added. */
  add(item: NewsItem): void;
  /** The URIs of the items whose page this is. Reads the articles on file when it is first asked. */
  itemsAt(page: string): Promise<readonly string[]>;
}

/**
 * Knows nothing yet.
 * @param readAll the newest versions on file
 */
export function openItemPages(readAll: () => AsyncIterable<NewsItem>): ItemPages {
  const byPage = new Map<string, Set<string>>();
  let reading: Promise<void> | undefined;
  const note = (item: NewsItem) => {
    const page = pageOf(item);
    if (page === undefined || page === item.uri) return;
    const uris = byPage.get(page);
    if (uris) uris.add(item.uri);
    else byPage.set(page, new Set([item.uri]));
  };
  const readOnFile = async () => {
    for await (const item of readAll()) note(item);
  };
  return {
    add(item) {
      // A publisher who names articles by URIs names them so in cancellations, too; a million pages would take room.
      if (readLocalUri(item.uri)) note(item);
    },
    async itemsAt(page) {
      reading ??= readOnFile();
      await reading;
      return [...(byPage.get(page) ?? [])];
    },
  };
}

/** The address at which readers find an item; undefined for one that has no page of its own. */
export function pageOf(item: NewsItem | undefined): string | undefined {
  const page = item?.renditions?.find(({ name }) => name === 'web')?.href;
  return page !== undefined && isHomePage(page) ? undefined : page;
}

/** Whether an address is that of a whole site, which names no article of it. */
export function isHomePage(address: string): boolean {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return search === '' && /^\/(?:index\.\w+)?$/i.test(pathname);
}
