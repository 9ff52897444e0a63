import type { types } from '@slack/bolt';
import { cite, type FactInFull } from '../../answer/index.ts';
import { type CurrentFact, FACT_CHANGED } from '../current-fact.ts';
import { asInlineText, clip } from '../plain-text.ts';
import { quoteBlocks } from './quote.ts';
import { bold, bullets, line, plain, richText } from './rich-text.ts';
import { sliceText } from './slices.ts';

const SLICE_ROOM = { shown: 2_900, escaped: 12_000 } as const;
/** As much of the same source as somebody reads in a window; Slack refuses a view of some 250,000 bytes. */
const NEIGHBOURS_TEXT = 20_000;
const MAX_NEIGHBOURS = 40;
const FIELD_LENGTH = 500;

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
  const cited = cite(quote);
  const fields: readonly (readonly [string, string])[] = [
    [
      'Kind',
      quote.kind === 'quote' ? 'quote, the words of whoever is named' : 'statement, the desk’s own wording',
    ],
    [quote.kind === 'quote' ? 'Said by' : 'According to', quote.attribution],
    ['As of', cited.asOf],
    ['Source', cited.title],
    ['Published', cited.details.join(', ') || 'not recorded'],
    ...(cited.missing === null ? [] : [['Missing', cited.missing] as const]),
    ['Checked by', checkedBy ?? 'not recorded'],
    ['Fact', quote.factId],
  ];
  return fields.map(([name, value]) =>
    line(bold(`${name}: `), plain(clip(asInlineText(value), FIELD_LENGTH))),
  );
}

function neighbours({ sameSource, quote }: FactInFull): readonly types.RichTextBlock[] {
  const others = sameSource.filter(({ factId }) => factId !== quote.factId);
  if (others.length === 0) return [];
  const shown: string[] = [];
  let room = NEIGHBOURS_TEXT;
  for (const { text } of others.slice(0, MAX_NEIGHBOURS)) {
    // Whole or not at all: these are words of the source too.
    if (text.length > SLICE_ROOM.shown || text.length > room) continue;
    room -= text.length;
    shown.push(text);
  }
  const left = others.length - shown.length;
  return [
    richText(line(bold('Also on file from this source'))),
    ...shown.map((text) => richText(bullets(line(plain(text))))),
    ...(left === 0 ? [] : [richText(line(plain(`${left} more not shown here.`)))]),
  ];
}
