export {
  type Archive,
  type ArchiveOptions,
  archiveFingerprint,
  openArchive,
  standsInArchive,
} from './archive/index.ts';
export type { ItemPlace, Passage, PassageKind, Place } from './passage.ts';
export { CorpusError, formatProblem, type Problem } from './problem.ts';
export { type Source, type SourceDate, sourceDate } from './source.ts';
