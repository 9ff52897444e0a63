import { expect, it } from 'vitest';
import type { SeenMessage } from '../../../src/playground/index.ts';
import { defaultChannelSettings, readChannelSettings } from '../../../src/slack/index.ts';
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

const addressOf = ({ channel, ts }: SeenMessage) => `/archives/${channel}/p${ts.replace('.', '')}`;

async function correct(desk: RecallDesk, sheet = harbour(NEW)): Promise<void> {
  await desk.save(sheet);
  await desk.decide('recall_correct', { reason: 'Swapped.' });
  await desk.grace.until(() => desk.cardText().includes('Done.'));
}

/** A private reply to a mention is shared: that stands at the top of the channel, and the question begins a thread. */
async function shareReply(): Promise<{ readonly desk: RecallDesk; readonly shared: SeenMessage }> {
  let settings = '';
  const of = (channel: string | null) => readChannelSettings(settings).of(channel);
  const desk = await openRecallDesk({ channelSettings: { ...defaultChannelSettings, of } });
  const { slack, ada, grace } = desk;
  settings = `channels:\n  ${slack.channel('newsroom').id}:\n    reply: private\n`;
  ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`);
  const alone = await ada.until(() => ada.messages('newsroom').find(({ isPrivate }) => isPrivate));
  await ada.press(alone, 'share_here');
  const shared = await grace.until(() =>
    grace.messages('newsroom').find(({ text }) => text.startsWith('Shared by')),
  );
  return { desk, shared };
}

it('what was shared at the top of the channel is found there, and whoever shared it gets its address', async () => {
  const { desk, shared } = await shareReply();
  const { ada, grace, cardText } = desk;
  await correct(desk);
  expect(cardText()).toContain('Copies: 1 of 1 changed.');
  expect(cardText()).not.toContain('deleted');
  expect(wordsOf(grace, shared)).toContain('41 berths');
  const [told] = noticesOf(ada);
  expect(JSON.stringify(told)).toContain(`${addressOf(shared)}"`);
});

it('what was shared and can be changed no more has its correction in a thread of its own', async () => {
  const { desk, shared } = await shareReply();
  await desk.save(harbour(NEW));
  closeEditWindow(desk, shared);
  await desk.decide('recall_correct', { reason: 'Swapped.' });
  await expect.poll(() => desk.grace.thread('newsroom', shared.ts).length).toBeGreaterThan(0);
  const below = desk.grace.thread('newsroom', shared.ts).map(({ text }) => text);
  expect(below.some((text) => text.includes('41 berths'))).toBe(true);
});

it('a notice of a correction, at the top of the direct messages, is corrected with the next one', async () => {
  const desk = await openRecallDesk();
  const { ada, cardText } = desk;
  const reply = await ada.reply(ada.directMessage(QUESTION));
  await correct(desk);
  const [first] = noticesOf(ada);
  await correct(desk, harbour('The harbour has 44 berths and 3 cranes.'));
  expect(cardText()).toContain('Copies: 2 of 2 changed.');
  expect(cardText()).not.toContain('deleted');
  expect(first && wordsOf(ada, first)).toContain('44 berths');
  expect(wordsOf(ada, reply)).toContain('44 berths');
});

it('of a message that was deleted nobody is given an address', async () => {
  const desk = await openRecallDesk();
  const { slack, ada } = desk;
  const { channel, ts } = await ada.reply(ada.directMessage(QUESTION));
  const headers = { authorization: `Bearer ${slack.botToken}` };
  const body = new URLSearchParams({ channel, ts });
  await fetch(`${slack.apiUrl}chat.delete`, { method: 'POST', headers, body });
  await correct(desk);
  expect(desk.cardText()).toContain('Not reached: 1, the message was deleted');
  expect(JSON.stringify(noticesOf(ada)[0])).not.toContain('/archives/');
});

it('whoever is told twice is sent to where they got it both times, and not to what told them', async () => {
  const desk = await openRecallDesk();
  const { slack, ada } = desk;
  const reply = await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`));
  await correct(desk);
  await correct(desk, harbour('The harbour has 44 berths and 3 cranes.'));
  await correct(desk, harbour('The harbour has 45 berths and 3 cranes.'));
  const told = noticesOf(ada).map((notice) => JSON.stringify(notice));
  expect(told.length).toBe(3);
  for (const notice of told) expect(notice).toContain(`${addressOf(reply)}?thread_ts=`);
  for (const notice of told) expect(notice).not.toContain('/archives/D');
});

it('what was put back to its first words is corrected again with the next change', async () => {
  const desk = await openRecallDesk();
  const { ada } = desk;
  const reply = await ada.reply(ada.directMessage(QUESTION));
  await correct(desk);
  await correct(desk, harbour(OLD));
  expect(wordsOf(ada, reply)).toContain('14 berths');
  await correct(desk, harbour('The harbour has 44 berths and 3 cranes.'));
  expect(wordsOf(ada, reply)).toContain('44 berths');
  expect(desk.cardText()).toContain('Copies: 3 of 3 changed.');
});

it('a notice says that it was seen, also when the fact has changed again or the notice was corrected since', async () => {
  const desk = await openRecallDesk();
  const { ada } = desk;
  await ada.reply(ada.directMessage(QUESTION));
  await correct(desk);
  const [notice] = noticesOf(ada);
  if (notice === undefined) throw new Error('Ada was not told.');
  await desk.save(harbour('The harbour has 44 berths and 3 cranes.'));
  await ada.press(notice, 'recall_seen');
  await ada.until(() => wordsOf(ada, notice).includes('You have said that you know.'));
  expect(JSON.stringify(ada.message(notice))).not.toContain('recall_seen');
  await desk.decide('recall_correct', { reason: 'Three were added.' });
  await desk.grace.until(() => desk.cardText().includes('Done.'));
  expect(wordsOf(ada, notice)).toContain('You have said that you know.');
  expect(wordsOf(ada, notice)).toContain('44 berths');
  const [, second] = noticesOf(ada);
  if (second === undefined) throw new Error('Ada was not told again.');
  await desk.save(harbour('The harbour has 45 berths and 3 cranes.'));
  await desk.decide('recall_refile');
  await desk.grace.until(() => desk.cardText().includes('Done.'));
  await ada.press(second, 'recall_seen');
  await ada.until(() => wordsOf(ada, second).includes('You have said that you know.'));
  expect(wordsOf(ada, second)).toContain('45 berths');
});
