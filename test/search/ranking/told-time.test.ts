import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/corpus/index.ts';
import { createIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

const others = Array.from({ length: 30 }, (_, i) =>
  passage(`The harbour has ${i} cranes.`, { id: `crane${i}` }),
);

/** What is told of an article's sentence, undated unless given otherwise, by a question. */
function ask(text: string, question: string, given: Partial<Passage> = {}) {
  const told = passage(text, { kind: 'article', isUndated: true, ...given });
  const [hit] = createIndex([told, ...others]).search(question).hits;
  if (hit?.passage.text !== text) throw new Error(`${question} does not find "${text}".`);
  return hit.features;
}

const manager = 'Ranieri managed Valencia from 1997 to 1999.';

describe('the time that is asked for', () => {
  it('is told where the sentence names it, or one that begins with it', () => {
    expect(ask(manager, 'Who managed Valencia in 1997?').timeNotTold).toBe(0);
    expect(
      ask('Ranieri joined Valencia in 1997.', 'Who joined Valencia from 1997 to 1999?').timeNotTold,
    ).toBe(0);
    expect(ask(manager, 'Who managed Valencia in 1998?').timeNotTold).toBe(0.5);
    expect(ask(manager, 'Who managed Valencia?').timeNotTold).toBe(0);
  });

  it('is not told by a sentence of another time, nor by one of none', () => {
    expect(ask(manager, 'Who managed Valencia in 2003?').timeNotTold).toBe(1);
    expect(ask('Ranieri managed Valencia.', 'Who managed Valencia in 2003?').timeNotTold).toBe(1);
  });

  it('is half told by the date of its article where the sentence names none', () => {
    const dated = { isUndated: false, asOf: '2003-05-02' };
    expect(ask('Ranieri managed Valencia.', 'Who managed Valencia in 2003?', dated).timeNotTold).toBe(0.5);
    expect(ask('Ranieri managed Valencia.', 'Who managed Valencia in 2004?', dated).timeNotTold).toBe(1);
  });

  it('is told by a question that the desk wrote down', () => {
    const known = { kind: 'quote', askedAs: ['Who managed Valencia in 2003?'] } as const;
    expect(ask('Ranieri managed Valencia.', 'Who managed Valencia in 2003?', known).timeNotTold).toBe(0);
  });

  it('contradicts a sentence that names other times alone', () => {
    expect(ask(manager, 'Who managed Valencia in 2003?').contradiction).toBe(1);
    expect(ask(manager, 'Who managed Valencia in 1998?').contradiction).toBe(0);
    expect(ask('Ranieri managed Valencia.', 'Who managed Valencia in 2003?').contradiction).toBe(0);
    expect(ask('In the 1990s Ranieri managed Valencia.', 'Who managed Valencia in 1994?').contradiction).toBe(
      0,
    );
  });
});
