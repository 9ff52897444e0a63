import { type NewsItem, RENAMED_PROFILE } from './news-item.ts';

/** The role of the URI that a renamed item has now. */
const ROLE = 'renamed to';

/** A line that takes an old URI of an item out of use. */
export function renamedFrom(uri: string, { standard, uri: now, versionCreated }: NewsItem): NewsItem {
  return {
    standard,
    uri,
    type: 'text',
    profile: RENAMED_PROFILE,
    versionCreated,
    pubStatus: 'canceled',
    altIds: [{ role: ROLE, value: now }],
  };
}

/** The URI that an item has now; undefined for one that was not renamed. */
export function renamedTo(item: NewsItem | undefined): string | undefined {
  if (item?.profile !== RENAMED_PROFILE) return undefined;
  return item.altIds?.find(({ role }) => role === ROLE)?.value;
}
