import { describe, expect, it } from 'vitest';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE, UNANSWERED_QUESTION } from '../../sample-facts.ts';
import { openSlackDesk, type SlackDesk } from '../../slack-desk.ts';

async function beginThread({ slack }: SlackDesk) {
  const ada = slack.person('ada');
  const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
  await ada.reply(question);
  const thread = (person = ada) => person.thread('newsroom', question.ts);
  return { ada, question, thread };
}

describe('a follow-up in a direct message', () => {
  it('is understood with the question before it, and the reply says so', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
    const reply = await ada.reply(ada.directMessage('and in Ottawa?'));
    expect(reply.text).toContain(`Understood as: and in Ottawa? (after: ${SIGNATURE_QUESTION})`);
    expect(reply.words).toContain(SIGNATURE_QUOTE);
  });

  it('with enough content of its own is taken on its own', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
    const reply = await ada.reply(ada.directMessage('How much land around Izium is mined?'));
    expect(reply.text).not.toContain('Understood as');
    expect(reply.words).toContain('Every tenth hectare around Izium is still mined.');
  });

  it('keeps what the talk began with, and drops what named nothing, however long it goes on', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    for (const words of [SIGNATURE_QUESTION, 'and Finland?', 'source?', 'and Norway?', 'who said so?'])
      await ada.reply(ada.directMessage(words));
    const reply = await ada.reply(ada.directMessage('why?'));
    const before = `${SIGNATURE_QUESTION} and Finland? and Norway?`;
    expect(reply.text).toContain(`Understood as: why? (after: ${before})`);
  });

  it('never leans on what somebody else asked', async () => {
    const { slack } = await openSlackDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
    const reply = await grace.reply(grace.directMessage('source?'));
    expect(reply.text).not.toContain('Understood as');
  });
});

describe('a follow-up in a thread that began with a mention', () => {
  it('needs no mention when the same person asks', async () => {
    const desk = await openSlackDesk();
    const { ada, question, thread } = await beginThread(desk);
    ada.say('newsroom', 'and the source?', { thread: question.ts });
    await ada.until(() => thread().some(({ text }) => text.includes('Source: The treaty')));
  });

  it.each(['link?', 'Could you give me the source', '@factdesk who said so?'])(
    'is heard in whatever way the source is asked for: %j',
    async (words) => {
      const desk = await openSlackDesk();
      const { ada, question, thread } = await beginThread(desk);
      ada.say('newsroom', words, { thread: question.ts });
      await ada.until(() => thread(ada).filter(({ isFromApp }) => isFromApp).length === 2);
      const [, reply] = thread(desk.slack.person('grace')).filter(({ isFromApp }) => isFromApp);
      expect(reply?.words).toContain(SIGNATURE_QUOTE);
    },
  );

  it('is left alone when somebody else writes, or when it is no question', async () => {
    const desk = await openSlackDesk();
    const { ada, question, thread } = await beginThread(desk);
    const grace = desk.slack.person('grace');
    grace.say('newsroom', 'who wrote that?', { thread: question.ts });
    ada.say('newsroom', 'Thanks, that helps.', { thread: question.ts });
    ada.say('newsroom', 'When was the convention opened for signature?');
    await ada.reply(ada.directMessage('help'));
    expect(thread().filter(({ isFromApp }) => isFromApp)).toHaveLength(1);
    expect(ada.messages('newsroom').filter(({ isFromApp }) => isFromApp)).toEqual([]);
  });

  it.each([
    'lol really?',
    'ok great',
    'thanks :pray:',
    '@here is anyone free at 5?',
    'Has to go to subs by five.',
    'see https://example.org/a?b=1',
    'Renske, can you check that for me?',
    'can you check that for me Renske?',
  ])('is left alone when it is no question to the bot: %j', async (words) => {
    const desk = await openSlackDesk();
    const { ada, question, thread } = await beginThread(desk);
    ada.say('newsroom', words, { thread: question.ts });
    ada.say('newsroom', `<@${desk.slack.person('grace').id}> when do you need the copy?`, {
      thread: question.ts,
    });
    await ada.reply(ada.directMessage('help'));
    expect(thread().filter(({ isFromApp }) => isFromApp)).toHaveLength(1);
  });

  it('is answered for the asker alone when nothing on file answers, and for everybody when something does', async () => {
    const desk = await openSlackDesk();
    const { ada, question, thread } = await beginThread(desk);
    const grace = desk.slack.person('grace');
    ada.say('newsroom', UNANSWERED_QUESTION, { thread: question.ts });
    await ada.until(() =>
      thread().find(({ isPrivate, text }) => isPrivate && text.includes('Nothing on file')),
    );
    ada.say('newsroom', 'How much land around Izium is mined?', { thread: question.ts });
    await grace.until(() => thread(grace).find(({ text }) => text.includes('Every tenth hectare')));
    expect(thread(grace).filter(({ isFromApp }) => isFromApp)).toHaveLength(2);
    expect(await desk.ledger.questionsOf(ada.id)).toMatchObject([
      { surface: 'follow-up', outcome: 'answer' },
      { surface: 'follow-up', outcome: 'none' },
      { surface: 'mention' },
    ]);
  });

  it('is answered once when it mentions the bot as well', async () => {
    const desk = await openSlackDesk();
    const { ada, question, thread } = await beginThread(desk);
    ada.say('newsroom', `<@${desk.slack.botUserId}> who said so?`, { thread: question.ts });
    await ada.until(() => thread().filter(({ isFromApp }) => isFromApp).length === 2);
    await ada.reply(ada.directMessage('help'));
    expect(thread().filter(({ isFromApp }) => isFromApp)).toHaveLength(2);
  });
});

describe('what is no conversation', () => {
  it('takes no earlier question as context: each /fact stands on its own', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
    await ada.until(() => ada.messages('newsroom')[0]);
    await ada.command('newsroom', '/fact', 'source?');
    const reply = await ada.until(() => ada.messages('newsroom')[1]);
    expect(reply.text).toContain('You asked: source?');
    expect(reply.text).not.toContain('Understood as');
  });

  it('is no context for a direct message either: what was asked with /fact beside it does not count', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    await ada.command('dm', '/fact', SIGNATURE_QUESTION);
    await ada.until(() => ada.messages('dm').find(({ isFromApp }) => isFromApp));
    const reply = await ada.reply(ada.directMessage('source?'));
    expect(reply.text).not.toContain('Understood as');
  });
});
