export type { Passage, PassageKind, Place } from './passage.ts';
export type { Source } from './source.ts';
