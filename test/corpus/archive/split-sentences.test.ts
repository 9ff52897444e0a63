import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/corpus/archive/split-sentences.ts';

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitting a paragraph into sentences', () => {
  it.each([
    ['a short month', ['The vote passed on Nov. 5.', 'It was close.']],
    ['initials of a state', ['Vane left the U.S. delegation.', 'Orr stayed.']],
    ['a rank', ['Lt. Gen. Mark Vane spoke.', 'Sgt. Ida Orr did not.']],
    ['a decimal', ['It cost 3.5 million crowns.', 'The loan was 5.25 percent.']],
    ['a senator', ['Sen. Tom Ash, R-Va., voted no.', 'The bill died.']],
    ['a company', ['Norbeck Inc. and Halm Ltd. merged.', 'Shares rose.']],
    ['a clock time before a weekday', ['He left at 5 p.m. Tuesday.', 'She stayed.']],
    ['an abbreviation that ends a sentence', ['He was born in the U.S.', 'The family moved in May.']],
    ['an ellipsis that does not end one', ['They waited... and nothing came.', 'It was dark.']],
    ['a question that is told', ['“Who paid?” Vane asked.', 'Nobody knew.']],
    ['short days', ['The vote was on Tues. Nov. 5.', 'It failed.']],
    ['a father', ['On Sunday Fr. Ash came.', 'Approx. 500 people sang.']],
    ['a number', ['The No. 5 reactor was shut.', 'It is old.']],
    ['initials', ['Gen. J. R. Orr left.', 'J.K. Vane stayed.']],
    ['brackets', ['The law (see Art. 5 of it. There is more.) passed.', 'All agreed.']],
    ['marks behind the full stop', ['Vane denied taking “any money.”', 'The court believed him.']],
    ['a question', ['Who paid?', 'Nobody knows!', 'The ledger is gone.']],
  ])('minds %s', (_, sentences) => {
    expect(cut(sentences.join(' '))).toEqual(sentences);
  });

  it('keeps a quotation of several sentences in one piece with its speaker', () => {
    const sentences = ['“We went home. It was late. Nobody asked,” Vane said.', '“That is all.”', 'He left.'];
    expect(cut(sentences.join(' '))).toEqual(sentences);
    const single = ['‘We went home. It’s late,’ Vane said.', 'He left.'];
    expect(cut(single.join(' '))).toEqual(single);
    const teletype = ["``We went home. It is late,'' Vane said.", 'He left.'];
    expect(cut(teletype.join(' '))).toEqual(teletype);
    const straight = ['"We left the U.S. The law was bad," Vane said.', 'He left.'];
    expect(cut(straight.join(' '))).toEqual(straight);
  });

  it('gives spans in order, without gaps of words, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const spans = splitSentences(text);
        let end = 0;
        for (const span of spans) {
          expect(text.slice(end, span.start).trim()).toBe('');
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});
