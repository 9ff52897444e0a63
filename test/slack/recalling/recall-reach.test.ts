import { describe, expect, it } from 'vitest';
import type { Person, SeenMessage } from '../../../src/playground/index.ts';
import { createSheet } from '../../corpus/temporary-folder.ts';
import { openTestLedger } from '../../ledger/open-test-ledger.ts';
import { databaseKinds } from '../../ledger/test-databases.ts';
import { textsIn } from '../blocks/slack-limits.ts';
import {
  closeEditWindow,
  harbour,
  NEW,
  noticesOf,
  OLD,
  openRecallDesk,
  QUESTION,
  type RecallDesk,
  wordsOf,
} from './recall-desk.ts';

async function askIn(desk: RecallDesk, channel: string, person = desk.ada): Promise<SeenMessage> {
  const { slack } = desk;
  return person.reply(person.say(channel, `<@${slack.botUserId}> ${QUESTION}`));
}

async function remove({ slack }: RecallDesk, { channel, ts }: SeenMessage): Promise<void> {
  const headers = { authorization: `Bearer ${slack.botToken}` };
  const body = new URLSearchParams({ channel, ts });
  await fetch(`${slack.apiUrl}chat.delete`, { method: 'POST', headers, body });
}

async function correct(desk: RecallDesk): Promise<void> {
  await desk.save(harbour(NEW));
  await desk.decide('recall_correct', { reason: 'Swapped.' });
  await desk.grace.until(() => desk.cardText().includes('Done.'));
}

