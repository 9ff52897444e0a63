import type { types } from '@slack/bolt';
import { type FactInFull, formatPartialDate, type Quote } from '../../answer/index.ts';
import { type CurrentFact, FACT_CHANGED } from '../replying/current-fact.ts';
import { asInlineText, clip } from './plain-text.ts';
import { quoteBlocks } from './quote.ts';
import { bold, line, plain, richText } from './rich-text.ts';
import { sliceText } from './slices.ts';

const SLICE_ROOM = { shown: 2_900, escaped: 12_000 } as const;
/** As much of the same source as somebody reads in a window; Slack refuses a view of some 250,000 bytes. */
const NEIGHBOURS_TEXT = 10_000;
const MAX_NEIGHBOURS = 20;
const LONGEST_NEIGHBOUR = 1_900;
const FIELD_LENGTH = 400;

/** A window with everything on file about one fact: its words, what they rest on, and what its source says beside. */
export function renderContext({ fact, hasChanged }: CurrentFact): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Context' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      ...(hasChanged ? [richText(line(bold(FACT_CHANGED)))] : []),
      ...quoteBlocks(fact.quote),
      ...paragraph(fact),
      richText(...details(fact)),
      ...neighbours(fact),
    ],
  };
}

function paragraph({ context }: FactInFull): readonly types.RichTextBlock[] {
  if (context.trim() === '') return [];
  const slices = sliceText(context, SLICE_ROOM).map(([start, end]) => plain(context.slice(start, end)));
  return [richText(line(bold('The rest of the paragraph'))), ...slices.map((slice) => richText(line(slice)))];
}

function details({ quote, checkedBy }: FactInFull): readonly types.RichTextSection[] {
  const { kind, attribution, asOf, isUndated = false, published, source, factId } = quote;
  const isQuote = kind === 'quote';
  const fields: readonly (readonly [string, string | null])[] = [
    ['Kind', isQuote ? 'quote, the words of whoever is named' : 'statement, the desk’s own wording'],
    [isQuote ? 'Said by' : 'According to', attribution],
    [isUndated ? 'Accessed' : 'As of', formatPartialDate(asOf)],
    ['Source', source.title],
    ['Publisher', source.publisher],
    ['Published', published === null ? null : formatPartialDate(published)],
    ['Link', source.url],
    ['Checked by', checkedBy],
    ['Fact', factId],
  ];
  return fields.map(([name, value]) =>
    line(bold(`${name}: `), plain(clip(asInlineText(value ?? 'not recorded'), FIELD_LENGTH))),
  );
}

function neighbours({ sameSource, quote }: FactInFull): readonly types.RichTextBlock[] {
  const others = sameSource.filter(({ factId }) => factId !== quote.factId);
  if (others.length === 0) return [];
  const shown: Quote[] = [];
  let room = NEIGHBOURS_TEXT;
  for (const other of others) {
    // Whole or not at all: these are words of the source too.
    if (other.text.length > LONGEST_NEIGHBOUR || other.text.length > room || shown.length === MAX_NEIGHBOURS)
      continue;
    room -= other.text.length;
    shown.push(other);
  }
  const left = others.length - shown.length;
  return [
    richText(line(bold('Also on file from this source'))),
    ...shown.flatMap((other) => quoteBlocks(other)),
    ...(left === 0 ? [] : [richText(line(plain(`${left} more not shown here.`)))]),
  ];
}
