import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/playground/index.ts';
import { textsIn } from '../blocks/slack-limits.ts';
import { askDirectly, DESK, said, seen } from '../listeners/desk/asking-the-desk.ts';
import { FILLED, openGapDesk, putForward } from '../listeners/desk/open-gap-desk.ts';

const QUESTION = 'How many hospitals are there in Gaza?';
const BUILDING = 'Where are hospitals being built?';
const TOLD = 'The desk has answered your question.';

async function openDesk() {
  const desk = await openGapDesk();
  const { slack } = desk;
  const [ada, bob] = [slack.person('ada'), slack.person('bob')];
  return { ...desk, ada, bob, grace: slack.person('grace'), alan: slack.person('alan') };
}

async function press(person: Person, words: string, button: string) {
  await person.press(await said(person, DESK, words), button);
  await person.until(() => person.modal());
}

const refused = (person: Person, why: string) =>
  person.until(() => person.modal()?.errors.kind?.includes(why));

describe('a form that is sent when its questions are others', () => {
  it('answers them on the card that they were merged into', async () => {
    const { ada, bob, grace, alan, ledger, readAgain } = await openDesk();
    await askDirectly(ada, BUILDING);
    await askDirectly(bob, QUESTION);
    const open = await ledger.openDeskQuestions();
    const groupOf = (asked: string) => open.find(({ words }) => words === asked)?.groupId ?? '';
    await press(grace, QUESTION, 'desk_answer');
    await ledger.mergeGroups(groupOf(QUESTION), groupOf(BUILDING));
    await grace.submit(FILLED);
    await alan.press(await said(alan, DESK, 'Draft of a fact'), 'draft_sign');
    await said(alan, DESK, 'On file in');
    await readAgain();
    await said(bob, 'dm', TOLD);
    await said(alan, DESK, `Told where they asked: <@${bob.id}>.`);
    expect(seen(ada, 'dm').some(({ text }) => text.includes(TOLD))).toBe(false);
  });

  it('says that they were closed, and keeps what was typed in the form', async () => {
    const { ada, grace, alan, ledger } = await openDesk();
    await askDirectly(ada, QUESTION);
    await press(grace, QUESTION, 'desk_answer');
    const [{ groupId } = { groupId: '' }] = await ledger.openDeskQuestions();
    await ledger.closeGroup({ groupId, state: 'wont-answer', note: 'No.', closedBy: alan.id });
    await grace.submit(FILLED);
    await refused(grace, 'These questions were closed or sorted meanwhile. Nothing was put forward');
    expect(await ledger.draftsFor(groupId)).toEqual([]);
    expect(alan.messages(DESK).some(({ text }) => text.includes('Draft of a fact'))).toBe(false);
  });

  it('keeps what was typed where somebody else has written an answer', async () => {
    const { ada, grace, alan } = await openDesk();
    await askDirectly(ada, QUESTION);
    for (const person of [grace, alan]) await press(person, QUESTION, 'desk_answer');
    await grace.submit(FILLED);
    await said(grace, DESK, 'Draft of a fact');
    await alan.submit(FILLED);
    await refused(alan, 'has written an answer to this already');
    await refused(alan, 'what you typed stands here still');
  });
});

describe('"Change" on a draft that two people change', () => {
  it('lets the first through and tells the second, whose words stay in the form', async () => {
    const { slack, ada, grace, alan, ledger } = await openDesk();
    const bea = slack.person('bea');
    await askDirectly(ada, QUESTION);
    await putForward(grace, QUESTION);
    for (const person of [alan, bea]) await press(person, 'Draft of a fact', 'draft_edit');
    await alan.submit({ asOf: '2026-11-21' });
    await said(alan, DESK, `Draft of a fact, by <@${alan.id}>`);
    await bea.submit({ publisher: 'WHO' });
    await refused(bea, 'Somebody changed this draft since you saw it.');
    const [{ groupId } = { groupId: '' }] = await ledger.openDeskQuestions();
    const [draft] = await ledger.draftsFor(groupId);
    expect(draft).toMatchObject({ version: 2, writtenBy: alan.id, fact: { asOf: '2026-11-21' } });
    expect(draft?.fact?.publisher).toBe(FILLED.publisher);
    // From what stands there now it goes through.
    await bea.closeModal();
    await press(bea, 'Draft of a fact', 'draft_edit');
    await bea.submit({ publisher: 'WHO' });
    await bea.until(() => textsIn(bea.modal()).join(' ').includes('The draft stands in the desk channel.'));
    expect((await ledger.draftsFor(groupId))[0]?.fact).toMatchObject({
      asOf: '2026-11-21',
      publisher: 'WHO',
    });
  });
});
