import type { types } from '@slack/bolt';
import type { Quote } from '../../../answer/index.ts';
import { type FactVersion, factVersion, type ShownWords } from '../../../ledger/index.ts';
import { readButtonValue, writeButtonValue } from '../button-value.ts';
import { quoteBlocks } from '../quote.ts';
import { line, richText } from '../rich-text-elements.ts';
import { fits, message, type SlackMessage } from '../slack-message.ts';
import { isOldWords, markWords, notesAbove } from './correction-marks.ts';
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
 * buttons work for the new words. Where nothing is shown in their place, earlier notes and what somebody once got go,
 * too, since they hold words of the fact. Null where the words do not stand in it.
 */
export function correctMessage(blocks: Blocks, correction: Correction): SlackMessage | null {
  const extent = findWords(blocks, correction.heldWords.text);
  if (extent === null) return null;
  const earlier = correction.quote === null ? [] : blocks.slice(extent.from, extent.words);
  // Of many corrections the last one has room in any case.
  const corrected = [earlier, []].map((notes) => correctAt(blocks, extent, notes, correction)).find(fits);
  return corrected === undefined ? null : message(corrected);
}

function correctAt(
  blocks: Blocks,
  { from, words, to }: Extent,
  earlier: Blocks,
  correction: Correction,
): Blocks {
  const { quote, mark } = correction;
  const heading = earlier.length > 0 ? [] : headingOf(blocks[from], from < words);
  const note = richText(...heading, ...noteOnCopy(correction));
  const own = [...earlier, note, ...wordsOrMark(quote, mark, earlier.length + 1)];
  const above =
    quote === null ? blocks.slice(0, from).filter((block) => !isOldWords(block)) : blocks.slice(0, from);
  const all = [...above, ...own, ...blocks.slice(to)].flatMap((block) => rewriteButtons(block, correction));
  // The first block bears the mark of the whole message.
  const id = blocks[0]?.block_id;
  return all.map((block, at) => (at === 0 && id !== undefined ? { ...block, block_id: id } : block));
}

/** The new words; without any a line, which bears the mark, since the note may bear the mark of the whole message. */
function wordsOrMark(quote: Quote | null, mark: string, notes: number): Blocks {
  const [first, ...further] = quote === null ? [] : quoteBlocks(quote);
  return first === undefined
    ? [{ type: 'divider', block_id: mark }]
    : [markWords(first, mark, notes), ...further];
}

/** Where the words of a fact stand, with all that belongs to them. */
interface Extent {
  /** Where the notes of earlier corrections begin. */
  readonly from: number;
  readonly words: number;
  /** Behind the citation. */
  readonly to: number;
}

/** The blocks that hold a text between quotation bars, from the first one up to behind the last one. */
function findWords(blocks: Blocks, text: string): Extent | null {
  const wanted = squeeze(text);
  for (const [words, first] of blocks.entries()) {
    const from = Math.max(0, words - notesAbove(first));
    let found = '';
    for (let to = words; to < blocks.length; to += 1) {
      const quoted = quotedIn(blocks[to]);
      if (quoted === null) break;
      found += squeeze(quoted);
      if (found === wanted) return { from, words, to: endOfCitation(blocks, to + 1) };
      if (!wanted.startsWith(found)) break;
    }
  }
  return null;
}

/** Whether some of the words stand in a message, such as the first half of what fills two. */
export function showsPartOf(blocks: Blocks, text: string): boolean {
  const wanted = squeeze(text);
  return blocks.some((block) => {
    const quoted = squeeze(quotedIn(block) ?? '');
    return quoted !== '' && wanted.includes(quoted);
  });
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

/** The words between bars in a block; null where there are none, or such as somebody once got. */
function quotedIn(block: types.KnownBlock | undefined): string | null {
  if (block?.type !== 'rich_text' || isOldWords(block)) return null;
  const quotes = block.elements.filter((element) => element.type === 'rich_text_quote');
  if (quotes.length === 0) return null;
  return quotes.flatMap(({ elements }) => elements.map((leaf) => ('text' in leaf ? leaf.text : ''))).join('');
}

/** What stands above the words in their block, such as the number of a choice, or above the first note of them. */
function headingOf(block: types.KnownBlock | undefined, isNote: boolean): readonly types.RichTextSection[] {
  if (block?.type !== 'rich_text') return [];
  const [opening, next] = block.elements;
  if (opening?.type !== 'rich_text_section' || next === undefined) return [];
  // Below a heading stands the note in a line of its own, or the words under their bar.
  if (!isNote && next.type !== 'rich_text_quote') return [];
  // The desk's label for its own wording comes anew with the words.
  const leaves = opening.elements.filter((leaf) => !isItalic(leaf));
  const last = leaves.at(-1);
  const kept = last?.type === 'text' && last.text.trim() === '' ? leaves.slice(0, -1) : leaves;
  return kept.length === 0 ? [] : [line(...kept)];
}

const isItalic = (leaf: types.RichTextElement) => leaf.type === 'text' && leaf.style?.italic === true;

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
