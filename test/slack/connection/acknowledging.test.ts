import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Ledger, LedgerError, openLedger } from '../../../src/ledger/index.ts';
import type { Person, StandIn } from '../../../src/playground/index.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../sample-facts.ts';
import { openSlackDesk } from '../slack-desk.ts';

/** A ledger that takes a question only once it is let, or says that it cannot. */
async function slowLedger() {
  const ledger = await openLedger({ directory: await createFolder({}), now: () => new Date() });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isAway = false;
  const acceptQuestion: Ledger['acceptQuestion'] = async (question) => {
    await held;
    if (isAway) throw new LedgerError('it is away');
    return ledger.acceptQuestion(question);
  };
  const setAway = (away: boolean) => {
    isAway = away;
  };
  return { ledger: { ...ledger, acceptQuestion }, letGo: () => letGo(), setAway };
}

const WAYS: readonly (readonly [string, (person: Person, slack: StandIn) => void])[] = [
  ['a mention', (ada, { botUserId }) => void ada.say('newsroom', `<@${botUserId}> ${SIGNATURE_QUESTION}`)],
  ['a direct message', (ada) => void ada.directMessage(SIGNATURE_QUESTION)],
  ['a command', (ada) => void ada.command('newsroom', '/fact', SIGNATURE_QUESTION)],
  ['the Home tab', (ada) => void ada.press('home', 'home_question', { value: SIGNATURE_QUESTION })],
  ['the question box', (ada) => void ada.submit({ question: SIGNATURE_QUESTION })],
  [
    'the shortcut on a message',
    (ada) => void ada.callShortcut('find_facts', ada.say('newsroom', SIGNATURE_QUESTION)),
  ],
];

describe.each(WAYS)('a question by %s', (_, ask) => {
  async function openDesk() {
    const slow = await slowLedger();
    const desk = await openSlackDesk({}, { inherit: async () => slow.ledger });
    const ada = desk.slack.person('ada');
    ada.openHome();
    await ada.until(() => ada.home());
    await ada.callShortcut('ask_factdesk');
    await ada.until(() => ada.modal());
    const before = desk.slack.envelopes.length;
    const sent = () => desk.slack.envelopes.slice(before);
    const waiting = () => sent().filter(({ acknowledgement }) => acknowledgement === undefined);
    return { ...desk, ...slow, ada, sent, waiting };
  }

  it('is acknowledged once the ledger has it, and not before', async () => {
    const { slack, ada, sent, waiting, letGo, ledger } = await openDesk();
    ask(ada, slack);
    await expect.poll(sent).not.toEqual([]);
    // A post in a channel comes as an event of its own too, which is none of the bot's business.
    await expect.poll(() => waiting().length).toBe(1);
    await sleep(150);
    expect(waiting()).toHaveLength(1);
    letGo();
    await expect.poll(waiting).toEqual([]);
    expect(sent().every(({ acknowledgement }) => acknowledgement?.kind === 'acknowledged')).toBe(true);
    expect(await ledger.questionsOf(ada.id)).toMatchObject([{ words: SIGNATURE_QUESTION }]);
  });
});

it('is not acknowledged when it cannot be kept; Slack sends it again, and it is answered once it can', async () => {
  const { ledger, letGo, setAway } = await slowLedger();
  letGo();
  setAway(true);
  const timing = { acknowledgeWithinMs: 300, retryAfterMs: [100, 500] };
  const { slack } = await openSlackDesk({}, { inherit: async () => ledger, timing });
  const ada = slack.person('ada');
  const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
  const told = () =>
    ada
      .thread('newsroom', question.ts)
      .concat(ada.messages('newsroom'))
      .filter((m) => m.isPrivate);
  await ada.until(() => told().length > 0);
  const attempts = () =>
    slack.envelopes.filter(({ payload }) => JSON.stringify(payload).includes('"app_mention"'));
  const refused = () =>
    attempts().filter(({ acknowledgement }) => acknowledgement?.kind === 'unacknowledged');
  await expect.poll(() => refused().length).toBe(2);
  setAway(false);
  const reply = await ada.until(() =>
    ada.thread('newsroom', question.ts).find(({ words }) => words.includes(SIGNATURE_QUOTE)),
  );
  expect(reply.isPrivate).toBe(false);
  expect(attempts().map(({ retryAttempt }) => retryAttempt)).toEqual([0, 1, 2]);
  expect(told()).toHaveLength(1);
  expect(told()[0]?.text).toContain('could not be looked up just now');
});
