import { createHash } from 'node:crypto';
import type { ListedFile } from '../files/list-files.ts';
import { readText, type TextFileKind } from '../files/read-text.ts';
import type { Problem } from '../problem.ts';
import type { ReadBlocks } from './markdown-blocks.ts';
import { type ParsedSheet, parseSheet } from './parse-sheet.ts';

/** A sheet of this size holds some ten thousand facts: more is an export that went to the wrong folder. */
export const SHEET_KIND: TextFileKind = {
  name: 'sheet',
  largestMegabytes: 4,
  mendSize: 'Split it: one sheet for each source',
};

/** A sheet, and the state of its file in which it was read. */
export interface KnownSheet extends ListedFile {
  /** Of the file's text; undefined when it is none. */
  readonly hash?: string;
  /** Undefined when its file is not text. */
  readonly sheet?: ParsedSheet;
  readonly problems: readonly Problem[];
}

/**
 * Reads a sheet, where its text is another than it was `before`. Of one that could not be looked into just now, gives
 * what was known of it, with a problem; undefined for one that is gone. Never rejects.
 */
export async function readSheet(
  listed: ListedFile,
  before: KnownSheet | undefined,
  readBlocks: ReadBlocks,
): Promise<KnownSheet | undefined> {
  const { file } = listed;
  const reading = await readText(file, SHEET_KIND);
  switch (reading.kind) {
    case 'gone':
      return undefined;
    case 'no text':
      return { ...listed, problems: [reading.problem] };
    case 'unreachable':
      // Without a stamp it is read again the next time.
      return { ...listed, ...before, stamp: '', problems: [...(before?.problems ?? []), reading.problem] };
    case 'text': {
      const hash = createHash('sha256').update(reading.text).digest('base64');
      if (before?.hash === hash && before.sheet) {
        const { sheet } = before;
        return { ...listed, hash, sheet, problems: sheet.problems };
      }
      return parse(listed, { text: reading.text, hash }, readBlocks);
    }
    default:
      return reading satisfies never;
  }
}

function parse(
  listed: ListedFile,
  { text, hash }: { readonly text: string; readonly hash: string },
  readBlocks: ReadBlocks,
): KnownSheet {
  const { name, file } = listed;
  try {
    const id = name.replace(/\.md$/i, '');
    const sheet = parseSheet(text, { id, file, readBlocks });
    return { ...listed, hash, sheet, problems: sheet.problems };
  } catch (error) {
    // A library may fail on what nobody has thought of: that is no reason to end the bot.
    const what = `the sheet cannot be read (${error instanceof Error ? error.message : String(error)})`;
    const mend = 'Take out what was written last, and tell whoever keeps factdesk';
    return { ...listed, hash, problems: [{ file, line: 1, what, mend }] };
  }
}
