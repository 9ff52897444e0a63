import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

const others = Array.from({ length: 30 }, (_, i) =>
  passage(`The harbour has ${i} cranes.`, { id: `crane${i}` }),
);

/** How surely a sentence about Anna Kowalska lacks her age, 0 to 1. */
function lack(text: string): number {
  const [hit] = createIndex([passage(text), ...others]).search('How old is Anna Kowalska?').hits;
  if (hit?.passage.text !== text) throw new Error(`The question does not find "${text}".`);
  return hit.features.lacksAnswer;
}

describe('an age', () => {
  it.each([
    'Anna Kowalska is 52 years old.',
    'Anna Kowalska is a 52-year-old engineer.',
    'Anna Kowalska, aged 52, is an engineer.',
    'Anna Kowalska died at the age of 52.',
    'Anna Kowalska, 52, is an engineer.',
  ])('is told: %s', (text) => {
    expect(lack(text)).toBe(0);
  });

  it.each([
    'Anna Kowalska is an engineer.',
    'Anna Kowalska was an engineer for 16 years.',
    'Anna Kowalska earned 52 percent more.',
    'Anna Kowalska moved on 12 May.',
  ])('is not told: %s', (text) => {
    expect(lack(text)).toBeGreaterThan(0.5);
  });
});
