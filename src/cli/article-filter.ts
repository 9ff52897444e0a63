import { InvalidArgumentError } from 'commander';
import { type ArchivedArticle, readItemText } from '../corpus/index.ts';

/** Which articles are listed; what is not set leaves none out. */
export interface ArticleFilter {
  readonly words: readonly string[];
  readonly publisher?: string;
  /** `2026-11-20` */
  readonly after?: string;
  readonly before?: string;
  readonly state?: string;
}

/** Whether an article is one of those that are looked for. URIs that are out of use are none, unless asked for. */
export function matchesFilter(article: ArchivedArticle, filter: ArticleFilter): boolean {
  const { words, publisher = '', after = '', before = '9999', state } = filter;
  const { day = '', title, item } = article;
  if (state === undefined ? article.state === 'renamed' : article.state !== state) return false;
  if (after !== '' && day < after) return false;
  if (day.slice(0, before.length) > before) return false;
  if (!holds(article.publisher ?? '', publisher)) return false;
  if (words.length === 0) return true;
  const read = readItemText(item);
  const text = `${title}\n${'text' in read ? read.text : ''}`;
  return words.every((word) => holds(text, word));
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/** Reads a day, a month or a year of the command line. */
export function readDay(text: string): string {
  if (/^\d{4}(?:-\d\d){0,2}$/.test(text)) return text;
  throw new InvalidArgumentError('Write a day such as 2026-11-20, a month or a year.');
}
