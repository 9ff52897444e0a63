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

  const desk = createIndex([
    passage('Mines are most effective as a weapon of defence.', { askedAs: ['Are mines good in defence?'] }),
    passage('Mines are cleared by hand.', { askedAs: ['How are mines cleared?'] }),
    passage('The embassy in Kyiv closed on 20 November 2024.', {
      askedAs: ['When did the embassy in Kyiv close?', 'Is the embassy in Kyiv closed?'],
    }),
  ]);

  it.each(['mines', 'weapon', 'effective weapon'])('gives close matches to a topic: %s', (topic) => {
    expect(decide(desk.search(topic)).outcome).toBe('choices');
  });

  it('gives close matches where a fact of the desk holds every word asked, however unlikely it is the answer', () => {
    const many = createIndex([
      ...Array.from({ length: 8 }, (_, i) =>
        passage(`Sappers in Kyiv cleared mines near the embassy on day ${i}.`, {
          topics: ['sappers at the embassy in Kyiv'],
          askedAs: [`What did they do on day ${i} of the long week beside the river bank?`],
        }),
      ),
    ]);
    const found = many.search('sappers embassy Kyiv');
    expect(found.hits[0]?.parts.unmetWords).toBe(0);
    expect(decide(found).confidences[0]).toBeLessThan(0.06);
    expect(decide(found).outcome).toBe('choices');
    expect(decide(many.search('sappers embassy Kyiv kitchens')).outcome).toBe('none');
  });

  it('answers a known question as it stands, however short', () => {
    expect(decide(desk.search('How are mines cleared?')).outcome).toBe('answer');
  });

  it('is less sure of a word that is met nowhere', () => {
    const [met] = decide(desk.search('When did the embassy in Kyiv close?')).confidences;
    const [unmet] = decide(desk.search('When did the embassy in Kyiv close its kitchen?')).confidences;
    expect(met).toBeGreaterThan(0.9);
    expect(unmet).toBeLessThan(met ?? 0);
  });
});
