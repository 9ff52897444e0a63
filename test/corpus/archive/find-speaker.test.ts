import { describe, expect, it } from 'vitest';
import { findSpeaker } from '../../../src/corpus/archive/find-speaker.ts';
import { markQuotations } from '../../../src/corpus/archive/mark-quotations.ts';

const speakerOf = (sentence: string) => findSpeaker(markQuotations(sentence).text);

describe('who speaks in a sentence', () => {
  it.each([
    ['“They’ve asked for these,” Austin said.', 'Austin'],
    ['"The river rose," said Mayor Ursula von der Leyde, who had slept there.', 'Mayor Ursula von der Leyde'],
    ['“Will it hold?” asked Lt. Gen. Mark Vane.', 'Lt. Gen. Mark Vane'],
    ['Vane, 45, told reporters: “We do not know why.”', 'Vane'],
    ['“It is over,” Orr, who leads the harbour office, said on Monday.', 'Orr'],
    ['Ida Orr said, “Nobody came.”', 'Ida Orr'],
    ['“We cannot wait,” said chief executive Lars Wendt.', 'Lars Wendt'],
    ['“We cannot wait,” said Nordwire deputy chief executive Lars Wendt on Monday.', 'Lars Wendt'],
    ['“We cannot wait,” the union leader Åsa Berg said.', 'Åsa Berg'],
  ])('%s', (sentence, speaker) => {
    expect(speakerOf(sentence)).toBe(speaker);
  });

  it.each([
    ['a pronoun names nobody', '“It is late,” he said.'],
    ['a body without a name', '“It is late,” the ministry said.'],
    ['the one who was told', '“We cannot wait,” he said to mayor Åsa Berg.'],
    ['the one who is spoken of', '“We cannot wait,” said a friend of mayor Åsa Berg.'],
    ['a day', '“We cannot wait,” said on Monday the ministry.'],
    ['speech without a speaker', '“We do. They do not.”'],
    ['scare quotes in indirect speech', 'Vane said the “red line” was crossed.'],
    ['indirect speech', 'Vane said the line was crossed.'],
    ['an opening article', '“It is late,” The Norbeck Post reported.'],
  ])('names nobody: %s', (_, sentence) => {
    expect(speakerOf(sentence)).toBeUndefined();
  });
});
