import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/answer/index.ts';
import { factVersion, shownFact } from '../../../src/ledger/index.ts';
import { quoteButtons } from '../../../src/slack/blocks/buttons.ts';
import { withMark } from '../../../src/slack/blocks/marks.ts';
import { quoteBlocks } from '../../../src/slack/blocks/quote.ts';
import { correctMessage } from '../../../src/slack/blocks/recall/corrected-message.ts';
import { isCorrected } from '../../../src/slack/blocks/recall/correction-marks.ts';
import { tellChange } from '../../../src/slack/blocks/recall/tell-change.ts';
import { fits, packMessages, type SlackMessage } from '../../../src/slack/blocks/slack-message.ts';
import { sourceLine } from '../../../src/slack/blocks/source-line.ts';
import { quoteUpTo } from './arbitrary-answer.ts';
import { expectInsideLimits, textsIn } from './slack-limits.ts';

const MARK = 'recall 1 hash';
const on = new Date('2026-11-30T12:00:00Z');

/** A message of two facts, as it stands in Slack. */
function showBoth(one: Quote, other: Quote): SlackMessage | undefined {
  const blocks = [one, other].flatMap((quote, at) => [
    ...quoteBlocks(quote, { heading: `${at + 1}.` }),
    ...quoteButtons(quote, 'question', 'context', 'cite'),
  ]);
  const [first] = fits(blocks) ? packMessages(blocks) : [];
  return first && withMark(first, 'reply question 0');
}

function correct(shown: SlackMessage, held: Quote, quote: Quote | null): SlackMessage | null {
  const wordsOf = (one: Quote) => shownFact(one, sourceLine(one)).words ?? null;
  const [was, is] = [wordsOf(held), quote && wordsOf(quote)];
  if (was === null) throw new Error('A shown fact has words.');
  const change = is === null ? ('withdrawn' as const) : tellChange(was, is);
  const note = { on, change, reason: 'Two digits were swapped' };
  return correctMessage(shown.blocks, {
    ...note,
    held: factVersion(held),
    heldWords: was,
    quote,
    mark: MARK,
  });
}

const facts = fc
  .tuple(quoteUpTo(1_500), quoteUpTo(1_500), quoteUpTo(1_500))
  .filter(([one, other]) => one.text.replace(/\s/g, '') !== other.text.replace(/\s/g, ''))
  .map(
    ([one, other, newer]) =>
      [
        { ...one, factId: 'one' },
        { ...other, factId: 'other' },
        { ...newer, factId: 'one' },
      ] as const,
  );

describe('a message that is corrected', () => {
  it('holds the new words in place of the old ones, and the other fact as it was, inside all limits', () => {
    fc.assert(
      fc.property(facts, ([one, other, newer]) => {
        const shown = showBoth(one, other);
        fc.pre(shown !== undefined);
        const corrected = correct(shown, one, newer);
        // Where it has no room, the correction is a reply below.
        if (corrected === null) return;
        expectInsideLimits(corrected);
        expect(isCorrected(corrected.blocks, MARK)).toBe(true);
        expect(corrected.blocks[0]?.block_id).toBe(shown.blocks[0]?.block_id);
        const untouched = shown.blocks.slice(-2);
        expect(corrected.blocks.slice(-2)).toEqual(untouched);
        expect(JSON.stringify(corrected.blocks)).toContain('show_context');
      }),
      { numRuns: 150 },
    );
  });

  it('says since when and why, with its number, and its buttons belong to the new words', () => {
    const [one, other, newer] = fc.sample(facts, { numRuns: 1, seed: 7 })[0] ?? [];
    if (!one || !other || !newer) throw new Error('No sample.');
    const before = { ...one, text: 'The harbour has 14 berths.', kind: 'quote' } as const;
    const after = { ...before, text: 'The harbour has 41 berths.' } as const;
    const shown = showBoth(before, { ...other, text: 'The pier has 90 lamps.' });
    if (shown === undefined) throw new Error('It does not fit.');
    const corrected = correct(shown, before, after);
    expect(textsIn(corrected?.blocks).join('|')).toContain(
      '1.|Corrected 30 Nov 2026: |was “The harbour has 14 berths.”, is “The harbour has 41 berths.”.| Two digits were swapped.',
    );
    const written = JSON.stringify(corrected);
    expect(written).toContain(factVersion(after).factHash);
    expect(written).not.toContain(factVersion(before).factHash);
    const withdrawn = correct(shown, before, null);
    expect(textsIn(withdrawn?.blocks).join('|')).not.toContain('berths');
    expect(textsIn(withdrawn?.blocks).join('|')).toContain('Withdrawn 30 Nov 2026: do not use.');
    expect(textsIn(withdrawn?.blocks).join('|')).toContain('90 lamps');
  });

  it('is left alone where the words do not stand in it', () => {
    const [one, other, newer] = fc.sample(facts, { numRuns: 1, seed: 8 })[0] ?? [];
    if (!one || !other || !newer) throw new Error('No sample.');
    const shown = showBoth({ ...one, text: 'Some words.' }, { ...other, text: 'Other words.' });
    if (shown === undefined) throw new Error('It does not fit.');
    expect(correct(shown, { ...one, text: 'Quite others.' }, newer)).toBeNull();
  });
});
