import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/corpus/index.ts';
import { buildIndex, openIndex, type QuestionVector } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

const ferries = passage('The vessels moved 120,000 travellers.', { id: 'ferries' });
const mayor = passage('The mayor opened a school.', { id: 'mayor' });
const strike = passage('Harbour workers went on strike.', { id: 'strike' });

/** What the question means; each text lies at an angle to it. */
const question: QuestionVector = { model: 'tiny', floor: 0.3, values: Float32Array.of(1, 0) };

/** Opens passages whose texts, and then lines, have the given cosines with the question. */
function open(
  passages: readonly Passage[],
  cosines: readonly (number | undefined)[],
  model = question.model,
) {
  const values = Int8Array.from(
    cosines.flatMap((cosine = 0) => [
      Math.round(100 * cosine),
      Math.round(100 * Math.sqrt(1 - cosine * cosine)),
    ]),
  );
  const norms = Float32Array.from(cosines, (cosine, row) =>
    cosine === undefined ? 0 : Math.hypot(values[2 * row] ?? 0, values[2 * row + 1] ?? 0),
  );
  const vectors = { model, dimensions: 2, values, norms };
  return openIndex([{ columns: buildIndex(passages), vectors }]);
}

const QUESTION = 'Who rode along?';

describe('likeness in meaning', () => {
  it('finds a passage that shares no word with the question, and says by what', () => {
    const index = open([ferries, mayor, strike], [0.8, 0.2, 0.4]);
    const [first, ...others] = index.search(QUESTION, { vector: question }).hits;
    expect(first?.passage.id).toBe('ferries');
    expect(first?.features.textMeaning).toBeCloseTo((0.8 - 0.3) / (1 - 0.3), 1);
    expect(first?.explain().meansTheSame).toEqual({
      text: ferries.text,
      likeness: first?.features.textMeaning,
    });
    expect(others.map(({ passage: { id } }) => id)).not.toContain('mayor');
    const byWords = openIndex([{ columns: buildIndex([ferries, mayor, strike]) }], [], { similarity: 'off' });
    expect(byWords.search(QUESTION).hits.map(({ passage: { id } }) => id)).not.toContain('ferries');
  });

  it('names the line that is nearest', () => {
    const asked = { ...ferries, askedAs: ['What does a ticket cost?', 'How many took the ferry?'] };
    const [hit] = open([asked], [0.5, 0.2, 0.9]).search(QUESTION, { vector: question }).hits;
    expect(hit?.explain().meansTheSame?.text).toBe('How many took the ferry?');
  });

  it('is none by another model, and without the vector of the question', () => {
    const [other] = open([mayor], [0.9], 'another').search('mayor', { vector: question }).hits;
    const [without] = open([mayor], [0.9]).search('mayor').hits;
    expect(other?.features.textMeaning).toBe(other?.features.textSimilarity);
    expect(without?.features.textMeaning).toBe(0);
  });

  it('is that of the words where a passage was not encoded yet, so that it is not left behind', () => {
    const [hit] = open([mayor, strike], [undefined, 0.1]).search('Which mayor opened a school?', {
      vector: question,
    }).hits;
    expect(hit?.passage.id).toBe('mayor');
    expect(hit?.features.textMeaning).toBe(hit?.features.textSimilarity);
    expect(hit?.features.textMeaning).toBeGreaterThan(0.5);
  });

  it('is never less with one line more', () => {
    for (const more of [-0.5, 0, 0.4, 0.95]) {
      const lines = ['How many took the ferry?', 'What is new?'];
      const scoreOf = (askedAs: readonly string[], cosines: readonly number[]) =>
        open([{ ...ferries, askedAs }], cosines).search(QUESTION, { vector: question }).hits[0]?.features
          .lineMeaning ?? 0;
      expect(scoreOf(lines, [0.6, 0.5, more])).toBeGreaterThanOrEqual(scoreOf(lines.slice(0, 1), [0.6, 0.5]));
    }
  });

  it('does not outvote another year', () => {
    const last = passage('Boats moved 120,000 travellers in 2024.', { id: 'last', asOf: '2024' });
    const [hit] = open([last], [0.99]).search('How many travellers did boats move in 2019?', {
      vector: question,
    }).hits;
    expect(hit?.features.contradiction).toBe(1);
  });
});

describe('what is encoded of a question', () => {
  it('has its slips mended, and no filters', () => {
    const index = open([ferries, mayor], [0.5, 0.5]);
    expect(index.mend('Who are the travelers of the vesssels? kind:quote')).toBe(
      'Who are the travelers of the vessels? ',
    );
  });
});
