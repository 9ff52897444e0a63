import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

const speaker = 'Ada Byron, Minister of Mines';
const index = createIndex([
  passage('Minister Ada Byron said on Monday that the mines of the valley were closed.', {
    id: 'report',
    attribution: 'The Daily Example',
    kind: 'statement',
  }),
  passage('We closed the mines of the valley for good.', { id: 'quote', attribution: speaker }),
  passage('Nobody closed the mines of the valley.', { id: 'other', attribution: 'Mary Shelley' }),
  // In news nearly everybody says something.
  ...Array.from({ length: 20 }, (_, i) =>
    passage(`The harbour has ${i} cranes, the mayor said.`, { id: `crane${i}` }),
  ),
]);
const ask = (question: string) => index.search(question).hits;
const spokenBy = (question: string) =>
  Object.fromEntries(ask(question).map(({ passage: { id }, features }) => [id, features.spokenBy > 0]));

describe('a question for somebody’s own words', () => {
  it.each([
    'What did Byron say about the mines of the valley?',
    'what has byron said on the mines of the valley',
    'byron quote mines of the valley',
    'quotes by Byron about the mines of the valley',
  ])('puts a quote of theirs before reports and quotes of others: %s', (question) => {
    expect(ask(question)[0]?.passage.id).toBe('quote');
    expect(spokenBy(question)).toMatchObject({ quote: true, report: false });
    expect(Object.values(spokenBy(question)).filter(Boolean)).toHaveLength(1);
  });

  it.each(['Who closed the mines of the valley?', 'Did Byron close the mines?', 'Byron mines valley'])(
    'is told from other questions: %s',
    (question) => {
      expect(Object.values(spokenBy(question))).not.toContain(true);
    },
  );

  it('counts the more, the more of the question the quote holds', () => {
    const [much] = ask('What did Byron say about the mines of the valley?');
    const [little] = ask('What did Byron say about the mines of the moon and the harvest?').filter(
      ({ passage: { id } }) => id === 'quote',
    );
    expect(little?.features.spokenBy).toBeLessThan(much?.features.spokenBy ?? 0);
  });

  it('finds them by another name of whoever was asked for', () => {
    const united = passage('The mines were counted.', { attribution: 'United Nations report' });
    const rules = [{ asked: ['UN'], finds: ['United Nations'], isSame: true }];
    const [hit] = createIndex([united], rules).search('What does the UN say about the mines?').hits;
    expect(hit?.features.spokenBy).toBeGreaterThan(0);
  });

  it('does not take a source for theirs whose name means much the same as saying', () => {
    const report = passage('Ada Byron closed the mines.', { attribution: 'Report on mines' });
    const [hit] = createIndex([report]).search('What did Ada Byron say?').hits;
    expect(hit?.features.spokenBy).toBe(0);
  });
});
