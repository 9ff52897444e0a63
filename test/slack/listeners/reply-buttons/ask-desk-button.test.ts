import { describe, expect, it } from 'vitest';
import type { Person, SeenMessage } from '../../../../src/playground/index.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { UNANSWERED_QUESTION } from '../../sample-facts.ts';
import { openSlackDesk } from '../../slack-desk.ts';

async function askInVain(reporter: Person): Promise<SeenMessage> {
  return reporter.reply(reporter.directMessage(UNANSWERED_QUESTION));
}

function said(person: Person, channel: string, words: string): Promise<SeenMessage> {
  return person.until(() => {
    const inThreads = person.messages(channel).flatMap(({ ts }) => person.thread(channel, ts));
    return [...person.messages(channel), ...inThreads].find(({ text }) => text.includes(words));
  });
}

describe('"Ask the desk"', () => {
  it('puts the question to the desk channel and tells the asker what happens next', async () => {
    const { slack } = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    await ada.press(await askInVain(ada), 'ask_the_desk');
    await said(ada, 'dm', 'Your question is with the desk.');
    const posted = await said(grace, 'foreign-desk', UNANSWERED_QUESTION);
    expect(posted.text).toContain(`from <@${ada.id}>`);
  });

  it('counts the same question asked again instead of repeating it', async () => {
    const { slack, ledger } = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const ada = slack.person('ada');
    await ada.press(await askInVain(ada), 'ask_the_desk');
    await said(ada, 'dm', 'Your question is with the desk.');
    await ada.press(await askInVain(ada), 'ask_the_desk');
    await said(ada, 'dm', 'The desk has this question from you already');
    expect(await ledger.openDeskQuestions()).toMatchObject([{ times: 2 }]);
    expect(ada.messages('foreign-desk')).toHaveLength(1);
  });

  it('keeps the question where there is no desk channel', async () => {
    const { slack, ledger } = await openSlackDesk();
    const ada = slack.person('ada');
    await ada.press(await askInVain(ada), 'ask_the_desk');
    await said(ada, 'dm', 'Your question is with the desk.');
    expect(await ledger.openDeskQuestions()).toMatchObject([{ words: UNANSWERED_QUESTION }]);
  });
});

describe('closing a question in the desk channel', () => {
  it('tells the asker what the desk found, and everybody on the desk that it is closed', async () => {
    const { slack, ledger } = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    await ada.press(await askInVain(ada), 'ask_the_desk');
    const posted = await said(grace, 'foreign-desk', UNANSWERED_QUESTION);
    await grace.press(posted, 'desk_answered');
    await grace.until(() => grace.modal());
    await grace.submit({ note: 'None did; see <the> sheet.' });
    await said(ada, 'dm', 'The desk has answered your question.');
    await said(ada, 'dm', 'Closed: None did; see &lt;the&gt; sheet.');
    await grace.until(() => textsIn(grace.modal()).join().includes('They are told.'));
    expect(grace.modal()).toMatchObject({ close: 'Close' });
    expect(grace.modal()?.submit).toBeUndefined();
    const closed = await said(grace, 'foreign-desk', 'Answered, by');
    expect(closed.blocks.some(({ type }) => type === 'actions')).toBe(false);
    expect(await ledger.openDeskQuestions()).toEqual([]);
    await expect.poll(async () => (await ledger.unfinishedDeskWork()).untold).toEqual([]);
  });

  it('is done once: the second to close it is told so', async () => {
    const { slack } = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const [ada, grace, alan] = [slack.person('ada'), slack.person('grace'), slack.person('alan')];
    await ada.press(await askInVain(ada), 'ask_the_desk');
    const posted = await said(grace, 'foreign-desk', UNANSWERED_QUESTION);
    await grace.press(posted, 'desk_answered');
    await alan.press(posted, 'desk_wont_answer');
    await grace.until(() => grace.modal());
    await alan.until(() => alan.modal());
    await grace.submit({ note: 'None did.' });
    await alan.submit({});
    await alan.until(() => textsIn(alan.modal()).join().includes('has closed this already'));
    await said(ada, 'dm', 'The desk has answered your question.');
  });

  it('is for the desk alone once its members are named: anybody else is told so in private', async () => {
    const deskMembers: string[] = [];
    const { slack, ledger } = await openSlackDesk({ deskMembers }, { deskChannel: 'foreign-desk' });
    const [ada, grace, alan] = [slack.person('ada'), slack.person('grace'), slack.person('alan')];
    deskMembers.push(grace.id);
    await ada.press(await askInVain(ada), 'ask_the_desk');
    const posted = await said(grace, 'foreign-desk', UNANSWERED_QUESTION);
    for (const button of ['desk_answered', 'desk_wont_answer']) {
      const before = alan.messages('foreign-desk').length;
      await alan.press(posted, button);
      const told = await alan.until(() => alan.messages('foreign-desk')[before]);
      expect(told).toMatchObject({ isPrivate: true });
      expect(told.text).toContain('Only members of the desk can close this.');
      expect(alan.modal()).toBeUndefined();
    }
    expect(await ledger.openDeskQuestions()).toHaveLength(1);
    await grace.press(posted, 'desk_answered');
    await grace.until(() => grace.modal());
  });
});
