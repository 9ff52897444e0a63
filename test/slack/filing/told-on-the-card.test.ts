import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../src/ledger/index.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { askDirectly, DESK, said, seen } from '../listeners/desk/asking-the-desk.ts';
import { openGapDesk, putForward } from '../listeners/desk/open-gap-desk.ts';
import { openCopy } from '../slack-desk.ts';

const QUESTION = 'How many hospitals are there in Gaza?';
const TOLD = 'The desk has answered your question.';

describe('the card of a draft that is on file', () => {
  it('says who was told and who was not yet, and counts up when they are', async () => {
    const place = { directory: await createFolder({}), now: () => new Date() };
    const desk = await openGapDesk({}, { inherit: async () => openLedger(place) });
    const { slack, readAgain, factDesk, filing } = desk;
    const [ada, bob, grace, alan] = ['ada', 'bob', 'grace', 'alan'].map((name) => slack.person(name));
    if (!ada || !bob || !grace || !alan) throw new Error('Nobody is there.');
    await askDirectly(ada, QUESTION);
    await askDirectly(bob, QUESTION);
    await putForward(grace, '2 people asked');
    await alan.press(await said(alan, DESK, 'Draft of a fact'), 'draft_sign');
    await said(alan, DESK, 'On file in');
    slack.faults.next('chat.postMessage', { kind: 'refused', error: 'restricted_action' }, 40);
    await readAgain();
    const card = await said(alan, DESK, 'Not told yet, tried again each minute: ');
    expect(card.text).toContain(`Not told yet, tried again each minute: <@${ada.id}>, <@${bob.id}>.`);
    expect(card.text).not.toContain('Told where they asked');
    expect(seen(ada, 'dm').some(({ text }) => text.includes(TOLD))).toBe(false);
    slack.faults.clear();
    // As each minute.
    const deskChannel = slack.channel(DESK).id;
    await openCopy(desk, await openLedger(place), { factDesk, filing, deskChannel });
    const done = await said(alan, DESK, `Told where they asked: <@${ada.id}>, <@${bob.id}>.`);
    expect(done.text).not.toContain('Not told yet');
    for (const person of [ada, bob])
      expect(seen(person, 'dm').filter(({ text }) => text.includes(TOLD))).toHaveLength(1);
  });

  it('says why somebody cannot be reached', async () => {
    const { slack, readAgain } = await openGapDesk();
    const [ada, grace, alan] = [slack.person('ada'), slack.person('grace'), slack.person('alan')];
    await askDirectly(ada, QUESTION);
    await putForward(grace, QUESTION);
    await alan.press(await said(alan, DESK, 'Draft of a fact'), 'draft_sign');
    await said(alan, DESK, 'On file in');
    slack.faults.next('chat.postMessage', { kind: 'refused', error: 'user_disabled' }, 2);
    await readAgain();
    const card = await said(alan, DESK, `Could not be reached in Slack: <@${ada.id}>.`);
    expect(card.text).not.toContain('Told where they asked');
  });
});
