import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factVersion } from '../../../../src/ledger/index.ts';
import { createSheet } from '../../../corpus/temporary-folder.ts';
import { askAloud, askDirectly, DESK, said, seen } from './asking-the-desk.ts';
import { openGapDesk } from './open-gap-desk.ts';

const QUESTION = 'How many hospitals are there in Gaza?';
const TOLD = 'The desk has answered your question.';
const WORDS = 'Gaza has 36 hospitals.';
const HOSPITALS = createSheet(
  `## hospitals-gaza\n> ${WORDS}\n\n- kind: statement\n- as of: 2026-11\n- asked as: ${QUESTION}`,
  'title: Briefing of the WHO\npublished: 2026-11-20\ntopics: [hospitals]',
);

async function openWithProposal() {
  const desk = await openGapDesk();
  const { slack, folder, readAgain } = desk;
  const [ada, bob, grace] = [slack.person('ada'), slack.person('bob'), slack.person('grace')];
  await askDirectly(ada, QUESTION);
  await askAloud(bob, 'how many hospitals does gaza have', { botUserId: slack.botUserId });
  const sheet = join(folder, 'hospitals.md');
  await writeFile(sheet, HOSPITALS);
  await readAgain();
  const card = await said(grace, DESK, 'A new fact may answer this:');
  return { ...desk, ada, bob, grace, sheet, card };
}

describe('a new fact from a saved sheet', () => {
  it('is shown on the card of the questions that it answers, and sent by nobody but the desk', async () => {
    const { ada, bob, grace, card, readAgain, ledger } = await openWithProposal();
    expect(card.text).toContain('2 people asked');
    expect(card.text).toContain(WORDS);
    await readAgain();
    for (const asker of [ada, bob])
      expect([...seen(asker, 'dm'), ...seen(asker, 'newsroom')].some(({ text }) => text.includes(TOLD))).toBe(
        false,
      );
    await grace.press(card, 'desk_send_fact');
    await said(ada, 'dm', TOLD);
    expect((await said(bob, 'newsroom', TOLD)).text).toContain(WORDS);
    await said(grace, DESK, `Answered with a fact, by <@${grace.id}>`);
    expect(await ledger.openDeskQuestions()).toEqual([]);
  });

  it('is sent once, when it is pressed twice and by two', async () => {
    const { slack, ada, grace, card } = await openWithProposal();
    const alan = slack.person('alan');
    await Promise.all([grace, grace, alan].map((person) => person.press(card, 'desk_send_fact')));
    await said(ada, 'dm', TOLD);
    await said(grace, DESK, 'Answered with a fact');
    expect(seen(ada, 'dm').filter(({ text }) => text.includes(TOLD))).toHaveLength(1);
  });

  it('is no longer proposed once it is gone, and not sent by a card that is out of date', async () => {
    const { ada, grace, sheet, card, readAgain, ledger } = await openWithProposal();
    await writeFile(sheet, HOSPITALS.replace('36', '35'));
    await readAgain();
    await said(grace, DESK, 'Gaza has 35 hospitals.');
    await rm(sheet);
    await readAgain();
    await grace.until(() => grace.messages(DESK).every(({ text }) => !text.includes('may answer this')));
    await expect(grace.press(card, 'desk_send_fact')).rejects.toThrow('There is nothing here');
    expect(await ledger.openDeskQuestions()).toHaveLength(2);
    expect(seen(ada, 'dm').some(({ text }) => text.includes(TOLD))).toBe(false);
  });

  it('is not proposed to those who were shown it when they asked', async () => {
    const desk = await openGapDesk();
    const { slack, readAgain } = desk;
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    const question = 'When was the convention opened for signature?';
    const { questionId } = await desk.ledger.acceptQuestion({
      ...{ eventKey: 'shown', askedBy: ada.id, team: null, channel: null, thread: null, surface: 'home' },
      ...{ words: question, isPrivate: true, replyAddress: null },
    });
    const answer = await desk.factDesk.ask(question);
    await desk.ledger.recordAnswer(questionId, { outcome: 'answer', quoted: answer.quotes.map(factVersion) });
    await desk.ledger.askDesk({ eventKey: 'p', questionId, askedBy: ada.id, meaning: 'm' });
    await askDirectly(ada, QUESTION);
    await readAgain();
    await said(grace, DESK, QUESTION);
    expect(grace.messages(DESK).some(({ text }) => text.includes('may answer this'))).toBe(false);
    expect(await desk.ledger.openDeskQuestions()).toMatchObject([{ proposed: null }, { proposed: null }]);
  });

  it('is tried once against questions that it does not answer', async () => {
    const { slack, readAgain, app, ledger } = await openGapDesk();
    const ada = slack.person('ada');
    await askDirectly(ada, QUESTION);
    await readAgain();
    const before = await ledger.openDeskQuestions();
    await app.corpusChanged();
    expect(await ledger.openDeskQuestions()).toEqual(before);
    expect(ada.messages(DESK)).toHaveLength(1);
  });
});
