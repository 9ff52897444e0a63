import { type Citation, cite, type Quote } from '../../answer/index.ts';
import { sentenceStart } from './inline-text.ts';

/** A quote with its source, ready to be pasted elsewhere. */
export interface CitationTexts {
  readonly plain: string;
  readonly markdown: string;
  readonly footnote: string;
}

/** Words that brought one pair of marks along, and nothing outside it. */
const IN_QUOTATION_MARKS = /^(?:“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”])$/;
const MARKDOWN_SIGNS = /[\\`*_{}[\]<>#+|~!]/g;

/** Writes a quote down in three forms. The words stand in all of them; Markdown's signs in them are escaped there. */
export function citationTexts(quote: Quote): CitationTexts {
  const cited = withOverdue(cite(quote));
  return {
    plain: plainText(quote, cited),
    markdown: markdown(quote, cited),
    footnote: footnote(quote, cited),
  };
}

/** Whoever pastes it elsewhere carries on that nobody looked at it in time. */
function withOverdue(cited: Citation): Citation {
  return cited.overdue === null ? cited : { ...cited, when: `${cited.when} (${cited.overdue})` };
}

function plainText(quote: Quote, cited: Citation): string {
  const from = sentence(source(cited));
  const said = words(quote);
  if (!cited.isDeskWording) return `${said} ${who(cited)}, ${cited.when}. ${from}${address(cited)}`;
  // The words keep their own full stop, so what follows begins a sentence of its own.
  const { attribution, when } = cited;
  const according = attribution === null ? sentenceStart(when) : `According to ${attribution}, ${when}`;
  return `${said} (desk wording) ${according}: ${from}${address(cited)}`;
}

function footnote(quote: Quote, cited: Citation): string {
  const said = `${cited.isDeskWording ? 'Desk wording: ' : ''}${words(quote)}`;
  const speaker = cited.attribution === null ? '' : `${cited.attribution}, `;
  return `${speaker}${source(cited)}, ${cited.when}: ${said}${address(cited)} [${quote.factId}]`;
}

function markdown(quote: Quote, cited: Citation): string {
  const lines = escapeMarkdown(quote.text).split('\n');
  const quoted = lines.map((line) => `> ${line}`).join('\n');
  const title = escapeMarkdown(cited.title);
  const linked = cited.url === null ? title : `[${title}](<${cited.url}>)`;
  const rest = sentence([linked, ...afterTitle(cited)].join(', '));
  return `${quoted}\n>\n> ${who(cited)}, ${cited.when}. ${rest}`;
}

/** Words as they are to be read, whatever signs of Markdown's stand in them. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKDOWN_SIGNS, '\\$&');
}

/** A statement of the desk is nobody's speech, so it stands without quotation marks. */
function words({ kind, text }: Quote): string {
  return kind !== 'statement' && !IN_QUOTATION_MARKS.test(text) ? `“${text}”` : text;
}

/** A title that ends with a mark of its own gets no second one. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function who({ attribution, isDeskWording }: Citation): string {
  if (!isDeskWording) return `— ${attribution ?? ''}`;
  return attribution === null ? '(desk wording)' : `(desk wording, according to ${attribution})`;
}

function source(cited: Citation): string {
  return [cited.title, ...afterTitle(cited)].join(', ');
}

function afterTitle({ details, missing, spread }: Citation): readonly string[] {
  return [...details, missing, spread].filter((part) => part !== null);
}

function address({ url }: Citation): string {
  return url === null ? '' : ` ${url}`;
}
