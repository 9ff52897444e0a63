import { readMarkdown } from './markdown-text.ts';
import { markupText } from './markup-text.ts';

/** What nobody writes for readers: `[words](https://…)`, `{: .small}`, `[#image: /photos/1]`. */
const MARKS = /\]\((?:https?:|\/)\S{1,500}\)|\{: ?[.#\w][^{}]{0,100}\}|^\[#\w{1,20}:[^[\]]{0,300}\]/m;
/** Of these CommonMark knows nothing. */
const DIALECT = /\{: ?[.#\w][^{}]{0,100}\}|^\[#\w{1,20}:[^[\]]{0,300}\](?:\([^()]{0,300}\))?|^\+{3}[ \t]*$/gm;
/** As long as a Markdown file may be. */
const LONGEST = 256 * 1024;

/**
 * The words of a text that should be plain and that a content system filled with Markdown; any other as it is. Throws
 * a RefusedError for what is nested too deep.
 */
export function withoutMarkdown(text: string): string {
  if (text.length > LONGEST || !MARKS.test(text)) return text;
  return markupText(readMarkdown(text.replace(DIALECT, '')).body);
}
