import { describe, expect, it } from 'vitest';
import { decide } from '../../src/answer/index.ts';
import { createIndex } from '../../src/search/index.ts';
import { passage } from '../search/passages.ts';

const index = createIndex([
  passage('The United States closed its embassy in Kyiv, warning of a significant air attack.'),
  passage('Most anti-personnel mines are small explosives about the size of a hockey puck.'),
]);

describe('decide', () => {
  it('answers when a passage meets the whole question', () => {
    expect(decide(index.search('Who closed the embassy in Kyiv?')).outcome).toBe('answer');
  });

  it('says none when nothing is found', () => {
    expect(decide(index.search('chocolate prices'))).toEqual({ outcome: 'none', confidences: [] });
  });

  it('gives every hit a probability', () => {
    const result = index.search('mines in Kyiv');
    const { confidences } = decide(result);
    expect(confidences).toHaveLength(result.hits.length);
    for (const confidence of confidences) expect(confidence).toBeGreaterThanOrEqual(0);
  });
});
