export { archiveFingerprint } from './archive/index.ts';
export { type Corpus, type CorpusPlace, inspectCorpus, loadCorpus } from './load-corpus.ts';
export type { ItemPlace, Passage, PassageKind, Place } from './passage.ts';
export { CorpusError, formatProblem, type Problem } from './problem.ts';
export type { Fact, FactStatus } from './sheets/fact.ts';
export { type Source, type SourceDate, sourceDate } from './source.ts';
export { standsInFile } from './stands-in-file.ts';
export { readVisiblePassages, type VisiblePassages } from './visible-passages.ts';
