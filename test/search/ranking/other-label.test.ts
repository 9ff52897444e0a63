import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

const others = Array.from({ length: 30 }, (_, i) =>
  passage(`The harbour has ${i} cranes.`, { id: `crane${i}` }),
);

function contradicts(text: string, question: string, context = ''): boolean {
  const about = passage(text, { kind: 'article', context });
  const [hit] = createIndex([about, ...others]).search(question).hits;
  if (hit?.passage.text !== text) throw new Error(`${question} does not find "${text}".`);
  return hit.features.contradiction === 1;
}

describe('what tells a thing from others of its name', () => {
  it.each([
    [
      'Which foods contain vitamin B12?',
      'Fish and eggs contain vitamin B12.',
      'Fish and eggs contain vitamin D.',
    ],
    ['What causes hepatitis B?', 'A virus causes hepatitis B.', 'A virus causes hepatitis C.'],
    [
      'When was the 21st amendment ratified?',
      'The Twenty-first Amendment was ratified in 1933.',
      'The Twentieth Amendment was ratified in 1933.',
    ],
    ['Who won the second round?', 'Macron won the second round.', 'Macron won the first round.'],
    ['When did Channel 4 start?', 'Channel 4 started in 1982.', 'Channel 5 started in 1997.'],
  ])('is another one in another sentence: %s', (question, right, wrong) => {
    expect(contradicts(right, question)).toBe(false);
    expect(contradicts(wrong, question)).toBe(true);
  });

  it('is told by the sentence, whatever stands around it', () => {
    const question = 'When did Henry VII die?';
    expect(contradicts('Henry VIII died in 1547.', question, 'He was the son of Henry VII.')).toBe(true);
    expect(contradicts('He died in 1509.', question, 'Henry VII reigned for 23 years.')).toBe(false);
  });

  it('is the other half of a double name, told by the sentence as well', () => {
    const father = 'Kim Jong-il was born in 1941.';
    expect(contradicts(father, 'When was Kim Jong-un born?', 'His son is Kim Jong-un.')).toBe(true);
    expect(contradicts(father, 'When was Kim Jong-il born?', 'His son is Kim Jong-un.')).toBe(false);
  });

  it('is no other one beside the one that was asked for', () => {
    expect(contradicts('Vitamin B6 and B12 are in fish.', 'Which foods contain vitamin B12?')).toBe(false);
    expect(contradicts('Fish contains vitamins.', 'Which foods contain vitamin B12?')).toBe(false);
  });
});
