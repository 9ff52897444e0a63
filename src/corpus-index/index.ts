export { buildArchiveIndex, keepArchiveIndex } from './archive-index.ts';
export { archiveIndexFile, listIndexFiles } from './archive-index-file.ts';
export { type NameLists, NO_NAMES } from './archive-names.ts';
export { commonestFirst } from './commonest-first.ts';
export { createFactVectors, type FactVectors } from './fact-vectors.ts';
export type { ArchiveState, IndexContents, IndexProvider } from './index-contents.ts';
export { type IndexThread, type IndexThreadOptions, startIndexThread } from './index-thread.ts';
export { openIndexProvider, type ReadCorpus } from './open-index-provider.ts';
export { createRebuild } from './rebuild-archive.ts';
