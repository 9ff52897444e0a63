import { type Citation, cite, type Quote } from '../../answer/index.ts';
import { asInlineText, clipEscaped, sentenceStart } from './inline-text.ts';
import { bold, type Leaf, link, plain } from './rich-text-elements.ts';
import { webLink } from './web-link.ts';

/** Room for each label once escaped: together with an address they stay below the fallback text's 4,000. */
const LABEL_LENGTH = { attribution: 600, title: 1_500, detail: 300 } as const;

/**
 * One line under a quote: who said it, as of when, and where it can be checked. A statement is the desk's own wording,
 * so its line says whose account it follows instead of who spoke.
 */
export function citationLine(quote: Quote): readonly Leaf[] {
  const url = webLink(quote.source.url);
  const cited = cite({ ...quote, source: { ...quote.source, url } });
  const title = label(cited.title, LABEL_LENGTH.title) || 'untitled source';
  const details = [...cited.details, ...(cited.missing === null ? [] : [cited.missing])];
  return [
    ...whoAndWhen(cited),
    url === null ? plain(title) : link(url, title),
    plain(details.map((detail) => `, ${label(detail, LABEL_LENGTH.detail)}`).join('')),
    ...(cited.spread === null ? [] : [plain(` · ${label(cited.spread, LABEL_LENGTH.detail)}`)]),
    ...(cited.overdue === null ? [] : [plain(` · ${cited.overdue}`)]),
  ];
}

function whoAndWhen({ attribution, isDeskWording, when }: Citation): readonly Leaf[] {
  if (attribution === null) return [plain(`${sentenceStart(when)} · `)];
  return [
    plain(isDeskWording ? 'According to ' : '— '),
    bold(label(attribution, LABEL_LENGTH.attribution)),
    plain(` · ${when} · `),
  ];
}

function label(text: string, length: number): string {
  return clipEscaped(asInlineText(text), length);
}
