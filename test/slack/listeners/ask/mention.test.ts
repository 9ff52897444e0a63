import { describe, expect, it } from 'vitest';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openSlackDesk } from '../../slack-desk.ts';

describe('@factdesk QUESTION', () => {
  it('is answered in the thread of the question, for everybody', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    const reply = await ada.reply(question);
    expect(reply.words).toContain(SIGNATURE_QUOTE);
    expect(reply.threadTs).toBe(question.ts);
    expect(slack.person('grace').thread('newsroom', question.ts)).toHaveLength(1);
  });

  it('stays in the thread it was asked in', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const start = ada.say('newsroom', 'The treaty piece is due at five.');
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`, { thread: start.ts });
    expect((await ada.reply(question)).threadTs).toBe(start.ts);
  });

  it('gets help, for the asker alone, when it holds no question', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    ada.say('newsroom', `<@${slack.botUserId}>`);
    const help = await ada.until(() => ada.messages('newsroom').find(({ isFromApp }) => isFromApp));
    expect(help.isPrivate).toBe(true);
    expect(help.text).toContain('On file: 3 facts from 2 sources.');
  });

  it('is answered once when the event comes twice, and when one post comes as two events', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    await ada.reply(question);
    slack.redeliver();
    slack.redeliver({ withNewId: true });
    const last = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    await ada.reply(last);
    expect(ada.thread('newsroom', question.ts)).toHaveLength(1);
  });

  it.each([
    ['a bot', { bot_id: 'B1' }],
    [
      'a workflow',
      { subtype: 'bot_message', bot_id: 'B1', bot_profile: { id: 'B1', is_workflow_bot: true } },
    ],
  ])('is left alone when it comes from %s', async (_what, changes) => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    await ada.reply(question);
    slack.redeliver({ withNewId: true, changes: { ...changes, ts: '1700000000.000100' } });
    const last = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    await ada.reply(last);
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(2);
  });
});
