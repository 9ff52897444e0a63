import type { Passage } from '../passage.ts';
import { readItemText } from './item-text.ts';
import { openRecords } from './records.ts';

/** Checks passages of the archive against their files, one after the other; close it in the end. */
export interface ArchiveVerifier {
  /**
   * Whether the words of an archive passage still stand at their place, in the same article. False, too, when the file
   * is gone, and for a passage that is not of the archive. Rejects with an `UnreachableFileError` when the file cannot
   * be read just now.
   */
  verify(passage: Passage): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens nothing until it is first asked. Of passages of one article in a row, the article is read once. */
export function openArchiveVerifier(): ArchiveVerifier {
  const records = openRecords();
  let last: { readonly key: string; readonly text: string | undefined } | undefined;
  const textOf = async ({ file, item }: Passage['place']): Promise<string | undefined> => {
    if (!item) return undefined;
    const key = `${item.byteOffset} ${item.uri} ${file}`;
    if (last?.key === key) return last.text;
    const record = await records.read({ file, ...item });
    const read = record && readItemText(record);
    const text = read && 'text' in read ? read.text : undefined;
    last = { key, text };
    return text;
  };
  return {
    verify: async ({ text, place }) => (await textOf(place))?.slice(place.start, place.end) === text,
    close: () => records.close(),
  };
}
