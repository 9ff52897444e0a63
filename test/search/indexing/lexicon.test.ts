import { describe, expect, it } from 'vitest';
import { Lexicon, LexiconBuilder } from '../../../src/search/indexing/lexicon.ts';

/** The stem that stands for a word, where words were read in some order. */
function stemIn(words: readonly string[], word: string): string {
  const builder = new LexiconBuilder();
  for (const one of words) builder.intern(one);
  const lexicon = new Lexicon(builder.finish());
  return lexicon.wordOf(lexicon.termOf(lexicon.idOf(word)));
}

describe('the lexicon of a corpus', () => {
  it('knows the same stem of a word that is the stem of another, whichever of the two was read first', () => {
    const [one, other] = [
      ['division', 'divisional'],
      ['divisional', 'division'],
    ];
    for (const words of [one, other, [...one, ...one]]) {
      expect(stemIn(words, 'division')).toBe('divis');
      expect(stemIn(words, 'divisional')).toBe('division');
    }
  });

  it('lets a grammar word stand for itself', () => {
    expect(stemIn(['does', 'the', 'does'], 'does')).toBe('does');
  });
});
