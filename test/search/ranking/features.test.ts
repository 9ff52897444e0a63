import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../src/search/index.ts';
import { FEATURES } from '../../../src/search/ranking/features.ts';
import { featuresInMarkdown } from '../../../tools/features-in-markdown.ts';
import { passage } from '../passages.ts';

describe('the table of features', () => {
  it('is printed in the documentation as it stands', () => {
    expect(readFileSync('docs/features.md', 'utf8')).toBe(featuresInMarkdown());
  });

  it('is what a hit shows and what adds up to its score', () => {
    const index = createIndex([
      passage('In 2024 mines killed 407 civilians in Ukraine.', {
        id: 'count',
        askedAs: ['How many civilians were killed by mines in Ukraine?'],
      }),
    ]);
    const [hit] = index.search('how many civilians did mines kill').hits;
    expect(Object.keys(hit?.features ?? {})).toEqual(FEATURES.map(({ name }) => name));
    expect(hit?.explain().parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(hit?.score ?? 0, 9);
  });

  it('gives every feature a range that its values keep', () => {
    const texts = [
      'Mines killed 407 civilians.',
      'Who killed them?',
      'Austin approved the mines in 2024.',
      'Mines are weapons.',
    ];
    const index = createIndex(
      texts.map((text, n) => passage(text, { id: `p${n}`, askedAs: [`${text} again?`] })),
    );
    const ranges = new Map(
      FEATURES.map(({ name, range }) => [name, range.split(/ to | or /).map(Number) as [number, number]]),
    );
    const seen = [
      'mines',
      'who approved mines 2023',
      'what did Austin say',
      'how many civilians were killed',
      'Powell mines',
    ].flatMap((question) => index.search(question).hits.flatMap(({ features }) => Object.entries(features)));
    expect(seen.length).toBeGreaterThan(100);
    const outside = seen.filter(([name, value]) => {
      const [least = 0, most = 0] = ranges.get(name as (typeof FEATURES)[number]['name']) ?? [];
      return !(value >= least - 1e-9 && value <= most + 1e-6);
    });
    expect(outside).toEqual([]);
  });
});
