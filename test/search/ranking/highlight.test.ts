import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

function marked(text: string, question: string): readonly string[] {
  const [hit] = createIndex([passage(text)]).search(question).hits;
  return (hit?.highlights ?? []).map(([start, end]) => text.slice(start, end));
}

describe('what is made bold in a quote', () => {
  it.each([
    ['Some 407 civilians died.', 'how many civilians', '407'],
    ['One hundred and fifty of them were found.', 'how many were found', 'One hundred and fifty'],
    ['The clearance took $5 million in all.', 'how much money for the clearance', '$5 million'],
    ['Finland set 3.2 million euros aside.', 'how much money did Finland set aside', '3.2 million euros'],
    ['About 11 percent of the land is mined.', 'what share of the land is mined', '11 percent'],
    ['About 11 per cent of the land is mined.', 'what percentage of the land is mined', '11 per cent'],
    ['It needs 30 years to clear.', 'how long does it take to clear', '30 years'],
    ['The tram line is 7.4 kilometres long.', 'how long is the tram line', '7.4 kilometres'],
    ['The road has 12 kilometres of fences.', 'how far does the road with fences go', '12 kilometres'],
    ['The embassy closed on 20 November 2024 at noon.', 'when did the embassy close', '20 November 2024'],
    [
      'The embassy closed on Tuesday, 19 November 2024.',
      'when did the embassy close',
      'Tuesday, 19 November 2024',
    ],
    ['They announced help worth 275 million dollars.', 'how much help was announced', '275 million dollars'],
    ['The embassy closed in March at noon.', 'when did the embassy close', 'March'],
  ])('is the whole answer: %s %s %s', (text, question, answer) => {
    expect(marked(text, question).some((range) => range.includes(answer))).toBe(true);
  });

  it('is no other figure than the one that answers', () => {
    const text = 'The embassy closed on 20 November 2024 with 40 people.';
    expect(marked(text, 'when did the embassy close')).toEqual(['embassy closed', '20 November 2024']);
    expect(marked('On 3 May 407 civilians died.', 'how many civilians died')).toEqual(['407 civilians died']);
  });

  it('joins neighbours, and keeps within the untouched text', () => {
    expect(marked('Land mines – old ones – were laid.', 'land mines laid')).toEqual(['Land mines', 'laid']);
  });
});
