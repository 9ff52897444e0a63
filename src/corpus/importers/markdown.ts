import { buildItem } from './build-item.ts';
import { type ImportDocument, type Imported, orProblem, problemAt } from './importer.ts';
import { readMarkdownHead } from './markdown-head.ts';
import { readMarkdown } from './markdown-text.ts';
import { markupText } from './markup-text.ts';
import { readNamedFields } from './named-fields.ts';

/** 40,000 words. */
const LONGEST_TEXT = 256 * 1024;

/** One article a file: a head with what is known of it, a `# Title`, then the text. */
export function* importMarkdown(document: ImportDocument): Generator<Imported> {
  if (document.text.length > LONGEST_TEXT) {
    yield problemAt(1, 'the file is larger than 256 kB, which no article is', 'Split it: one article a file');
    return;
  }
  yield orProblem(1, () => {
    const { fields, length } = readMarkdownHead(document.text);
    const { title, body } = readMarkdown(
      withoutTemplates(withoutComments(withoutFootnotes(document.text.slice(length)))),
    );
    const draft = readNamedFields(fields, document.columns);
    return buildItem({ ...draft, line: 1, title: draft.title ?? title, text: markupText(body) }, document);
  });
}

/** `[^1]` in the text, and the notes at its end. */
function withoutFootnotes(text: string): string {
  return text.replace(/^\[\^[^[\]\s]+\]:.*$/gm, '').replace(/\[\^[^[\]\s]+\]/g, '');
}

/** `[words]({{ site.url }}/page)` of Jekyll, Hugo and Eleventy: where a link leads says nothing. */
function withoutTemplates(text: string): string {
  return text.replace(
    /\]\([^()\s{}]{0,300}(?:\{\{[^{}]{0,300}\}\}|\{%[^{}]{0,300}%\})[^()\s]{0,300}\)/g,
    '](/)',
  );
}

/** `%% %%` of Obsidian, which nobody but the writer sees; one that stays open goes on to the end. */
function withoutComments(text: string): string {
  return text
    .split('%%')
    .filter((_, index) => index % 2 === 0)
    .join('');
}
