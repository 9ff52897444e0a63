export { openArchiveVerifier } from './archive-verifier.ts';
export { type ArchiveWriter, openArchiveWriter, type Placement } from './archive-writer.ts';
export { visibilityAt } from './item-visibility.ts';
export { FACT_CHECK_GENRE, type NewsItem, newsItemSchema, UNDATED_PROFILE } from './news-item.ts';
export { type Archive, type ArchiveOptions, openArchive } from './open-archive.ts';
export type { ArchiveFile, Entry } from './read-catalogue.ts';
export { LONGEST_LINE_BYTES, readLines } from './read-lines.ts';
