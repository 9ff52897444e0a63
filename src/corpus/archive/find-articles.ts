import { readId, readLocalUri } from './item-name.ts';
import { type NewsItem, RENAMED_PROFILE } from './news-item.ts';
import { type ArchiveFile, type Entry, newestEntries } from './read-catalogue.ts';
import { openRecords, type Records } from './records.ts';
import { renamedTo } from './renamed-item.ts';

/**
 * The URIs of the articles that a person means by some name: a URI, else an id, else the address of a page. Empty when
 * there is none; several when the name is that of several articles. Old URIs lead to the article of today.
 */
export async function findArticles(files: readonly ArchiveFile[], name: string): Promise<readonly string[]> {
  const newest = newestEntries(files);
  const records = openRecords();
  try {
    const named = name.trim();
    const entry = newest.get(named) ?? newest.get(readId(named, '').uri);
    if (entry) return [renamedTo(await records.read(entry)) ?? entry.uri];
    const ids = [...newest.keys()].filter((uri) => readLocalUri(uri)?.id === named);
    const current = ids.filter((uri) => newest.get(uri)?.profile !== RENAMED_PROFILE);
    if (current.length > 0) return current;
    return await findByPage(newest.values(), named, records);
  } finally {
    await records.close();
  }
}

/** An article with the URIs that it had before: all that is to be erased with it. */
export async function urisOfArticle(files: readonly ArchiveFile[], uri: string): Promise<readonly string[]> {
  const records = openRecords();
  try {
    const former: string[] = [];
    for (const entry of files.flatMap(({ entries }) => entries))
      if (entry.profile === RENAMED_PROFILE && renamedTo(await records.read(entry)) === uri)
        former.push(entry.uri);
    return [...new Set([uri, ...former])];
  } finally {
    await records.close();
  }
}

async function findByPage(
  entries: Iterable<Entry>,
  address: string,
  records: Records,
): Promise<readonly string[]> {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return [];
  const { href } = new URL(address);
  const found: string[] = [];
  for (const entry of entries) if (isAt(await records.read(entry), href)) found.push(entry.uri);
  return found;
}

function isAt(item: NewsItem | undefined, page: string): boolean {
  return item?.uri === page || (item?.renditions ?? []).some(({ href }) => href === page);
}
