import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/playground/json.ts';
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

describe('a mention that does not come as a plain one', () => {
  /** Has Slack send an event about a message that exists, so that its thread does. */
  async function sent(changes: (ids: { bot: string; ts: string }) => JsonObject) {
    const desk = await openSlackDesk();
    const { slack } = desk;
    const ada = slack.person('ada');
    const early = ada.say('newsroom', 'Before the mention.');
    const event = { user: ada.id, channel: early.channel, channel_type: 'channel', ts: early.ts };
    const send = () => {
      const changed = changes({ bot: slack.botUserId, ts: early.ts });
      slack.redeliver({ withNewId: true, changes: { ...event, ...changed } });
    };
    const replies = () => ada.thread('newsroom', early.ts);
    /** What was sent before would have been answered by then. */
    const settled = async () => void (await ada.reply(ada.directMessage('help')));
    send();
    return { ...desk, ada, early, send, replies, settled };
  }

  const words = (bot: string) => ({ text: `<@${bot}> ${SIGNATURE_QUESTION}` });

  it('is answered when it comes with a file, as a message alone', async () => {
    const { ada, early } = await sent(({ bot }) => ({
      ...{ type: 'message', subtype: 'file_share', files: [{ id: 'F1' }] },
      ...words(bot),
    }));
    expect((await ada.reply(early)).words).toContain(SIGNATURE_QUOTE);
  });

  it('is answered once when an edit brought it, whatever is edited after that', async () => {
    let text = SIGNATURE_QUESTION;
    const { ada, early, send, replies, settled } = await sent(({ bot }) => ({
      ...{ type: 'app_mention', text: `<@${bot}> ${text}`, edited: { user: 'U1', ts: '1800000000.000100' } },
    }));
    expect((await ada.reply(early)).words).toContain(SIGNATURE_QUOTE);
    text = `${SIGNATURE_QUESTION} What did Axworthy call the convention?`;
    send();
    await settled();
    expect(replies()).toHaveLength(1);
  });

  it('is answered when Slack tells of the edit alone', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const early = ada.say('newsroom', SIGNATURE_QUESTION);
    ada.edit(early, `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    expect((await ada.reply(early)).words).toContain(SIGNATURE_QUOTE);
    ada.edit(early, `<@${slack.botUserId}> ${SIGNATURE_QUESTION} Please.`);
    await ada.reply(ada.directMessage('help'));
    expect(ada.thread('newsroom', early.ts)).toHaveLength(1);
  });

  it.each([
    ['code', (bot: string) => `To ask, type \`<@${bot}> ${SIGNATURE_QUESTION}\``],
    ['a quoted line', (bot: string) => `&gt; <@${bot}> ${SIGNATURE_QUESTION}\nThat was asked on Monday.`],
  ])('is silent in %s', async (_where, text) => {
    const { slack, settled } = await sent(({ bot }) => ({ type: 'app_mention', text: text(bot) }));
    await settled();
    const posts = slack.calls.filter(({ method }) => method.startsWith('chat.post'));
    expect(posts).toHaveLength(1);
  });

  it('asks what it forwards, when it says nothing itself', async () => {
    const attachments = [{ is_share: true, is_msg_unfurl: true, text: SIGNATURE_QUESTION }];
    const { ada, early } = await sent(({ bot }) => ({ type: 'app_mention', text: `<@${bot}>`, attachments }));
    expect((await ada.reply(early)).words).toContain(SIGNATURE_QUOTE);
  });
});

describe('what is said to the bot', () => {
  it.each([
    [':eyes:', 'On file: 3 facts from 2 sources.'],
    ['hi there!', 'On file: 3 facts from 2 sources.'],
    ['thanks :pray:', 'Glad to help.'],
    ['ty, factdesk!', 'Glad to help.'],
  ])('and asks nothing, %j, is answered for whoever said it alone', async (said, answer) => {
    const { slack, ledger } = await openSlackDesk();
    const ada = slack.person('ada');
    ada.say('newsroom', `<@${slack.botUserId}> ${said}`);
    const told = await ada.until(() => ada.messages('newsroom').find(({ isFromApp }) => isFromApp));
    expect(told.isPrivate).toBe(true);
    expect(told.text).toContain(answer);
    expect(await ledger.questionsOf(ada.id)).toEqual([]);
  });

  it('may be several questions, each with a reply of its own', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const asked = [SIGNATURE_QUESTION, 'How much land around Izium is mined?'];
    const message = ada.say('newsroom', `<@${slack.botUserId}> 1. ${asked.join('\n2. ')}`);
    await ada.until(() => ada.thread('newsroom', message.ts).length === 2);
    const replies = ada.thread('newsroom', message.ts);
    for (const [index, reply] of replies.entries())
      expect(reply.text).toContain(`You asked: ${asked[index]}`);
    expect(replies[1]?.words).toContain('Every tenth hectare around Izium is still mined.');
    slack.redeliver({ withNewId: true });
    await ada.reply(ada.directMessage('help'));
    expect(ada.thread('newsroom', message.ts)).toHaveLength(2);
  });

  it('may be three questions at most: of the others the asker is told, alone', async () => {
    const { slack, ledger } = await openSlackDesk();
    const ada = slack.person('ada');
    const lines = ['Who signed it', 'Who sank it', 'Who found it', 'Who sold it'];
    ada.say('newsroom', `<@${slack.botUserId}>\n- ${lines.join('\n- ')}`);
    const told = await ada.until(() => ada.messages('newsroom').find(({ isFromApp }) => isFromApp));
    expect(told).toMatchObject({ isPrivate: true });
    expect(told.text).toContain('Only the first 3 questions of a message are answered.');
    expect(await ledger.questionsOf(ada.id)).toHaveLength(3);
  });
});
