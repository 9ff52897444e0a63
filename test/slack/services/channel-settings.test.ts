import { describe, expect, it } from 'vitest';
import { defaultChannelSettings, readChannelSettings } from '../../../src/slack/index.ts';
import { textsIn } from '../blocks/slack-limits.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../sample-facts.ts';
import { openSlackDesk } from '../slack-desk.ts';

/** A desk whose #foreign-desk behaves as the lines say. */
async function openDeskWith(...lines: readonly string[]) {
  let text = '';
  const desk = await openSlackDesk({
    channelSettings: { ...defaultChannelSettings, of: (channel) => readChannelSettings(text).of(channel) },
  });
  const { id } = desk.slack.channel('foreign-desk');
  text = `channels:\n  ${id}:\n${lines.map((line) => `    ${line}\n`).join('')}`;
  const ada = desk.slack.person('ada');
  const mention = (words: string) => ada.say('foreign-desk', `<@${desk.slack.botUserId}> ${words}`);
  const privately = () => ada.until(() => ada.messages('foreign-desk').find(({ isPrivate }) => isPrivate));
  return { ...desk, ada, mention, privately };
}

describe('the settings of a channel', () => {
  it('can make replies private, with the choice to share them', async () => {
    const { mention, privately, ada } = await openDeskWith('reply: private');
    const question = mention(SIGNATURE_QUESTION);
    const reply = await privately();
    expect(reply.words).toContain(SIGNATURE_QUOTE);
    expect(textsIn(reply.blocks)).toContain('Share here');
    expect(ada.thread('foreign-desk', question.ts)).toEqual([]);
  });

  it('can keep the bot from posting at all', async () => {
    const { mention, privately } = await openDeskWith('never post: true');
    mention(SIGNATURE_QUESTION);
    expect(textsIn((await privately()).blocks)).not.toContain('Share here');
  });

  it('can keep answers to some topics', async () => {
    const { mention, ada } = await openDeskWith('topics: [Ukraine]');
    const reply = await ada.reply(mention(SIGNATURE_QUESTION));
    expect(reply.text).toContain(
      'Nothing on Ukraine answers this.\nSearched 1 fact from 1 source. Only facts on Ukraine are searched here. ' +
        'To search everything, ask in a direct message to the app.',
    );
  });

  it('can switch follow-ups without a mention off', async () => {
    const { mention, ada } = await openDeskWith('follow ups: false');
    const question = mention(SIGNATURE_QUESTION);
    await ada.reply(question);
    ada.say('foreign-desk', 'and the source?', { thread: question.ts });
    await ada.reply(ada.directMessage('help'));
    expect(ada.thread('foreign-desk', question.ts).filter(({ isFromApp }) => isFromApp)).toHaveLength(1);
  });

  it('leave other channels as they are everywhere', async () => {
    const settings = readChannelSettings('everywhere: {reply: private}\nchannels: {C1: {follow ups: false}}');
    expect(settings.of('C1')).toEqual({
      reply: 'private',
      sharedReply: 'private',
      topics: null,
      followUps: false,
      mayPost: true,
    });
    expect(settings.of('C2')).toEqual({
      reply: 'private',
      sharedReply: 'private',
      topics: null,
      followUps: true,
      mayPost: true,
    });
    expect(readChannelSettings('').of(null).reply).toBe('thread');
  });

  it('are refused with every problem named', () => {
    expect(() =>
      readChannelSettings('channels:\n  news: {}\n  C1: {reply: loud, topics: mines}\nextra: 1'),
    ).toThrow(
      /must be the id of a channel[\s\S]*must be "thread" or "private"[\s\S]*must be a list of topics[\s\S]*extra/,
    );
    expect(() => readChannelSettings('channels: [')).toThrow(
      /^The channel settings cannot be used:\n- the file: /,
    );
  });

  it('are warned about at the start where they name a topic or a channel that is not there', async () => {
    const text = 'channels:\n  C0NOWHERE: {topics: [Ukrane, Ukraine]}\n';
    const { slack, log } = await openSlackDesk({ channelSettings: readChannelSettings(text) });
    await expect
      .poll(log)
      .toContain('The channel settings name C0NOWHERE, a channel that Slack does not show');
    expect(log()).toContain(
      'the topic \\"Ukrane\\", which no fact has. Known topics: Ottawa Treaty, Ukraine, land mines.',
    );
    expect(log().match(/which no fact has/g)).toHaveLength(1);
    const { id } = slack.channel('newsroom');
    const sound = await openSlackDesk({ channelSettings: { ...defaultChannelSettings, channels: [id] } });
    await sound.slack.until(() => sound.slack.calls.some(({ method }) => method === 'conversations.replies'));
    await sound.slack.person('ada').reply(sound.slack.person('ada').directMessage('help'));
    expect(sound.log()).not.toContain('The channel settings');
  });
});
