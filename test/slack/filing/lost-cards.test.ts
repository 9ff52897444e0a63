import { describe, expect, it, onTestFinished } from 'vitest';
import type { Person } from '../../../src/playground/index.ts';
import { openTestLedger } from '../../ledger/open-test-ledger.ts';
import { databaseKinds } from '../../ledger/test-databases.ts';
import { textsIn } from '../blocks/slack-limits.ts';
import { askDirectly, DESK, said } from '../listeners/desk/asking-the-desk.ts';
import { openGapDesk } from '../listeners/desk/open-gap-desk.ts';
import { openCopy, type WorkspaceOptions } from '../slack-desk.ts';

const HOSPITALS = 'How many hospitals are there in Gaza?';
const BUILDING = 'Where are hospitals being built?';
const PAYING = 'Who pays for hospitals in Sudan?';

async function openThree(workspace: WorkspaceOptions) {
  const desk = await openGapDesk({}, workspace);
  const { slack, ledger } = desk;
  await askDirectly(slack.person('ada'), HOSPITALS);
  await askDirectly(slack.person('bob'), BUILDING);
  await askDirectly(slack.person('cy'), PAYING);
  const open = await ledger.openDeskQuestions();
  const groupOf = (asked: string) => open.find(({ words }) => words === asked)?.groupId ?? '';
  return { ...desk, grace: slack.person('grace'), alan: slack.person('alan'), groupOf };
}

async function openSorting(person: Person, words: string) {
  await person.press(await said(person, DESK, words), 'desk_sort');
  await person.until(() => person.modal());
}

const told = (person: Person, words: string) =>
  person.until(() => textsIn(person.modal()).join(' ').includes(words));

/** The cards on which something can be done, as anybody of the desk sees them. */
const cardsWithButtons = (person: Person) =>
  person
    .messages(DESK)
    .filter(({ blocks }) => blocks.some(({ type }) => type === 'actions'))
    .map(({ text }) => text)
    .join('\n');

describe.each(await databaseKinds())('cards $name', (kind) => {
  describe('questions that two people sort at the same time', () => {
    it('are not merged into a card that was merged away meanwhile, and keep their own', async () => {
      const { grace, alan, groupOf } = await openThree({ inherit: () => openTestLedger(kind) });
      await openSorting(grace, PAYING);
      await openSorting(alan, HOSPITALS);
      await alan.submit({ same: groupOf(BUILDING) });
      await told(alan, 'The cards are sorted.');
      await grace.submit({ same: groupOf(HOSPITALS) });
      await told(grace, 'The other card was closed or merged meanwhile, so these were not merged.');
      const cards = cardsWithButtons(alan);
      for (const asked of [HOSPITALS, BUILDING, PAYING]) expect(cards).toContain(asked);
    });

    it('are not merged back into the card that they were merged from', async () => {
      const { grace, alan, groupOf } = await openThree({ inherit: () => openTestLedger(kind) });
      await openSorting(grace, BUILDING);
      await openSorting(alan, HOSPITALS);
      await alan.submit({ same: groupOf(BUILDING) });
      await told(alan, 'The cards are sorted.');
      await grace.submit({ same: groupOf(HOSPITALS) });
      await told(grace, 'so these were not merged');
      await expect.poll(() => cardsWithButtons(alan)).toContain('2 people asked');
    });

    it('get a card again when they come back to a group whose card is no longer theirs', async () => {
      const database = await kind.create();
      onTestFinished(() => database.remove());
      const now = () => new Date('2026-12-01T09:00:00Z');
      const desk = await openThree({ inherit: () => database.open(now) });
      const { slack, grace, ledger, factDesk, filing, groupOf } = desk;
      const open = await ledger.openDeskQuestions();
      const ids = open.filter(({ words }) => words === HOSPITALS).map(({ id }) => id);
      const restart = async () =>
        openCopy(desk, await database.open(now), { factDesk, filing, deskChannel: slack.channel(DESK).id });
      const apart = await ledger.splitGroup(ids, 'the same modal');
      const noted = () => expect.poll(async () => (await ledger.unfinishedDeskWork()).unposted).toEqual([]);
      await restart();
      await grace.until(() => grace.messages(DESK)[3]);
      await noted();
      await ledger.mergeGroups(apart, groupOf(PAYING));
      // So two transactions leave it that saw each other's questions open.
      await ledger.splitGroup(ids, 'the same modal');
      await restart();
      await grace.until(() => grace.messages(DESK)[4]);
      await noted();
      await restart();
      expect(grace.messages(DESK)).toHaveLength(5);
    });
  });
});
