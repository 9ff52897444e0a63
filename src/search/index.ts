export { createIndex } from './create-index.ts';
export type { Assumption, Hit, Range, SearchIndex, SearchResult } from './search-index.ts';
