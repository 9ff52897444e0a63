import type { Quote } from '../../answer/index.ts';
import { asInlineText, clipEscaped } from '../plain-text.ts';
import { humanDate } from './partial-date.ts';
import { bold, type Leaf, link, plain } from './rich-text.ts';
import { webLink } from './web-link.ts';

/** Room for each label once escaped: together with an address they stay below the fallback text's 4,000. */
const LABEL_LENGTH = { attribution: 600, title: 1_500, publisher: 300, date: 40 } as const;

/**
 * One line under a quote: who said it, as of when, and where it can be checked. What nobody recorded is said to be
 * missing. A statement is the desk's own wording, so its line says what it rests on instead of who spoke.
 */
export function citation(quote: Quote): readonly Leaf[] {
  const who = bold(label(quote.attribution, LABEL_LENGTH.attribution));
  return [
    plain(quote.kind === 'quote' ? '— ' : 'Rests on '),
    who,
    plain(` · as of ${date(quote.asOf)} · `),
    sourceTitle(quote),
    plain(sourceDetails(quote)),
  ];
}

function sourceTitle({ source }: Quote): Leaf {
  const title = label(source.title, LABEL_LENGTH.title) || 'untitled source';
  const url = webLink(source.url);
  return url === null ? plain(title) : link(url, title);
}

function sourceDetails({ source, published }: Quote): string {
  const details = [
    ...(source.publisher === null ? [] : [label(source.publisher, LABEL_LENGTH.publisher)]),
    ...(published === null ? [] : [date(published)]),
    ...missing({
      publisher: source.publisher === null,
      date: published === null,
      link: webLink(source.url) === null,
    }),
  ];
  return details.map((detail) => `, ${detail}`).join('');
}

function missing(parts: Readonly<Record<'publisher' | 'date' | 'link', boolean>>): readonly string[] {
  const lacking = [
    ...(parts.publisher ? ['publisher'] : []),
    ...(parts.date ? ['date'] : []),
    ...(parts.link ? ['link'] : []),
  ];
  const [only] = lacking;
  if (only === undefined) return [];
  if (lacking.length === 1) return [only === 'link' ? 'no link recorded' : `${only} not recorded`];
  return [`${lacking.slice(0, -1).join(', ')} and ${lacking.at(-1)} not recorded`];
}

function date(partialDate: string): string {
  return humanDate(label(partialDate, LABEL_LENGTH.date));
}

function label(text: string, length: number): string {
  return clipEscaped(asInlineText(text), length);
}
