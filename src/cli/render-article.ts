import { type ArchivedArticle, readItemText } from '../corpus/index.ts';
import { escapeLine, escapeText } from './escape-controls.ts';

/** `2026-11-20  usable     https://post.example/ferry  “Ferry runs aground”, The Norbeck Post` */
export function renderArticleLine({ day = '', state, uri, title, publisher }: ArchivedArticle): string {
  const named = [title === '' ? '' : `“${title}”`, publisher ?? ''].filter((part) => part !== '').join(', ');
  return `${day.padEnd(10)}  ${state.padEnd(9)}  ${escapeLine(`${uri}  ${named}`.trimEnd())}\n`;
}

/** One version with its text. */
export function renderArticle(article: ArchivedArticle): string {
  const { item, file, line } = article;
  const read = readItemText(item);
  const facts = [
    ['version', [item.version, item.versionCreated].filter(Boolean).join(' of ')],
    ['embargo until', item.embargoedUntil],
    ['expires', item.expires],
    ['by', item.by],
    ['language', item.language],
    ['note', item.edNote],
    ['stands in', `${file}:${line}`],
  ];
  const known = facts.flatMap(([name, value]) => (value ? [`  ${name}: ${escapeLine(value)}\n`] : []));
  const text = 'text' in read ? `\n${escapeText(read.text)}\n` : '';
  return `${renderArticleLine(article)}${known.join('')}${text}\n`;
}
