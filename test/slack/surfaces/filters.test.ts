import { expect, it } from 'vitest';
import { openSlackDesk } from '../slack-desk.ts';

it('a filter that nobody knows is told, with those that are known', async () => {
  const { slack } = await openSlackDesk();
  const ada = slack.person('ada');
  const reply = await ada.reply(
    ada.directMessage('colour:blue when was the convention opened for signature?'),
  );
  expect(reply.text).toMatch(/colour:blue.*was not used as a filter/);
  expect(reply.text).toContain('speaker');
});

it('a filter narrows what is found', async () => {
  const { slack } = await openSlackDesk();
  const ada = slack.person('ada');
  const reply = await ada.reply(
    ada.directMessage('topic:Ukraine when was the convention opened for signature?'),
  );
  expect(reply.words).not.toContain('The convention was opened for signature');
});
