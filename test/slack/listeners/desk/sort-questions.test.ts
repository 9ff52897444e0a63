import { describe, expect, it } from 'vitest';
import { openTestLedger } from '../../../ledger/open-test-ledger.ts';
import { databaseKinds } from '../../../ledger/test-databases.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { openSlackDesk } from '../../slack-desk.ts';
import { askAloud, askDirectly, askPrivately, DESK, said } from './asking-the-desk.ts';

const HOSPITALS = 'How many hospitals are there in Gaza?';
const OTHER = 'How many schools are there in Gaza?';

describe.each(await databaseKinds())('cards of questions $name', (kind) => {
  const workspace = { deskChannel: DESK, inherit: () => openTestLedger(kind) };

  describe('questions to the desk that mean the same', () => {
    it('stand on one card, with how many asked and in which words', async () => {
      const { slack } = await openSlackDesk({}, workspace);
      const [ada, bob, cy, grace] = ['ada', 'bob', 'cy', 'grace'].map((name) => slack.person(name));
      if (!ada || !bob || !cy || !grace) throw new Error('Nobody is there.');
      await askDirectly(ada, HOSPITALS);
      await said(grace, DESK, HOSPITALS);
      await askAloud(bob, 'how many hospitals does gaza have', { botUserId: slack.botUserId });
      await askPrivately(cy, HOSPITALS.toLowerCase());
      const card = await said(grace, DESK, '3 people asked');
      expect(card.text).toContain(`${HOSPITALS} — <@${ada.id}>, <@${cy.id}>`);
      expect(card.text).toContain(`how many hospitals does gaza have — <@${bob.id}>`);
      expect(grace.messages(DESK)).toHaveLength(1);
      await askDirectly(ada, OTHER);
      await grace.until(() => grace.messages(DESK)[1]);
    });

    it('stand on one card when they are put to the desk at the same time', async () => {
      const { slack, ledger } = await openSlackDesk({}, workspace);
      const people = ['ada', 'bob', 'cy', 'dee'].map((name) => slack.person(name));
      await Promise.all(people.map((person) => askDirectly(person, HOSPITALS)));
      const groups = async () =>
        new Set((await ledger.openDeskQuestions()).map(({ groupId }) => groupId)).size;
      await expect.poll(groups).toBe(1);
      expect(await ledger.openDeskQuestions()).toHaveLength(4);
    });

    it('are closed together, and each asker is told once, where the desk answers in words', async () => {
      const { slack, ledger } = await openSlackDesk({}, workspace);
      const [ada, bob, grace] = [slack.person('ada'), slack.person('bob'), slack.person('grace')];
      await askDirectly(ada, HOSPITALS);
      await askDirectly(bob, 'how many hospitals does gaza have');
      const card = await said(grace, DESK, '2 people asked');
      await grace.press(card, 'desk_answered');
      await grace.until(() => grace.modal());
      await grace.submit({ note: 'About 36, says the WHO.' });
      for (const asker of [ada, bob]) {
        await said(asker, 'dm', 'Closed: About 36, says the WHO.');
        expect(asker.messages('dm').filter(({ text }) => text.includes('has answered'))).toHaveLength(1);
      }
      const closed = await said(grace, DESK, 'Answered, by');
      expect(closed.text).toContain('2 people asked');
      expect(await ledger.openDeskQuestions()).toEqual([]);
    });

    it('are counted on the Home tab of the desk as they stand on the card', async () => {
      const deskMembers: string[] = [];
      const { slack } = await openSlackDesk({ deskMembers }, workspace);
      const [ada, bob, grace] = [slack.person('ada'), slack.person('bob'), slack.person('grace')];
      deskMembers.push(grace.id);
      await askDirectly(ada, HOSPITALS);
      await askDirectly(bob, 'how many hospitals does gaza have');
      grace.openHome();
      const home = await grace.until(() => grace.home());
      expect(textsIn(home).join(' ')).toContain('Question for the desk: 2 people asked');
    });

    it('stand on cards of their own where copies of the bot cannot tell, and where another year is asked for', async () => {
      const desk = await openSlackDesk({}, workspace);
      const { slack, ledger } = desk;
      const [ada, bob] = [slack.person('ada'), slack.person('bob')];
      await askDirectly(ada, 'How many ships passed the Suez Canal in 2024?');
      await askDirectly(bob, 'How many ships passed the Suez Canal in 2023?');
      await ada.until(() => ada.messages(DESK)[1]);
      const groups = (await ledger.openDeskQuestions()).map(({ groupId }) => groupId);
      expect(new Set(groups).size).toBe(2);
    });
  });

  describe('"Merge or split" on a card', () => {
    it('puts questions in other words on one card, and leaves word on the other', async () => {
      const { slack } = await openSlackDesk({}, workspace);
      const [ada, bob, grace] = [slack.person('ada'), slack.person('bob'), slack.person('grace')];
      await askDirectly(ada, 'How much does a deminer earn?');
      await askDirectly(bob, 'What is the salary of a deminer?');
      const card = await said(grace, DESK, 'What is the salary');
      await grace.press(card, 'desk_sort');
      const modal = await grace.until(() => grace.modal());
      expect(textsIn(modal)).toContain('How much does a deminer earn?');
      const other = await said(grace, DESK, 'How much does a deminer earn?');
      const option = JSON.stringify(modal).match(/"value":"([0-9a-f]{32})"/)?.[1] ?? '';
      await grace.submit({ same: option });
      await grace.until(() => textsIn(grace.modal()).join().includes('The cards are sorted.'));
      const merged = await said(grace, DESK, '2 people asked');
      expect(merged.ts).toBe(other.ts);
      const left = await said(grace, DESK, 'These are on another card now');
      expect(left.ts).toBe(card.ts);
      expect(left.blocks.some(({ type }) => type === 'actions')).toBe(false);
    });

    it('gives a question that asks for something else a card of its own', async () => {
      const { slack, ledger } = await openSlackDesk({}, workspace);
      const [ada, bob, grace] = [slack.person('ada'), slack.person('bob'), slack.person('grace')];
      await askDirectly(ada, HOSPITALS);
      await askDirectly(bob, 'how many hospitals does gaza have');
      const card = await said(grace, DESK, '2 people asked');
      const [, second] = await ledger.openDeskQuestions();
      await grace.press(card, 'desk_sort');
      await grace.until(() => grace.modal());
      await grace.submit({ apart: (await ledger.openDeskQuestions()).map(({ id }) => id) });
      await grace.until(() => grace.modal()?.errors.apart?.includes('Leave at least one'));
      await grace.submit({ apart: [second?.id ?? ''] });
      const alone = await grace.until(() => grace.messages(DESK)[1]);
      expect(alone.text).toContain(`from <@${bob.id}>`);
      await expect.poll(() => grace.messages(DESK)[0]?.text).toContain(`from <@${ada.id}>`);
    });

    it('is for the desk alone', async () => {
      const deskMembers: string[] = [];
      const { slack } = await openSlackDesk({ deskMembers }, workspace);
      const [ada, alan] = [slack.person('ada'), slack.person('alan')];
      deskMembers.push(ada.id);
      await askDirectly(ada, HOSPITALS);
      const card = await said(alan, DESK, HOSPITALS);
      await alan.press(card, 'desk_sort');
      const told = await said(alan, DESK, 'Only members of the desk can do this.');
      expect(told.isPrivate).toBe(true);
      expect(alan.modal()).toBeUndefined();
    });
  });
});
