import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

/** What is bold in the answer to a question for a number, and how surely the number is missing. */
function found(text: string) {
  const [hit] = createIndex([passage(text)]).search('how many mines has Finland').hits;
  const bold = hit?.highlights.map(([start, end]) => text.slice(start, end));
  return { bold, isLacking: (hit?.features.lacksAnswer ?? 0) > 0 };
}

describe('the day of a date', () => {
  it.each(['Finland laid mines until 10 January 2026.', 'Finland laid mines until January 10, 2026.'])(
    'is no number of what was asked: %s',
    (text) => {
      expect(found(text)).toEqual({ bold: ['Finland', 'mines'], isLacking: true });
    },
  );

  it('does not hide a number beside it', () => {
    const { bold, isLacking } = found('On 10 January 2026 Finland had 40 mines.');
    expect(bold).toEqual(['Finland', '40 mines']);
    expect(isLacking).toBe(false);
  });

  it('is no word that only looks like a month', () => {
    expect(found('Finland has mines, of which 40 may work.').isLacking).toBe(false);
  });
});