describe.each(await databaseKinds())('who and what a recall reaches, $name', (kind) => {
  const open = () => openRecallDesk({}, { inherit: () => openTestLedger(kind) });
  /** With one clock for the bot and its ledger. */
  const openAt = (now: () => Date) => openRecallDesk({ now }, { inherit: () => openTestLedger(kind, now) });

  it('what is out of reach is counted with its reason, and whoever got it is told all the same', async () => {
    const desk = await open();
    const { slack, ada, grace, cardText } = desk;
    const alan = slack.person('alan');
    const inArchive = await askIn(desk, 'newsroom');
    const inOther = await askIn(desk, 'foreign-desk');
    const deleted = await alan.reply(alan.directMessage(QUESTION));
    await remove(desk, deleted);
    slack.channel('newsroom').isArchived = true;
    await correct(desk);
    expect(cardText()).toContain('Copies: 1 of 3 changed.');
    expect(cardText()).toContain('Not reached: 1, the channel is archived.');
    expect(cardText()).toContain('Not reached: 1, the message was deleted or shows it no more.');
    expect(cardText()).toContain('People: 2 of 2 told');
    expect(wordsOf(ada, inArchive)).toContain('14 berths');
    expect(wordsOf(ada, inOther)).toContain('41 berths');
    expect([noticesOf(ada).length, noticesOf(alan).length]).toEqual([1, 1]);
    expect(grace.messages('dm')).toEqual([]);
  });

  it('where Slack lets a message be changed no more, the correction stands below it', async () => {
    const desk = await open();
    const { slack, ada } = desk;
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`);
    const copy = await ada.reply(question);
    closeEditWindow(desk, copy);
    await desk.save(harbour(NEW));
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    await desk.grace.until(() => desk.cardText().includes('with a reply below'));
    expect(wordsOf(ada, copy)).toContain('14 berths');
    const below = ada.thread('newsroom', question.ts).map((message) => textsIn(message).join(''));
    expect(below.at(-1)).toContain('About “The harbour has 14 berths and 3 cranes.”:');
    expect(below.at(-1)).toContain('41 berths');
    expect(noticesOf(ada).length).toBe(1);
    await expect.poll(async () => (await desk.ledger.recall(1))?.state).toBe('done');

    // What stands below is corrected in its turn, and nothing more is posted.
    slack.faults.clear();
    await desk.save(harbour('The harbour has 44 berths and 3 cranes.'));
    await desk.decide('recall_correct', { reason: 'Three were added.' });
    await expect.poll(async () => (await desk.ledger.recall(2))?.state).toBe('done');
    const after = ada.thread('newsroom', question.ts);
    expect(after.length).toBe(below.length);
    expect(after.at(-1)?.text).toMatch(/^About “The harbour has 14.*\nCorrected .*\nCorrected .*44 berths/s);

    await desk.save(harbour('The harbour has 44 berths and 3 cranes.', 'status: withdrawn'));
    await desk.decide('recall_withdraw', { reason: 'Libel.' });
    await expect.poll(async () => (await desk.ledger.recall(3))?.state).toBe('done');
    const last = ada.thread('newsroom', question.ts).map(({ text }) => text);
    expect(last.join('')).not.toMatch(/4[14] berths/);
    expect(
      last.some((text) => /^About “The harbour has 14.*\nWithdrawn .*do not use\. Libel\.$/s.test(text)),
    ).toBe(true);
  });

  it('where the app was removed from the channel, it says so', async () => {
    const desk = await open();
    const { slack, ada } = desk;
    const copy = await askIn(desk, 'newsroom');
    slack.channel('newsroom').members.delete(slack.botUserId);
    await correct(desk);
    expect(desk.cardText()).toContain('Not reached: 1, the app is not in that channel any more.');
    expect(wordsOf(ada, copy)).toContain('14 berths');
    expect(noticesOf(ada).length).toBe(1);
  });

  it('what was shared is corrected, and both who asked alone and who shared are told, without a word of the question', async () => {
    const desk = await open();
    const { ada, slack, grace } = desk;
    const before = ada.messages('newsroom').length;
    await ada.command('newsroom', '/fact', QUESTION);
    const alone = await ada.until(() => ada.messages('newsroom')[before]);
    await ada.press(alone, 'share_here');
    const alan = slack.person('alan');
    const shared = await alan.until(() =>
      alan.messages('newsroom').find(({ text }) => text.startsWith('Shared by')),
    );
    await correct(desk);
    expect(wordsOf(alan, shared)).toContain('41 berths');
    expect(noticesOf(ada).length).toBe(1);
    expect(textsIn(noticesOf(ada)[0]).join('')).not.toContain('How many');
    expect(noticesOf(alan)).toEqual([]);
    expect(desk.cardText()).not.toContain('How many');
    expect(desk.log()).not.toContain('How many');
    expect(grace.messages('dm')).toEqual([]);
  });

  it('of several facts in one message one is corrected, and the others stand as they were', async () => {
    const desk = await open();
    const { ada } = desk;
    const facts = (berths: string) =>
      createSheet(
        ['berths', 'cranes', 'tugs']
          .map((id, at) => {
            const text = id === 'berths' ? berths : `The ${id} of the north harbour number ${at + 20}.`;
            return `## ${id}\n> ${text}\n\n- kind: statement\n- as of: 2026\n`;
          })
          .join('\n'),
      );
    await desk.save(facts('The berths of the north harbour number 14.'));
    const reply = await ada.reply(ada.directMessage('north harbour'));
    const before = wordsOf(ada, reply);
    expect(before).toContain('number 14');
    expect(before).toContain('number 21');
    await desk.save(facts('The berths of the north harbour number 41.'));
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    await desk.grace.until(() => desk.cardText().includes('Done.'));
    const after = wordsOf(ada, reply);
    expect(after).toContain('is “The berths of the north harbour number 41.”');
    expect(after).toContain('The cranes of the north harbour number 21.');
    expect(after).toContain('The tugs of the north harbour number 22.');
  });

  it('who was erased is neither told nor named, and a copy that others see is still corrected', async () => {
    const desk = await open();
    const { ada, ledger } = desk;
    const copy = await askIn(desk, 'newsroom');
    await expect.poll(async () => (await ledger.usesOf('berths')).total).toBe(1);
    await ledger.erasePerson(ada.id);
    await correct(desk);
    expect(wordsOf(ada, copy)).toContain('41 berths');
    expect(noticesOf(ada)).toEqual([]);
    expect(desk.cardText()).not.toContain('People:');
  });

  it('a workflow that was given the fact is counted as what cannot be reached', async () => {
    const desk = await open();
    await desk.slack.runStep('find_fact', { question: QUESTION });
    await expect.poll(async () => (await desk.ledger.usesOf('berths')).total).toBe(1);
    await desk.save(harbour(NEW));
    expect(desk.cardText()).toContain('A workflow was given them 1 time');
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    await expect.poll(() => desk.cardText()).toContain('it went to a workflow');
  });

  it('Slack that limits, fails and loses answers delays it, and doubles nothing', async () => {
    const desk = await open();
    const { slack, ada } = desk;
    const people = ['ada', 'alan', 'mary', 'joan', 'katherine'].map((name) => slack.person(name));
    const copies: SeenMessage[] = [];
    for (const person of people) copies.push(await person.reply(person.directMessage(QUESTION)));
    await desk.save(harbour(NEW));
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    for (const method of ['chat.update', 'chat.postMessage', 'conversations.replies']) {
      slack.faults.next(method, { kind: 'rate-limited', retryAfterSeconds: 3 }, 2);
      slack.faults.next(method, { kind: 'server-error' }, 2);
    }
    await expect.poll(() => desk.cardText(), { timeout: 10_000 }).toContain('Done.');
    for (const [at, person] of people.entries()) {
      const copy = copies[at];
      if (copy === undefined) throw new Error('No copy.');
      expect(wordsOf(person, copy)).toContain('41 berths');
      expect(noticesOf(person).length).toBe(1);
    }
    expect(ada.message(copies[0] as SeenMessage).text.match(/Corrected/g)?.length).toBe(1);
  });

  it('a notice whose answer gets lost is not sent twice', async () => {
    let now = new Date('2026-12-01T09:00:00Z');
    const desk = await openAt(() => now);
    const { slack, ada } = desk;
    await ada.reply(ada.directMessage(QUESTION));
    await desk.save(harbour(NEW));
    slack.faults.next('chat.postMessage', { kind: 'lost-answer' }, 1);
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    await ada.until(() => noticesOf(ada)[0]);
    await expect.poll(() => desk.log()).toContain('left for later');
    // Its client's words stand in the log with all others, and nowhere else.
    expect(desk.log()).toContain('"msg":"http request failed fetch failed"');
    now = new Date('2026-12-01T09:05:00Z');
    // While it is still at work, nothing else is begun.
    const look = async () => {
      await desk.app.corpusChanged();
      return desk.cardText();
    };
    await expect.poll(look, { timeout: 10_000 }).toContain('Done.');
    expect(noticesOf(ada).length).toBe(1);
  });

  it('an answer that gets lost keeps nobody else waiting', async () => {
    const desk = await open();
    const people = Array.from({ length: 20 }, (_, at) => desk.slack.person(`reader${at}`));
    for (const person of people) await person.reply(person.directMessage(QUESTION));
    await desk.save(harbour(NEW));
    desk.slack.faults.next('chat.postMessage', { kind: 'lost-answer' });
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    const told = async () => (await desk.ledger.recallProgress(1)).people.told;
    await expect.poll(told, { timeout: 20_000 }).toBe(19);
    expect(people.map((person) => noticesOf(person).length)).toEqual(people.map(() => 1));
  });

  it('who has not said that they know is reminded once, a day later, and named on the card', async () => {
    let now = new Date('2026-12-01T09:00:00Z');
    const desk = await openAt(() => now);
    const { slack, ada } = desk;
    const alan = slack.person('alan');
    await ada.reply(ada.directMessage(QUESTION));
    await alan.reply(alan.directMessage(QUESTION));
    await correct(desk);
    const [told] = noticesOf(alan);
    if (told === undefined) throw new Error('Alan was not told.');
    await alan.press(told, 'recall_seen');
    await expect.poll(() => desk.cardText()).toContain('1 has seen it');
    const reminders = (person: Person) =>
      person.messages('dm').filter(({ text }) => text.includes('Reminder: '));
    await desk.app.corpusChanged();
    expect(reminders(ada)).toEqual([]);
    now = new Date('2026-12-02T09:00:01Z');
    await desk.app.corpusChanged();
    await desk.app.corpusChanged();
    expect(reminders(ada).length).toBe(1);
    expect(reminders(alan)).toEqual([]);
    expect(JSON.stringify(desk.card())).toContain('Reminded, and not seen yet: ');
    expect(JSON.stringify(desk.card())).toContain(`"user_id":"${ada.id}"`);
    const [reminder] = reminders(ada);
    await ada.press(reminder as SeenMessage, 'recall_seen');
    await expect.poll(() => desk.cardText()).not.toContain('Reminded, and not seen yet');
  });

  it('people who only asked after the correction are told nothing of it', async () => {
    const desk = await open();
    const { slack, ada } = desk;
    await ada.reply(ada.directMessage(QUESTION));
    await desk.save(harbour(NEW));
    const alan = slack.person('alan');
    await alan.reply(alan.directMessage(QUESTION));
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    await desk.grace.until(() => desk.cardText().includes('Done.'));
    expect(noticesOf(alan)).toEqual([]);
    expect(desk.cardText()).toContain('Copies: 1 of 1 changed.');
    expect(OLD).not.toBe(NEW);
  });

  it('who has left, or takes no direct messages, is counted with the reason', async () => {
    const desk = await open();
    const { slack, ada } = desk;
    const alan = slack.person('alan');
    await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`));
    await alan.reply(alan.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`));
    await desk.save(harbour(NEW));
    slack.faults.next('chat.postMessage', { kind: 'refused', error: 'is_archived' });
    slack.faults.next('chat.postMessage', { kind: 'refused', error: 'messages_tab_disabled' });
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    await desk.grace.until(() => desk.cardText().includes('Done.'));
    expect(desk.cardText()).toContain('Copies: 2 of 2 changed.');
    expect(desk.cardText()).toContain('Not reached: 1, the person has left the workspace.');
    expect(desk.cardText()).toContain('Not reached: 1, the person takes no direct messages of the app.');
  });

  it('a quote that fills several messages is corrected once, by a reply below the first', async () => {
    const desk = await open();
    const { ada } = desk;
    const long = (berths: number) =>
      `The harbour has ${berths} berths. ${'Ships come and go all day. '.repeat(350)}`.trim();
    await desk.save(harbour(long(14), `asked as: ${QUESTION}`));
    const question = ada.directMessage(QUESTION);
    await ada.reply(question);
    await expect.poll(() => ada.thread('dm', question.ts).length).toBeGreaterThan(1);
    await desk.save(harbour(long(41), `asked as: ${QUESTION}`));
    expect(desk.cardText()).toContain('1 message shows the old words');
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    await desk.grace.until(() => desk.cardText().includes('Done.'));
    const notes = ada.thread('dm', question.ts).filter(({ text }) => text.includes('Corrected '));
    expect(notes.length).toBe(1);
    expect(notes[0]?.text).toContain('14 berths');
  });
});
