export { openArchiveVerifier } from './archive-verifier.ts';
export { type ArchiveWriter, openArchiveWriter, type Placed } from './archive-writer.ts';
export { isClaimLabel } from './claim-label.ts';
export { agencyNamed } from './find-origin.ts';
export { readId } from './item-name.ts';
export { isHomePage } from './item-pages.ts';
export { visibilityAt } from './item-visibility.ts';
export {
  CORRECTION_PROFILE,
  ERASED_PROFILE,
  FACT_CHECK_GENRE,
  type NewsItem,
  newsItemSchema,
  RENAMED_PROFILE,
  UNDATED_PROFILE,
} from './news-item.ts';
export { type Archive, type ArchiveOptions, openArchive } from './open-archive.ts';
export type { Placement } from './place-version.ts';
export type { ArchiveFile, Entry } from './read-catalogue.ts';
export { LONGEST_LINE_BYTES, readLines } from './read-lines.ts';
