import { describe, expect, it } from 'vitest';
import { readConfidence } from '../../src/answer/confidence.ts';
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
    // The log odds of the features are the odds that decided.
    confidences.forEach((confidence, rank) => {
      const logOdds = readConfidence(result, rank).reduce((sum, feature) => sum + feature.logOdds, 0);
      expect(confidence).toBeGreaterThan(0);
      expect(Math.log(confidence / (1 - confidence))).toBeCloseTo(logOdds, 9);
    });
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

  it('gives close matches to a filter without a word', () => {
    const found = desk.search('kind:quote');
    expect(found.hits.length).toBeGreaterThan(1);
    expect(decide(found)).toMatchObject({ outcome: 'choices', shownFor: 'filters' });
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

  it('gives close matches to one word that many facts hold, though a known question says no more', () => {
    const facts = createIndex([
      passage('There are two kinds of mines.', { askedAs: ['What are mines?'] }),
      passage('Mines lie in the fields.', { askedAs: ['Where are mines?'] }),
      passage('The MOPM is sent by hand.', { askedAs: ['What is a MOPM?'] }),
    ]);
    expect(decide(facts.search('mines')).outcome).toBe('choices');
    expect(decide(facts.search('MOPM')).outcome).toBe('answer');
  });

  it('answers with the one quote that holds an exact phrase, however short', () => {
    expect(decide(desk.search('"weapon of defence"')).outcome).toBe('answer');
    expect(decide(desk.search('weapon defence')).outcome).toBe('choices');
  });

  it('shows close matches when a quote behind the first is likely enough', () => {
    const found = index.search('Who closed the embassy in Kyiv?');
    const [first, second] = found.hits;
    expect(second).toBeUndefined();
    const unlikely = desk.search('the chocolate of King Olaf of Birkmoor in the mines of Duke Odo of Halden')
      .hits[0];
    expect(decide({ ...found, hits: unlikely ? [unlikely] : [] }).outcome).toBe('none');
    expect(decide({ ...found, hits: [unlikely, first].flatMap((hit) => hit ?? []) })).toMatchObject({
      outcome: 'choices',
      shownFor: 'likelihood',
    });
  });

  it('is less sure of a fact that lacks what is asked for', () => {
    const facts = createIndex([
      passage('The Birkmoor bridge is 210 metres long.', { askedAs: ['How long is the Birkmoor bridge?'] }),
      passage('The Halden bridge is closed.', { askedAs: ['Is the Halden bridge closed?'] }),
    ]);
    expect(decide(facts.search('How long is the Birkmoor bridge?')).outcome).toBe('answer');
    const found = facts.search('When was the Birkmoor bridge so long?');
    expect(found.hits[0]?.features.lacksAnswer).toBeGreaterThan(0.5);
    expect(decide(found)).toMatchObject({ outcome: 'choices' });
  });
});
