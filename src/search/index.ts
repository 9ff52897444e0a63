export { createIndex } from './create-index.ts';
export type { AnswerType } from './question/answer-type.ts';
export type { UnreadFilter } from './question/query.ts';
export type { ExplainedPart, ExplainedTerm, Explanation, MetIn } from './ranking/explanation.ts';
export type { Parts } from './ranking/measure-parts.ts';
export { PART_NAMES, type PartName } from './ranking/weights.ts';
export type { Assumption, Hit, Range, SearchIndex, SearchResult } from './search-index.ts';
