export type { Fact, FactStatus } from './fact.ts';
export { type Corpus, inspectCorpus, loadCorpus } from './load-corpus.ts';
export type { Passage, PassageKind, Place } from './passage.ts';
export { CorpusError, formatProblem, type Problem } from './problem.ts';
export { type Source, type SourceDate, sourceDate } from './source.ts';
export { standsInFile } from './stands-in-file.ts';
export { nextRelease, toPassage, visibleFacts } from './visible-facts.ts';
