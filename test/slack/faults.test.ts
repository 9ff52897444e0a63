import { describe, expect, it } from 'vitest';
import type { Fault, Person, SeenMessage } from '../../src/playground/index.ts';
import { openSampleDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from './sample-facts.ts';
import { openSlackDesk, type SlackDesk } from './slack-desk.ts';

/** Asks in a channel and gives what the asker alone is told about it. */
async function askAndBeTold(
  { slack }: SlackDesk,
  where: 'newsroom' | 'dm' = 'newsroom',
): Promise<SeenMessage> {
  const ada = slack.person('ada');
  ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
  return ada.until(() => ada.messages(where).find(({ isFromApp }) => isFromApp));
}

async function askInThread(
  desk: SlackDesk,
): Promise<{ ada: Person; question: SeenMessage; reply: SeenMessage }> {
  const ada = desk.slack.person('ada');
  const question = ada.say('newsroom', `<@${desk.slack.botUserId}> ${SIGNATURE_QUESTION}`);
  return { ada, question, reply: await ada.reply(question) };
}

describe('when Slack asks for patience', () => {
  it('the reply comes after the pause Slack asked for', async () => {
    const desk = await openSlackDesk();
    desk.slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 7 });
    expect((await askInThread(desk)).reply.words).toContain(SIGNATURE_QUOTE);
    expect(desk.waits).toContain(7_000);
  });

  it('others get their reply meanwhile', async () => {
    const pause = gate();
    const desk = await openSlackDesk({ wait: async () => void (await pause.promise) });
    desk.slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
    const ada = desk.slack.person('ada');
    const waiting = ada.directMessage(SIGNATURE_QUESTION);
    await desk.slack.until(() => desk.slack.calls.some(({ method }) => method === 'chat.postMessage'));
    const grace = desk.slack.person('grace');
    expect((await grace.reply(grace.directMessage(SIGNATURE_QUESTION))).words).toContain(SIGNATURE_QUOTE);
    pause.resolve(undefined);
    expect((await ada.reply(waiting)).words).toContain(SIGNATURE_QUOTE);
  });
});

describe('when Slack fails', () => {
  it('for a moment, the reply comes once', async () => {
    const desk = await openSlackDesk();
    desk.slack.faults.next('chat.postMessage', { kind: 'server-error' }, 2);
    const { ada, question } = await askInThread(desk);
    expect(ada.thread('newsroom', question.ts)).toHaveLength(1);
  });

  it('for good, the asker is told so in private', async () => {
    const desk = await openSlackDesk();
    // Pauses of ten minutes altogether.
    desk.slack.faults.next('chat.postMessage', { kind: 'server-error' }, 250);
    const told = await askAndBeTold(desk);
    expect(told.isPrivate).toBe(true);
    expect(told.text).toBe('Slack did not take the reply. Ask again in a minute.');
  });

  it.each<Fault>([{ kind: 'no-answer' }, { kind: 'lost-answer' }])(
    'by losing its answer ($kind), the reply is there, once, and nobody is bothered',
    async (fault) => {
      const desk = await openSlackDesk({ requestTimeoutMs: 1_000 });
      desk.slack.faults.next('chat.postMessage', fault);
      const { ada, question, reply } = await askInThread(desk);
      expect(reply.words).toContain(SIGNATURE_QUOTE);
      await expect.poll(desk.log).toContain('replied');
      expect(ada.thread('newsroom', question.ts)).toHaveLength(1);
      expect(ada.messages('newsroom').filter(({ isPrivate }) => isPrivate)).toEqual([]);
    },
  );

  it.each<Fault>([{ kind: 'no-answer' }, { kind: 'lost-answer' }])(
    'by losing its answer ($kind) where the thread may not be read, nothing is posted twice and the asker is told',
    async (fault) => {
      const desk = await openSlackDesk({ requestTimeoutMs: 1_000 });
      desk.slack.faults.next('chat.postMessage', fault);
      desk.slack.faults.next('conversations.replies', { kind: 'refused', error: 'missing_scope' });
      const told = await askAndBeTold(desk);
      expect(told.text).toBe('Slack did not confirm the reply. If you do not see it, ask again.');
      const posts = desk.slack.calls.filter(({ method }) => method === 'chat.postMessage');
      expect(posts).toHaveLength(1);
    },
  );

  it('to take the blocks, the reply comes as text that says the same', async () => {
    const desk = await openSlackDesk();
    desk.slack.faults.next('chat.postMessage', { kind: 'refused', error: 'invalid_blocks' });
    const { reply } = await askInThread(desk);
    expect(reply.blocks).toEqual([]);
    expect(reply.text).toContain(SIGNATURE_QUOTE);
  });
});

describe('when the bot may not post', () => {
  it.each(['not_in_channel', 'channel_not_found'] as const)(
    '(%s) the asker is told in private',
    async (error) => {
      const desk = await openSlackDesk();
      desk.slack.faults.next('chat.postMessage', { kind: 'refused', error });
      const told = await askAndBeTold(desk);
      expect(told.isPrivate).toBe(true);
      expect(told.text).toContain('The app is not a member here');
      expect(desk.log()).toContain(error);
    },
  );

  it('not even privately in the channel, the asker is told in a direct message', async () => {
    const desk = await openSlackDesk();
    desk.slack.faults.next('chat.postMessage', { kind: 'refused', error: 'is_archived' });
    desk.slack.faults.next('chat.postEphemeral', { kind: 'refused', error: 'is_archived' });
    const told = await askAndBeTold(desk, 'dm');
    expect(told.text).toContain('This channel is archived');
  });
});

describe('when the files cannot be searched', () => {
  it('the asker is told, and no word of the question is logged', async () => {
    const factDesk = await openSampleDesk();
    const ask = () => Promise.reject(new Error(`cannot read: ${SIGNATURE_QUESTION}`));
    const desk = await openSlackDesk({ factDesk: { ...factDesk, ask } });
    const told = await askAndBeTold(desk);
    expect(told.text).toContain('could not be looked up just now');
    expect(desk.log()).toContain('the reply was not sent');
    expect(desk.log()).not.toContain('convention');
  });
});

describe('when the socket is cut in the middle of a question', () => {
  it('the reply still comes, and so does the next one once the bot is back', async () => {
    const factDesk = await openSampleDesk();
    const held = gate();
    const begun = gate();
    const desk = await openSlackDesk({
      factDesk: {
        ...factDesk,
        async ask(question) {
          begun.resolve(undefined);
          await held.promise;
          return factDesk.ask(question);
        },
      },
    });
    const ada = desk.slack.person('ada');
    const question = ada.say('newsroom', `<@${desk.slack.botUserId}> ${SIGNATURE_QUESTION}`);
    await begun.promise;
    desk.slack.sockets.cut();
    held.resolve(undefined);
    expect((await ada.reply(question)).words).toContain(SIGNATURE_QUOTE);
    const next = ada.directMessage(SIGNATURE_QUESTION);
    expect((await ada.reply(next, { withinMs: 15_000 })).words).toContain(SIGNATURE_QUOTE);
    expect(ada.thread('newsroom', question.ts)).toHaveLength(1);
  });
});

function gate() {
  let resolve: (value: undefined) => void = () => {};
  const promise = new Promise<undefined>((open) => {
    resolve = open;
  });
  return { promise, resolve };
}
