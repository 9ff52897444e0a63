import type { Passage } from '../../src/corpus/index.ts';

/** A passage of which only what a test speaks about needs to be given. */
export function passage(text: string, given: Partial<Passage> = {}): Passage {
  return {
    id: text.slice(0, 40),
    text,
    kind: 'quote',
    attribution: 'The Daily Example',
    asOf: '2024-11-20',
    source: { id: 'example', title: 'Example', published: '2024-11-20', file: 'facts/example.md' },
    place: { file: 'facts/example.md', line: 1, start: 0, end: text.length },
    context: '',
    topics: [],
    askedAs: [],
    alsoCalled: [],
    ...given,
  };
}
