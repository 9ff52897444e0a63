import { isEnded } from './boilerplate.ts';
import type { CutParagraph, Sentence } from './read-utterances.ts';
import type { Span } from './span.ts';

/** In UTF-16 units: as much as is read as one quote. Half a list could say something else than the whole. */
const LONGEST_LIST = 1_500;

/** What an article is made of: prose with its sentences, points of a list, and what is left out between them. */
export type Block =
  | (CutParagraph & { readonly kind: 'prose' })
  | (Span & { readonly kind: 'list' })
  | { readonly kind: 'left out' };

/**
 * Puts points under the sentence right above them: one passage from there to the end of the list. "All of them are
 * false:" turns the meaning of each point around, and "The mayor will not:" gives it one. A list that is too long for
 * that, or has nothing above it, is left out. In the same way a paragraph below a line that ends in a colon begins
 * with that line, unless it is speech, which has a speaker of its own.
 */
export function introducePoints(text: string, blocks: readonly Block[]): readonly CutParagraph[] {
  const paragraphs: CutParagraph[] = [];
  let above: CutParagraph | undefined;
  for (const block of blocks) {
    const introduced = block.kind === 'left out' ? undefined : introduce(text, block, above);
    if (introduced) paragraphs.splice(-1, 1, ...introduced);
    else if (block.kind === 'prose') paragraphs.push(block);
    above = block.kind === 'prose' ? paragraphs.at(-1) : undefined;
  }
  return paragraphs;
}

/** The paragraphs that take the place of the one above when it introduces a block. */
function introduce(
  text: string,
  block: Exclude<Block, { readonly kind: 'left out' }>,
  above: CutParagraph | undefined,
): readonly CutParagraph[] | undefined {
  const line = above?.sentences.at(-1);
  if (!above || !line) return undefined;
  const [first] = block.kind === 'prose' ? block.sentences : [block];
  if (!first || first.end - line.start > LONGEST_LIST) return undefined;
  const passage: Sentence = { start: line.start, end: first.end, isList: true };
  const before = above.sentences.slice(0, -1);
  if (block.kind === 'list') return [{ start: above.start, end: block.end, sentences: [...before, passage] }];
  const words = text.slice(first.start, first.end);
  if (text[line.end - 1] !== ':' || BEGINS_SPEECH.test(words) || !isEnded(words)) return undefined;
  const below = { start: line.start, end: block.end, sentences: [passage, ...block.sentences.slice(1)] };
  return before.length === 0 ? [below] : [{ ...above, end: line.start, sentences: before }, below];
}

const BEGINS_SPEECH = /^["“„«‘'`]/;
