import { expect, it } from 'vitest';
import { askDirectly, DESK, said, seen } from '../listeners/desk/asking-the-desk.ts';
import { FILLED, openGapDesk, putForward } from '../listeners/desk/open-gap-desk.ts';

const QUESTION = 'How many hospitals are there in Gaza?';
const OTHER_WORDS = 'how many hospitals does gaza have';
const TOLD = 'The desk has answered your question.';

async function openTwo() {
  const desk = await openGapDesk();
  const [ada, bob, grace, alan] = [
    ...[desk.slack.person('ada'), desk.slack.person('bob')],
    ...[desk.slack.person('grace'), desk.slack.person('alan')],
  ] as const;
  if (!ada || !bob || !grace || !alan) throw new Error('Nobody is there.');
  await askDirectly(ada, QUESTION);
  await askDirectly(bob, OTHER_WORDS);
  return { ...desk, ada, bob, grace, alan };
}

it('leaves a question open that its writer took out of the form, and its asker untold', async () => {
  const { ada, bob, grace, alan, readAgain, ledger } = await openTwo();
  await putForward(grace, '2 people asked', { ...FILLED, askedAs: QUESTION });
  // Whoever changes it later leaves it so, unless they put it in again.
  await grace.closeModal();
  await alan.press(await said(alan, DESK, 'Draft of a fact'), 'draft_edit');
  await alan.until(() => alan.modal());
  await alan.submit({ publisher: 'WHO' });
  await grace.press(await said(grace, DESK, `Draft of a fact, by <@${alan.id}>`), 'draft_sign');
  await said(grace, DESK, 'On file in');
  await readAgain();
  await said(ada, 'dm', TOLD);
  await said(alan, DESK, `Told where they asked: <@${ada.id}>.`);
  expect(seen(bob, 'dm').some(({ text }) => text.includes(TOLD))).toBe(false);
  expect(await ledger.openDeskQuestions()).toMatchObject([{ words: OTHER_WORDS }]);
});

it('tells the asker of a question that was put in again', async () => {
  const { bob, grace, alan, readAgain } = await openTwo();
  await putForward(grace, '2 people asked', { ...FILLED, askedAs: QUESTION });
  await alan.press(await said(alan, DESK, 'Draft of a fact'), 'draft_edit');
  await alan.until(() => alan.modal());
  await alan.submit({ askedAs: `${QUESTION}\n${OTHER_WORDS}` });
  await grace.press(await said(grace, DESK, `Draft of a fact, by <@${alan.id}>`), 'draft_sign');
  await said(grace, DESK, 'On file in');
  await readAgain();
  await said(bob, 'dm', TOLD);
});
