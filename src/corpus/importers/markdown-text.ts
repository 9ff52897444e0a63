import MarkdownIt, { type Token } from 'markdown-it';
import { parseHtml, toMarkup } from './html.ts';
import { RefusedError } from './importer.ts';
import type { Markup } from './markup-text.ts';

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
  const tokens = new MarkdownIt({ html: true }).parse(text, {});
  if (tokens.some(({ level }) => level >= DEEPEST - 1)) throw new RefusedError('the text is nested too deep');
  const heading = tokens.findIndex(({ type, tag }) => type === 'heading_open' && tag === 'h1');
  const title = heading === -1 ? undefined : tokens[heading + 1];
  return { title: title && wordsOf(title), body: toTree(tokens) };
}

interface Element {
  readonly name: string;
  readonly children: Markup[];
}

/** The parser lists where blocks begin and end; their names are those of HTML. */
function toTree(tokens: readonly Token[]): Markup {
  const root: Element = { name: 'body', children: [] };
  const open = [root];
  for (const token of tokens) {
    const element: Element = { name: token.tag, children: [] };
    if (token.nesting === -1) open.pop();
    else open.at(-1)?.children.push(token.nesting === 1 ? element : toLeaf(token));
    if (token.nesting === 1) open.push(element);
  }
  return root;
}

/** Code is no sentence. */
function toLeaf(token: Token): Markup {
  if (token.type === 'inline') return wordsOf(token);
  return token.type === 'html_block' ? toMarkup(parseHtml(token.content).documentElement) : '';
}

/** Emphasis and links have no words of their own, tags in the middle of a line neither. */
function wordsOf({ children }: Token): string {
  return (children ?? []).map(({ type, content }) => WORDS[type]?.(content) ?? '').join('');
}

const WORDS: Readonly<Record<string, (content: string) => string>> = {
  text: (content) => content,
  code_inline: (content) => content,
  softbreak: () => ' ',
  hardbreak: () => ' ',
};
