import { setTimeout as sleep } from 'node:timers/promises';
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

  it('take turns: what one has read while the other is at work is looked at in the next turn', async () => {
    const database = await create();
    onTestFinished(() => database.remove());
    const now = () => new Date();
    const other = await database.open(now);
    const desk = await openRecallDesk({ now }, { inherit: () => database.open(now) });
    await desk.ada.reply(desk.ada.directMessage(QUESTION));
    await expect.poll(() => other.takeJob('changed-facts', 'other')).toBe(true);
    const saved = desk.save(harbour(NEW));
    // The look of each minute may well come in between.
    const again = desk.app.corpusChanged();
    await sleep(1_500);
    expect(desk.card()).toBeUndefined();
    await other.endJob('changed-facts', 'other');
    await Promise.all([saved, again]);
    expect(desk.cardText()).toContain('Recall 1');
  });

  it('leave a recall to whoever has the recalls in hand, and go on with it once that one has ended', async () => {
    const database = await create();
    onTestFinished(() => database.remove());
    const now = () => new Date();
    const second = await database.open(now);
    const desk = await openRecallDesk({ now }, { inherit: () => database.open(now) });
    const deskChannel = desk.slack.channel('foreign-desk').id;
    const copy = await openCopy(desk, second, { now, deskChannel, wait: async () => {} });
    await desk.ada.reply(desk.ada.directMessage(QUESTION));
    await desk.save(harbour(NEW));
    await desk.grace.until(() => desk.card());
    await expect.poll(() => second.takeJob('recalls', 'a third copy')).toBe(true);
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    await Promise.all([desk.app.corpusChanged(), copy.corpusChanged()]);
    await sleep(1_500);
    expect(noticesOf(desk.ada)).toEqual([]);
    await second.endJob('recalls', 'a third copy');
    await desk.ada.until(() => noticesOf(desk.ada)[0]);
    await expect.poll(async () => (await desk.ledger.recall(1))?.state).toBe('done');
    expect(noticesOf(desk.ada)).toHaveLength(1);
  });
});
