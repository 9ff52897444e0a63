import type { types } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import type { Range } from '../../search/index.ts';
import { limits } from './block-limits.ts';
import { citationLine } from './citation-line.ts';
import { shownLength } from './fallback-text.ts';
import { asInlineText, clipEscaped } from './inline-text.ts';
import { bold, italic, type Leaf, line, plain, quotation, richText } from './rich-text-elements.ts';
import { fits } from './slack-message.ts';
import { sliceText } from './slices.ts';

/** Two slices fill a message's fallback text, and one leaves room in its block for a label and a common citation. */
const SLICE_ROOM = { shown: 1_950, escaped: 1_950 } as const;
/** So many bold runs help the eye; more only make the message heavier. */
const MAX_BOLD_RUNS = 40;

/** Names in it are of the question, and may be of any length. */
const REMARK_LENGTH = 300;

/** Marks the desk's own words, which must never look like somebody's speech. */
export const STATEMENT_LABEL = 'Desk wording:';

/** What stands above a quote. */
export interface AboveQuote {
  /** Such as the number of a choice. @default nothing */
  readonly heading?: string;
  /** What of it does not fit the question. @default nothing */
  readonly remark?: string;
}

/**
 * The blocks of one quote: its exact words under a bar, what matched in bold, then the citation. A long quote runs over
 * several blocks and is never cut.
 */
export function quoteBlocks(quote: Quote, above: AboveQuote = {}): readonly types.RichTextBlock[] {
  const slices = sliceText(quote.text, SLICE_ROOM).map((range) => quotation(...runs(quote, range)));
  const opening = openingLeaves(quote, above);
  const [first, ...further] = slices;
  const head = [...(opening.length > 0 ? [line(...opening)] : []), ...(first === undefined ? [] : [first])];
  const blocks = [
    ...(head.length > 0 ? [richText(...head)] : []),
    ...further.map((slice) => richText(slice)),
  ];
  return withCitation(blocks, line(...citationLine(quote)));
}

function openingLeaves({ kind }: Quote, { heading = '', remark = '' }: AboveQuote): readonly Leaf[] {
  const parts = [
    ...(heading === '' ? [] : [bold(heading)]),
    ...(remark === '' ? [] : [plain(clipEscaped(asInlineText(remark), REMARK_LENGTH))]),
    ...(kind === 'statement' ? [italic(STATEMENT_LABEL)] : []),
  ];
  return parts.flatMap((part, place) => (place === 0 ? [part] : [plain(' '), part]));
}

/** The citation stands in the block of the last words where it fits, so that Slack leaves no gap between them. */
function withCitation(
  blocks: readonly types.RichTextBlock[],
  cited: types.RichTextSection,
): readonly types.RichTextBlock[] {
  const joined = richText(...(blocks.at(-1)?.elements ?? []), cited);
  const joins = shownLength(joined) <= limits.textPerRichText && fits([joined]);
  return joins ? [...blocks.slice(0, -1), joined] : [...blocks, richText(cited)];
}

function runs(quote: Quote, [start, end]: Range): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let at = start;
  for (const [from, to] of quote.highlights.slice(0, MAX_BOLD_RUNS)) {
    const boldStart = Math.max(from, at);
    const boldEnd = Math.min(to, end);
    if (boldStart >= boldEnd) continue;
    if (boldStart > at) leaves.push(plain(quote.text.slice(at, boldStart)));
    leaves.push(bold(quote.text.slice(boldStart, boldEnd)));
    at = boldEnd;
  }
  return at < end ? [...leaves, plain(quote.text.slice(at, end))] : leaves;
}
