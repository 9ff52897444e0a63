export { archiveFingerprint, listArchiveFiles } from './list-archive-files.ts';
export { replaces } from './newer-version.ts';
export {
  FACT_CHECK_GENRE,
  type NewsItem,
  newsItemSchema,
  type TextPart,
  UNDATED_PROFILE,
} from './news-item.ts';
export { type Archive, type ArchiveOptions, openArchive } from './open-archive.ts';
export { type Line, LONGEST_LINE_BYTES, type LongLine, readLines } from './read-lines.ts';
export { standsInArchive } from './stands-in-archive.ts';
