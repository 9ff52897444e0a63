import type { Doubt } from './doubt.ts';
import { isFactId } from './fact-id.ts';
import type { Block, ReadBlocks } from './markdown-blocks.ts';
import { doubtsOfHtml, headingOf, MEND_HEADING, parseSection, type Section } from './parse-section.ts';
import { isNotice, MEND_SHEET, mayTakeBack } from './taking-back.ts';

/** The body of a sheet, or the line at which it is nested too deeply to be parsed. */
export type SheetSections =
  | {
      readonly kind: 'read';
      readonly sections: readonly Section[];
      /** What stands above the first section, or between sections, and cannot be taken for a title. */
      readonly doubts: readonly Doubt[];
      /** Whether one of these doubts may have been written to take back all of the sheet. */
      readonly mayTakeBack: boolean;
    }
  | { readonly kind: 'too deep'; readonly line: number };

/** Cuts the body of a sheet (the text from offset `from` on) into its `##` sections. */
export function parseSections(text: string, from: number, readBlocks: ReadBlocks): SheetSections {
  const read = readBlocks(text, from);
  if (read.kind === 'too deep') return read;
  const above: Block[] = [];
  const sections: { heading: Block; content: Block[] }[] = [];
  for (const block of read.blocks) {
    if (block.kind === 'section') sections.push({ heading: block, content: [] });
    else (sections.at(-1)?.content ?? above).push(block);
  }
  const title = above.find(
    ({ kind, start, end }) => kind === 'title' && !text.slice(start, end).includes('\n'),
  );
  const unread = above.flatMap((block) =>
    doubtsAbove(text, block, block === title).map((doubt) => ({ doubt, block })),
  );
  const notices = read.blocks.filter((block) => isNoticeHeading(text, block));
  return {
    kind: 'read',
    sections: sections.map(({ heading, content }) => parseSection(text, heading, content)),
    doubts: [...unread.map(({ doubt }) => doubt), ...notices.map(({ line }) => doubtOfHeading(line))],
    mayTakeBack:
      notices.length > 0 ||
      mayTakeBack(unread.map(({ block }) => text.slice(block.start, block.end)).join('\n')),
  };
}

/** Above the first section may stand one title, and comments. */
function doubtsAbove(text: string, block: Block, isTitle: boolean): readonly Doubt[] {
  const { line } = block;
  if (block.kind === 'html') return doubtsOfHtml(text, block);
  if (block.kind === 'heading') return [{ line, what: 'this heading begins no fact', mend: MEND_HEADING }];
  if (isTitle) return [];
  const mend = 'Write it into the "- note:" of a fact, or take it out; only "# A title" may stand here';
  return [{ line, what: 'this stands above the first fact, where nobody reads it', mend }];
}

/** An id says nothing, whatever words it is made of. */
function isNoticeHeading(text: string, block: Block): boolean {
  if (block.kind !== 'title' && block.kind !== 'section') return false;
  const heading = headingOf(text, block);
  // A heading is no sentence: "The lock, embargoed until Monday" and "The lock: withdrawn" are two remarks.
  return !isFactId(heading) && isNotice(heading.replace(/[,:] /g, '; '));
}

function doubtOfHeading(line: number): Doubt {
  return { line, what: 'this heading seems to take something back, which it cannot', mend: MEND_SHEET };
}
