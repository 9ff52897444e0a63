import { describe, expect, it, onTestFinished } from 'vitest';
import type { SeenMessage } from '../../../src/playground/index.ts';
import { databaseKinds } from '../../ledger/test-databases.ts';
import { openCopy } from '../slack-desk.ts';
import { harbour, NEW, noticesOf, openRecallDesk, QUESTION, wordsOf } from './recall-desk.ts';

describe.each(await databaseKinds())('two copies of the bot with one ledger $name', ({ create }) => {
  it('post one card, change each copy once and tell each person once', async () => {
    const database = await create();
    onTestFinished(() => database.remove());
    const now = () => new Date();
    const desk = await openRecallDesk({ now }, { inherit: () => database.open() });
    const { slack, ada, grace } = desk;
    const deskChannel = slack.channel('foreign-desk').id;
    const other = await openCopy(desk, await database.open(), { deskChannel, wait: async () => {} });
    const people = ['ada', 'alan', 'mary', 'joan', 'edith', 'rosa', 'lise', 'emmy', 'vera', 'nora'].map(
      (name) => slack.person(name),
    );
    const copies: SeenMessage[] = [];
    for (const person of people) copies.push(await person.reply(person.directMessage(QUESTION)));
    await expect.poll(async () => (await desk.ledger.usesOf('berths')).total).toBe(people.length);
    database.clock.pass({ seconds: 1 });
    await Promise.all([desk.save(harbour(NEW)), other.corpusChanged()]);
    await other.corpusChanged();
    const cards = () => grace.messages('foreign-desk').filter(({ text }) => text.includes('Recall '));
    await grace.until(() => cards()[0]);
    expect(cards().length).toBe(1);
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    await Promise.all([desk.app.corpusChanged(), other.corpusChanged()]);
    await expect
      .poll(
        async () => {
          await Promise.all([desk.app.corpusChanged(), other.corpusChanged()]);
          return (await desk.ledger.recall(1))?.state;
        },
        { timeout: 15_000 },
      )
      .toBe('done');
    for (const [at, person] of people.entries()) {
      const copy = copies[at] as SeenMessage;
      expect(wordsOf(person, copy)).toContain('41 berths');
      expect(person.message(copy).text.match(/Corrected/g)?.length).toBe(1);
      expect(noticesOf(person).length).toBe(1);
    }
    const changes = slack.calls.filter(
      ({ method, arguments: { channel } }) => method === 'chat.update' && channel !== deskChannel,
    );
    expect(changes.length).toBe(people.length);
    expect(ada.messages('newsroom')).toEqual([]);
  });
});
