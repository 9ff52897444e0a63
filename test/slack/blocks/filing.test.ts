import { describe, expect, it } from 'vitest';
import type { DeskQuestion, Draft } from '../../../src/ledger/index.ts';
import {
  renderClosedGroup,
  renderMergedGroup,
  renderOpenGroup,
} from '../../../src/slack/blocks/desk-question-message.ts';
import { renderDraft } from '../../../src/slack/blocks/filing/draft-card.ts';
import { renderFactForm } from '../../../src/slack/blocks/filing/fact-form.ts';
import { renderSortModal } from '../../../src/slack/blocks/filing/sort-modal.ts';
import type { SlackMessage } from '../../../src/slack/blocks/slack-message.ts';
import { draftQuote } from '../../../src/slack/filing/draft-quote.ts';
import { textsIn } from './slack-limits.ts';

const WILD = '&<>"*_ \u202E<!channel> 🙂'.repeat(300).slice(0, 3_000);

const question = (nth: number, words = `${nth} ${WILD}`): DeskQuestion => ({
  ...{ id: `q${nth}`, questionId: `p${nth}`, askedBy: `U${nth}`, words, times: 1, state: 'open', note: WILD },
  ...{ firstAskedAt: new Date(0), lastAskedAt: new Date(0), deskMessage: null, closedAt: new Date(0) },
  ...{ closedBy: 'UDESK', groupId: 'g', answerFactId: null, proposed: null },
  ...{ isSettled: true, notTold: null },
});

const FACT = {
  ...{ text: WILD, saidBy: WILD, title: WILD, publisher: WILD, published: '2026', url: 'https://a.example' },
  ...{
    kind: 'quote' as const,
    topics: [WILD],
    askedAs: Array.from({ length: 40 }, (_, nth) => `${nth} ${WILD}`),
  },
};

const draft = (changes: Partial<Draft> = {}): Draft => ({
  ...{ id: 'd', groupId: 'g', version: 1, state: 'drafted', fact: FACT, writtenBy: 'UA', note: WILD },
  ...{ writtenAt: new Date(0), sentBackBy: 'UB', signedBy: 'UB', signedAt: new Date(0), checkedBy: WILD },
  ...{ factId: 'fact-1', sheet: 'desk/2026-12.md', trouble: null, deskMessage: null, leftOut: [] },
  ...changes,
});

function expectRoom({ text, blocks }: SlackMessage): void {
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThanOrEqual(4_000);
  expect(text).not.toMatch(/<!/);
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(textsIn(blocks).join('').length).toBeLessThanOrEqual(8_000);
  for (const block of blocks) expect(textsIn(block).join('').length).toBeLessThanOrEqual(3_000);
}

describe('what the gap desk posts', () => {
  it('has room for any number of questions of any length', () => {
    for (const count of [1, 2, 60]) {
      const questions = Array.from({ length: count }, (_, nth) => question(nth));
      const quote = { ...draftQuote(FACT), factId: 'fact-1' };
      for (const proposed of [null, quote])
        expectRoom(renderOpenGroup({ groupId: 'g', questions, proposed, canAnswer: true }));
      expectRoom(renderClosedGroup(questions.map((one) => ({ ...one, note: null }))));
      expectRoom(renderMergedGroup(questions));
    }
  });

  it('keeps the buttons of a draft in its first message, however long it is', () => {
    const rest = { warnings: [WILD.slice(0, 500)], needsSecond: true, told: [] };
    const messages = renderDraft({ draft: draft(), quote: draftQuote(FACT), ...rest });
    messages.forEach(expectRoom);
    expect(messages.length).toBeGreaterThan(1);
    expect(JSON.stringify(messages[0])).toContain('"draft_sign"');
    expect(JSON.stringify(messages.slice(1))).not.toContain('"draft_sign"');
  });

  it.each(['sent-back', 'signed', 'filed', 'told', 'dropped'] as const)(
    'says how a draft stands: %s',
    (state) => {
      const told = Array.from({ length: 40 }, (_, nth) => question(nth));
      const [card] = renderDraft({
        draft: draft({ state, fact: null }),
        quote: null,
        warnings: [],
        needsSecond: true,
        told,
      });
      if (card === undefined) throw new Error('There is no card.');
      expectRoom(card);
    },
  );

  it('fills the form with no more than a field holds, and opens it for questions of any length', () => {
    const form = renderFactForm({
      groupId: 'g',
      draftId: null,
      filled: FACT,
      questionIds: Array.from({ length: 150 }, () => 'q'.repeat(32)),
      warnings: [WILD],
    });
    const values = [...JSON.stringify(form).matchAll(/"initial_value":("(?:[^"\\]|\\.)*")/g)];
    expect(values.length).toBeGreaterThan(5);
    for (const [, value = ''] of values) expect(String(JSON.parse(value)).length).toBeLessThanOrEqual(3_000);
    expect(form.private_metadata?.length).toBeLessThanOrEqual(3_000);
    const sorted = renderSortModal({
      groupId: 'g',
      questions: Array.from({ length: 150 }, (_, nth) => question(nth)),
      others: Array.from({ length: 150 }, (_, nth) => question(nth, '')),
    });
    expect(JSON.stringify(sorted).match(/"value"/g)).toHaveLength(200);
  });
});
