import { describe, expect, it } from 'vitest';
import type { Person, SeenMessage } from '../../../../src/playground/index.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openSlackDesk, type SlackDesk } from '../../slack-desk.ts';

async function complain({ slack }: SlackDesk): Promise<Person> {
  const ada = slack.person('ada');
  const reply = await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`));
  await ada.press(reply, 'not_right');
  await ada.until(() => ada.modal());
  await ada.submit({ reason: 'badly-worded', line: 'Which <convention>?' });
  return ada;
}

function posted(person: Person, words: string): Promise<SeenMessage> {
  return person.until(() => person.messages('foreign-desk').find(({ text }) => text.includes(words)));
}

describe('closing a complaint', () => {
  it('tells whoever sent it what the desk did, and the desk channel that it is closed', async () => {
    const desk = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const ada = await complain(desk);
    const grace = desk.slack.person('grace');
    await grace.press(await posted(grace, 'Not right: It is badly worded.'), 'desk_close_complaint');
    await grace.until(() => grace.modal());
    await grace.submit({ note: 'It names the treaty now.' });
    await grace.until(() => textsIn(grace.modal()).join().includes('They are told.'));
    const news = await ada.until(() => ada.messages('dm').at(-1));
    expect(news.text).toContain('The desk has dealt with what you found not right.');
    expect(news.text).toContain('You said: It is badly worded: Which &lt;convention&gt;?');
    expect(news.text).toContain('Closed: It names the treaty now.');
    const closed = await posted(grace, `Dealt with, by <@${grace.id}>: It names the treaty now.`);
    expect(closed.words).toContain(SIGNATURE_QUOTE);
    expect(closed.blocks.some(({ type }) => type === 'actions')).toBe(false);
    await expect.poll(() => desk.ledger.unfinishedReports()).toEqual({ unposted: [], untold: [] });
  });

  it('is done once: the second to close it is told so', async () => {
    const desk = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    await complain(desk);
    const [grace, alan] = [desk.slack.person('grace'), desk.slack.person('alan')];
    const complaint = await posted(grace, 'Not right');
    for (const person of [grace, alan]) {
      await person.press(complaint, 'desk_close_complaint');
      await person.until(() => person.modal());
    }
    await grace.submit({ note: 'Mended.' });
    await alan.submit({ note: 'Mended too.' });
    await alan.until(() => textsIn(alan.modal()).join().includes('has closed this already'));
  });

  it('works on the Home tab of the desk, which no longer lists it then', async () => {
    const deskMembers: string[] = [];
    const desk = await openSlackDesk({ deskMembers });
    const grace = desk.slack.person('grace');
    deskMembers.push(grace.id);
    const ada = await complain(desk);
    await ada.until(() => textsIn(ada.modal()).join().includes('The desk has it.'));
    grace.openHome();
    const home = () => textsIn(grace.home()).join('');
    await grace.until(() => home().includes('For the desk: 0 open questions, 1 complaint'));
    expect(home()).toContain('Not right: It is badly worded.');
    await grace.press('home', 'desk_close_complaint');
    await grace.until(() => grace.modal());
    await grace.submit({ note: 'Mended.' });
    await grace.until(() => home().includes('For the desk: 0 open questions, 0 complaints'));
    expect((await ada.until(() => ada.messages('dm').at(-1))).text).toContain('Closed: Mended.');
  });
});
