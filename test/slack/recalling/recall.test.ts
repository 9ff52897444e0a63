import { expect, it } from 'vitest';
import { textsIn } from '../blocks/slack-limits.ts';
import { harbour, NEW, openRecallDesk, QUESTION, wordsOf } from './recall-desk.ts';

it('a corrected fact reaches every copy and everybody who got it: the desk sees who knows', async () => {
  const desk = await openRecallDesk();
  const { slack, ada, grace, card, cardText } = desk;
  const alan = slack.person('alan');
  const inThread = await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`));
  const direct = await alan.reply(alan.directMessage(QUESTION));
  expect(wordsOf(ada, inThread)).toContain('14 berths');

  await desk.save(harbour(NEW, 'correction: Two digits were swapped.'));
  await grace.until(() => card());
  expect(cardText()).toContain('A fact that was shown has changed.');
  expect(cardText()).toContain('2 messages show the old words: 1 in , 1 in direct messages.');
  expect(cardText()).toContain('2 people got them.');
  expect(JSON.stringify(card())).toContain('"strike":true');

  await grace.press(card() ?? inThread, 'recall_correct');
  await grace.until(() => grace.modal());
  expect(textsIn(grace.modal()).join(' ')).toContain('everybody who got it is told once');
  expect(JSON.stringify(grace.modal())).toContain('Two digits were swapped.');
  await grace.submit({ reason: 'Two digits were swapped.' });

  await ada.until(() => wordsOf(ada, inThread).includes('Corrected '));
  expect(wordsOf(ada, inThread)).toMatch(
    /Corrected \d+ \w+ \d{4}: was “The harbour has 14 berths and 3 cranes\.”, is “The harbour has 41 berths and 3 cranes\.”\. Two digits were swapped\./,
  );
  expect(wordsOf(ada, inThread)).toContain(NEW);
  expect(wordsOf(alan, await alan.until(() => direct))).toBeDefined();
  await alan.until(() => wordsOf(alan, direct).includes('Corrected '));
  const told = await ada.until(() => ada.messages('dm').find(({ text }) => text.startsWith('*Corrected') || text.includes('Corrected.')));
  expect(textsIn(told).join('')).toContain('A quote that you got on');
  expect(JSON.stringify(told)).toContain(`/archives/${inThread.channel}/p${inThread.ts.replace('.', '')}`);

  await grace.until(() => cardText().includes('Done.'));
  expect(cardText()).toContain('Copies: 2 of 2 changed.');
  expect(cardText()).toContain('People: 2 of 2 told, 0 have seen it.');
  await ada.press(told, 'recall_seen');
  await grace.until(() => cardText().includes('2 of 2 told, 1 have seen it.'));
  expect(wordsOf(ada, told)).toContain('You have said that you know.');

  // The next answer is the new one, and nothing more is opened for it.
  const again = await ada.reply(ada.directMessage(QUESTION));
  expect(wordsOf(ada, again)).toContain('41 berths');
  await desk.app.corpusChanged();
  expect(grace.messages('foreign-desk').filter(({ text }) => text.startsWith('Recall ')).length).toBe(1);
});
