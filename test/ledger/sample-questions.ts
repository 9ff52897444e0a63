import type { Delivery, FactVersion, NewQuestion } from '../../src/ledger/index.ts';

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
