import MarkdownIt, { type Token } from 'markdown-it';
import { parseHtml, toMarkup } from './html.ts';
import { RefusedError } from './importer.ts';
import type { Markup } from './markup.ts';

/** The parser leaves out what is deeper (its `maxNesting`), which must not happen unseen. */
const DEEPEST = 100;

/** A text in Markdown. */
export interface MarkdownText {
  /** The words of its first `# Title`. */
  readonly title: string | undefined;
  readonly body: Markup;
}

/** Reads CommonMark, in time that grows with its length alone. Throws a RefusedError for what is nested too deep. */
export function readMarkdown(text: string): MarkdownText {
  const parser = new MarkdownIt({ html: true });
  const tokens = parser.parse(text, {});
  if (tokens.some(({ level }) => level >= DEEPEST - 1)) throw new RefusedError('the text is nested too deep');
  const heading = tokens.findIndex(({ type, tag }) => type === 'heading_open' && tag === 'h1');
  const title = heading === -1 ? undefined : tokens[heading + 1];
  const html = parser.renderer.render(tokens, parser.options, {});
  return { title: title && wordsOf(title), body: toMarkup(parseHtml(html).documentElement) };
}

/** Emphasis and links have no words of their own, tags in the middle of a line neither. */
function wordsOf({ children }: Token): string {
  return (children ?? [])
    .map(({ type, content }) =>
      type === 'softbreak' || type === 'hardbreak' ? ' ' : WORDS.has(type) ? content : '',
    )
    .join('');
}

const WORDS = new Set(['text', 'code_inline']);
