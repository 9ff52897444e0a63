import type { NewsItem } from './news-item.ts';

/** The main headline of an item, or the title of its file; empty when it has none. */
export function titleOf(item: NewsItem | undefined): string {
  const main = item?.headlines?.find(({ value }) => value)?.value;
  return main ?? item?.title ?? '';
}

/** Whether two titles have no word in common. A title that is not there is no other one. */
export function isOtherTitle(one: string, other: string | undefined): boolean {
  const words = new Set(wordsOf(one));
  const others = wordsOf(other ?? '');
  return words.size > 0 && others.length > 0 && !others.some((word) => words.has(word));
}

function wordsOf(title: string): readonly string[] {
  return title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
