import type { types } from '@slack/bolt';
import { amount } from '../../amount.ts';
import {
  cite,
  type FactDetails,
  formatPartialDate,
  formatShortDate,
  type Quote,
} from '../../answer/index.ts';
import type { RecordedCheck } from '../../ledger/index.ts';
import { quoteButtons } from './buttons.ts';
import { type CurrentFact, FACT_CHANGED } from './current-fact.ts';
import { asInlineText, clip } from './inline-text.ts';
import { quoteBlocks } from './quote.ts';
import { bold, italic, line, person, plain, quotation, richText } from './rich-text-elements.ts';
import { sliceText } from './slices.ts';

const SLICE_ROOM = { shown: 2_900, escaped: 12_000 } as const;
/** As much on each side of the fact as somebody reads in a modal; Slack refuses a view of some 250,000 bytes. */
const SIDE_TEXT = 5_000;
const MOST_ON_A_SIDE = 10;
const LONGEST_NEIGHBOUR = 1_900;
const FIELD_LENGTH = 400;

/** What goes with the context of a fact. */
export interface ContextOptions {
  /** The question that the fact was shown for, to lead a member of the desk to its uses. @default nothing does */
  readonly usesFor?: string | undefined;
  /** Who of the desk found these words still true, and when. @default nobody did */
  readonly check?: RecordedCheck | null;
}

/** A modal with everything on file about one fact: its words, what they rest on, and what its source says beside. */
export function renderContext(
  { fact, hasChanged }: CurrentFact,
  { usesFor, check = null }: ContextOptions = {},
): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Context' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      ...(hasChanged ? [richText(line(bold(FACT_CHANGED)))] : []),
      ...quoteBlocks(fact.quote),
      ...paragraph(fact),
      richText(...details(fact), ...(check === null ? [] : [stillTrue(check)])),
      ...(usesFor === undefined ? [] : quoteButtons(fact.quote, usesFor, 'uses')),
      ...neighbours(fact),
    ],
  };
}

function paragraph({ context }: FactDetails): readonly types.RichTextBlock[] {
  if (context.trim() === '') return [];
  const slices = sliceText(context, SLICE_ROOM).map(([start, end]) => plain(context.slice(start, end)));
  return [richText(line(bold('Around it in the article'))), ...slices.map((slice) => richText(line(slice)))];
}

const KINDS: Readonly<Record<Quote['kind'], { readonly meaning: string; readonly attributedAs: string }>> = {
  quote: { meaning: 'quote, the words of whoever is named', attributedAs: 'Said by' },
  statement: { meaning: 'statement, the desk’s own wording', attributedAs: 'According to' },
  article: { meaning: 'article, the words of its writers or quoted by them', attributedAs: 'Attributed to' },
};

function details({ quote, checkedBy, reviewBy }: FactDetails): readonly types.RichTextSection[] {
  const { kind, asOf, isUndated = false, published, source, factId } = quote;
  const { attribution, overdue } = cite(quote);
  const fields: readonly (readonly [string, string | null])[] = [
    ['Kind', KINDS[kind].meaning],
    // A statement that follows nobody but its source would only name the source twice.
    ...(attribution === null ? [] : [[KINDS[kind].attributedAs, attribution] as const]),
    [isUndated ? 'Accessed' : 'As of', formatPartialDate(asOf)],
    ['Source', source.title],
    ['Publisher', source.publisher],
    ['Published', published === null ? null : formatPartialDate(published)],
    ['Link', source.url],
    ['Checked by', checkedBy],
    ...(overdue === null ? [] : [['Overdue', overdue] as const]),
    ...(reviewBy === null || overdue !== null ? [] : [['Review by', formatPartialDate(reviewBy)] as const]),
    ['Fact', factId],
  ];
  return fields.map(([name, value]) =>
    line(bold(`${name}: `), plain(clip(asInlineText(value ?? 'not recorded'), FIELD_LENGTH))),
  );
}

/** Who of the desk found it true as it stands, and when. */
function stillTrue({ on, by }: RecordedCheck): types.RichTextSection {
  return line(bold('Still true: '), plain(`checked ${formatShortDate(on)} by `), person(by));
}

/** What its source says before and after the fact, in the source's order; the nearest are shown. */
function neighbours({ sameSource, quote }: FactDetails): readonly types.RichTextBlock[] {
  const place = sameSource.findIndex(({ factId }) => factId === quote.factId);
  // A fact that is not among them stands after them: a long source is given from its beginning.
  const at = place < 0 ? sameSource.length : place;
  const before = nearest(sameSource.slice(0, at).toReversed());
  const after = nearest(sameSource.slice(at + 1));
  return [
    ...section('Before it in this source', [
      ...moreLine(before.left, 'before these'),
      ...before.shown.toReversed(),
    ]),
    ...section('After it in this source', [...after.shown, ...moreLine(after.left, 'after these')]),
  ];
}

interface Nearest {
  readonly shown: readonly types.RichTextBlock[];
  readonly left: number;
}

function nearest(others: readonly Quote[]): Nearest {
  const shown: types.RichTextBlock[] = [];
  let room = SIDE_TEXT;
  for (const { text } of others.slice(0, MOST_ON_A_SIDE)) {
    // Whole or not at all: these are words of the source too.
    const isTooLong = text.length > LONGEST_NEIGHBOUR;
    room -= isTooLong ? 0 : text.length;
    if (room < 0) break;
    shown.push(
      richText(
        isTooLong
          ? line(italic(`${amount(text.length, 'character')}, too long to show here.`))
          : quotation(plain(text)),
      ),
    );
  }
  return { shown, left: others.length - shown.length };
}

function section(name: string, blocks: readonly types.RichTextBlock[]): readonly types.RichTextBlock[] {
  return blocks.length === 0 ? [] : [richText(line(bold(name))), ...blocks];
}

function moreLine(left: number, where: string): readonly types.RichTextBlock[] {
  return left === 0 ? [] : [richText(line(italic(`${left} more ${where}.`)))];
}
