import type { types } from '@slack/bolt';
import { citationTexts } from './citation-texts.ts';
import { type CurrentFact, FACT_CHANGED } from './current-fact.ts';
import { bold, line, richText } from './rich-text-elements.ts';
import { sliceText } from './slices.ts';

const SLICE_ROOM = { shown: 2_900, escaped: 12_000 } as const;

/** A modal with the quote and its source in three forms to copy. */
export function renderCitation({ fact, hasChanged }: CurrentFact): types.ModalView {
  const { plain, markdown, footnote } = citationTexts(fact.quote);
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Copy citation' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      ...(hasChanged ? [richText(line(bold(FACT_CHANGED)))] : []),
      ...form('Plain text', plain),
      ...form('Footnote', footnote),
      ...form('Markdown', markdown),
    ],
  };
}

function form(name: string, text: string): readonly types.RichTextBlock[] {
  const slices = sliceText(text, SLICE_ROOM).map(([start, end]) => text.slice(start, end));
  return [
    richText(line(bold(name))),
    ...slices.map((slice) =>
      richText({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: slice }] }),
    ),
  ];
}
