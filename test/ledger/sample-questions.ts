import type { Delivery, FactVersion, NewQuestion, ShownFact, ShownWords } from '../../src/ledger/index.ts';

let questions = 0;

/** A question nobody asked before, as Ada asks it by command in channel C1. */
export function newQuestion(differing: Partial<NewQuestion> = {}): NewQuestion {
  questions += 1;
  return {
    eventKey: `command:trigger-${questions}`,
    askedBy: 'UADA',
    team: 'T1',
    channel: 'C1',
    thread: null,
    surface: 'command',
    words: 'How many civilians have land mines killed?',
    isPrivate: true,
    replyAddress: 'https://hooks.example.org/commands/1',
    ...differing,
  };
}

/** Two facts as they might be shown. */
export const TWO_FACTS: readonly FactVersion[] = [
  { factId: 'un-civilian-mine-casualties', factHash: 'version-1' },
  { factId: 'monitor-casualties-2023', factHash: 'version-7' },
];

/** A fact at two versions, with what was shown of each. */
export const MINES: ShownFact & { readonly words: ShownWords } = {
  factId: 'un-civilian-mine-casualties',
  factHash: 'version-1',
  words: {
    text: 'Mines have killed 407 civilians.',
    sourceLine: 'According to the United Nations · as of October 2024 · Mines for Ukraine',
    kind: 'statement',
    attribution: 'United Nations',
    asOf: '2024-10',
    published: null,
    title: 'Mines for Ukraine',
    publisher: null,
    url: 'https://example.org/mines',
  },
};
export const LATER_MINES: ShownFact = {
  ...MINES,
  factHash: 'version-2',
  words: { ...MINES.words, text: 'Mines have killed 408 civilians.' },
};

/** The reply to a question, as only Ada sees it in channel C1. */
export function reply(questionId: string, differing: Partial<Delivery> = {}): Delivery {
  return {
    kind: 'reply',
    questionId,
    facts: TWO_FACTS,
    channel: 'C1',
    messageTs: '1700000001.000200',
    person: 'UADA',
    seenBy: 'UADA',
    sentBy: null,
    ...differing,
  };
}
