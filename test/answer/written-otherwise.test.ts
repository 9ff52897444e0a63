import { describe, expect, it } from 'vitest';
import { decide } from '../../src/answer/index.ts';
import { createIndex } from '../../src/search/index.ts';
import { passage } from '../search/passages.ts';
import { CODES } from './written-otherwise/codes.ts';
import { DECADES } from './written-otherwise/decades.ts';
import { DOUBLE_NAMES } from './written-otherwise/double-names.ts';
import { NUMERALS } from './written-otherwise/numerals.ts';

const others = Array.from({ length: 30 }, (_, i) =>
  passage(`The harbour keeps ${i} cranes for the fishermen.`, { id: `crane${i}` }),
);

function ask(fact: string, question: string) {
  const found = createIndex([passage(fact, { kind: 'article' }), ...others]).search(question);
  return { first: found.hits[0]?.passage.text, outcome: decide(found).outcome, assumed: found.assumptions };
}

describe.each([
  ['a numeral', NUMERALS],
  ['a code', CODES],
  ['a decade', DECADES],
  ['a double name', DOUBLE_NAMES],
])('%s', (_kind, facts) => {
  it.each(facts)('is answered in whatever writing it is asked for: $fact', ({ fact, same }) => {
    for (const question of same)
      expect(ask(fact, question), question).toMatchObject({ first: fact, outcome: 'answer' });
  });

  it.each(facts.filter(({ other }) => other.length > 0))(
    'answers for no other one: $fact',
    ({ fact, other }) => {
      for (const question of other) expect(ask(fact, question).outcome, question).not.toBe('answer');
    },
  );
});

describe('what is the same or another', () => {
  it('is never reported as a guess', () => {
    expect(ask('Henry VIII gave the abbey a bell.', 'What did Henry VII give the abbey?').assumed).toEqual(
      [],
    );
    expect(ask('The F-16 landed beside the farm.', 'Where did the F16s land?').assumed).toEqual([]);
    expect(ask('Anna-Lena Voss sold the mill.', 'What did Anna-Lene Voss sell?').assumed).toEqual([]);
  });

  it('is no count: neither a numeral nor a decade answers how many', () => {
    const sentence = 'Henry VIII visited the abbey of Tessin in the 1530s.';
    const found = createIndex([passage(sentence), ...others]).search('How many abbeys did Henry visit?');
    expect(found.hits[0]?.passage.text).toBe(sentence);
    expect(found.hits[0]?.features.answer).toBe(0);
  });

  it('gives the decade that was asked for, not the one a century before beside it', () => {
    const facts = ['In the 1980s the mill ground 900 tons.', 'In the 1880s the mill ground 90 tons.'];
    const index = createIndex([...facts.map((text) => passage(text, { kind: 'article' })), ...others]);
    for (const question of [
      "How many tons did the mill grind in the '80s?",
      'How many tons did the mill grind in the eighties?',
    ]) {
      const found = index.search(question);
      expect(decide(found).outcome).toBe('answer');
      expect(found.hits.map(({ features }) => features.contradiction).slice(0, 2)).toEqual([0, 1]);
      expect(found.hits[0]?.passage.text).toBe(facts[0]);
    }
  });
});
