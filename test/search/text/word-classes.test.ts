import { describe, expect, it } from 'vitest';
import { WORD_CLASS, wordClasses } from '../../../src/search/text/word-classes.ts';

describe('the class of a word', () => {
  it.each([
    ['roubles', 'money'],
    ['hryvnias', 'money'],
    ['mm', 'measure'],
    ['hectare', 'measure'],
    ['decade', 'duration'],
    ['percent', 'percent'],
    ['november', 'date'],
    ['sept', 'date'],
  ] as const)('%s is one of %s', (word, name) => {
    expect(wordClasses()(word) & WORD_CLASS[name]).toBe(WORD_CLASS[name]);
  });
});
