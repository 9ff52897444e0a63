import { expect, it } from 'vitest';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openSlackDesk } from '../../slack-desk.ts';

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

it('a reply names the filter that was applied, and a filter that names nothing on file', async () => {
  const { slack } = await openSlackDesk();
  const ada = slack.person('ada');
  const narrowed = await ada.reply(ada.directMessage(`topic:"Ottawa Treaty" ${SIGNATURE_QUESTION}`));
  expect(narrowed.text).toContain('Searched only: topic “Ottawa Treaty”.');
  expect(narrowed.words).toContain(SIGNATURE_QUOTE);
  const unknown = await ada.reply(
    ada.directMessage(`topic:"otawa traty" source:nosuch ${SIGNATURE_QUESTION}`),
  );
  expect(unknown.text).toContain('No source on file is called “nosuch”.');
  expect(unknown.text).toContain('“Mines around Izium”');
  expect(unknown.text).toContain('Nothing on file answers this.');
});
