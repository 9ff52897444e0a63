import { type FileHandle, open } from 'node:fs/promises';
import { codeOf, isGone, UnreachableFileError } from '../files/file-errors.ts';
import { NON_BLOCKING } from '../files/read-file.ts';
import type { NewsItem } from './news-item.ts';
import { readRecord } from './read-catalogue.ts';
import { LONGEST_LINE_BYTES } from './read-lines.ts';

/** Where a record stands, and the URI it must have. */
interface RecordLocation {
  readonly uri: string;
  readonly file: string;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** Reads articles at known places. Keeps one file open at a time; close it in the end. */
export interface Records {
  /**
   * Undefined when another article, or none, stands there now. Rejects with an `UnreachableFileError` when the file
   * cannot be read just now.
   */
  read(place: RecordLocation): Promise<NewsItem | undefined>;
  close(): Promise<void>;
}

/** Opens nothing until the first record is read. */
export function openRecords(): Records {
  let current: { readonly file: string; readonly handle: FileHandle } | undefined;
  const close = async () => {
    const closing = current;
    current = undefined;
    await closing?.handle.close();
  };
  return {
    close,
    async read(place) {
      // No line is longer: what says so is not to be believed.
      if (place.byteLength > LONGEST_LINE_BYTES) return undefined;
      try {
        if (current?.file !== place.file) {
          await close();
          current = { file: place.file, handle: await open(place.file, NON_BLOCKING) };
        }
        const bytes = Buffer.alloc(place.byteLength);
        const { bytesRead } = await current.handle.read(bytes, 0, place.byteLength, place.byteOffset);
        const record = readRecord(bytes.subarray(0, bytesRead));
        return record && 'item' in record && record.item.uri === place.uri ? record.item : undefined;
      } catch (error) {
        // Gone is what a caller asks about, not a failure of asking.
        if (await isGone(place.file, error)) return undefined;
        throw new UnreachableFileError(place.file, codeOf(error));
      }
    },
  };
}
