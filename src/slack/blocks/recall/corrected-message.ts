import type { types } from '@slack/bolt';
import type { Quote } from '../../../answer/index.ts';
import { type FactVersion, factVersion, type ShownWords } from '../../../ledger/index.ts';
import { readButtonValue, writeButtonValue } from '../button-value.ts';
import { quoteBlocks } from '../quote.ts';
import { line, richText } from '../rich-text-elements.ts';
import { fits, message, type SlackMessage } from '../slack-message.ts';
import { type NoteOnCopy, noteOnCopy } from './note-on-copy.ts';

type Blocks = readonly types.KnownBlock[];

/** How a copy of a fact is corrected. */
export interface Correction extends NoteOnCopy {
  /** What the message shows of the fact now. */
  readonly held: FactVersion;
  readonly heldWords: ShownWords;
  /** What it shall show; null where nothing stands for it. */
  readonly quote: Quote | null;
  /** Under which the new words are known, so that nobody corrects them twice. */
  readonly mark: string;
}

/**
 * The message with the words of one fact corrected, and everything else as it was: a note says so above them, and their
 * buttons work for the new words. Null where the words do not stand in it.
 */
export function correctMessage(blocks: Blocks, correction: Correction): SlackMessage | null {
  const extent = findWords(blocks, correction.heldWords.text);
  if (extent === null) return null;
  const { from, to } = extent;
  const first = blocks[from];
  const note = richText(...openingOf(first), ...noteOnCopy(correction));
  const corrected = correction.quote === null ? [] : quoteBlocks(correction.quote);
  const own = [withId(note, first?.block_id), ...corrected];
  const rest = [...blocks.slice(0, from), ...own, ...blocks.slice(to)].flatMap((block) =>
    rewriteButtons(block, correction),
  );
  const marked = markAfter(rest, from, correction);
  return fits(marked) ? message(marked) : null;
}

/** Whether a message was corrected under this mark. */
export function isCorrected(blocks: Blocks, mark: string): boolean {
  return blocks.some(({ block_id }) => block_id === mark);
}

/** The blocks that hold a text between quotation bars, from the first one up to behind the last one. */
function findWords(blocks: Blocks, text: string): { readonly from: number; readonly to: number } | null {
  const wanted = squeeze(text);
  for (let from = 0; from < blocks.length; from += 1) {
    let found = '';
    for (let to = from; to < blocks.length; to += 1) {
      const words = quotedIn(blocks[to]);
      if (words === null) break;
      found += squeeze(words);
      if (found === wanted) return { from, to: endOfCitation(blocks, to + 1) };
      if (!wanted.startsWith(found)) break;
    }
  }
  return null;
}

/** A citation that has no room below the words stands in a block of its own. */
function endOfCitation(blocks: Blocks, after: number): number {
  const [last, next] = [blocks[after - 1], blocks[after]];
  const isCited = last?.type === 'rich_text' && last.elements.at(-1)?.type === 'rich_text_section';
  const isCitation = next?.type === 'rich_text' && quotedIn(next) === null && next.elements.length === 1;
  return !isCited && isCitation ? after + 1 : after;
}

/** Slack hands white space out in other forms than it got it. */
const squeeze = (text: string) => text.replace(/\s+/g, '');

/** The words between bars in a block; null where there are none. */
function quotedIn(block: types.KnownBlock | undefined): string | null {
  if (block?.type !== 'rich_text') return null;
  const quotes = block.elements.filter((element) => element.type === 'rich_text_quote');
  if (quotes.length === 0) return null;
  return quotes.flatMap(({ elements }) => elements.map((leaf) => ('text' in leaf ? leaf.text : ''))).join('');
}

/** What stands above the words in their block, such as the number of a choice. */
function openingOf(block: types.KnownBlock | undefined): readonly types.RichTextSection[] {
  if (block?.type !== 'rich_text') return [];
  const [opening] = block.elements;
  // The desk's label for its own wording comes anew with the words.
  return opening?.type === 'rich_text_section' && !opening.elements.some(isItalic)
    ? [line(...opening.elements)]
    : [];
}

const isItalic = (leaf: types.RichTextElement) => leaf.type === 'text' && leaf.style?.italic === true;

function withId(block: types.RichTextBlock, id: string | undefined): types.RichTextBlock {
  return id === undefined ? block : { ...block, block_id: id };
}

/** The buttons below belong to the new words; where nothing stands any more, they go. */
function rewriteButtons(
  block: types.KnownBlock,
  { held, quote }: Pick<Correction, 'held' | 'quote'>,
): Blocks {
  if (block.type !== 'actions') return [block];
  const elements = block.elements.flatMap((element) => {
    if (element.type !== 'button' || element.value === undefined) return [element];
    const value = readButtonValue(element.value);
    if (value?.fact?.factId !== held.factId || value.fact.factHash !== held.factHash) return [element];
    const written = quote && writeButtonValue({ ...value, fact: factVersion(quote) });
    return written === null ? [] : [{ ...element, value: written }];
  });
  return elements.length === 0 ? [] : [{ ...block, elements }];
}

/** The mark stands on the note's neighbour: the note may bear the mark of the whole message. */
function markAfter(blocks: Blocks, at: number, { mark }: Correction): Blocks {
  const place = blocks[at]?.block_id === undefined ? at : at + 1;
  return blocks[place] === undefined
    ? [...blocks, { ...richText(line({ type: 'text', text: ' ' })), block_id: mark }]
    : blocks.map((block, index) => (index === place ? { ...block, block_id: mark } : block));
}
