import { describe, expect, it } from 'vitest';
import type { Person, StandIn } from '../../../src/playground/index.ts';
import { readChannelSettings } from '../../../src/slack/services/channel-settings.ts';
import { textsIn } from '../blocks/slack-limits.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE, UNANSWERED_QUESTION } from '../sample-facts.ts';
import { openCopy, openSlackDesk as openDesk, readOwnManifest } from '../slack-desk.ts';

/** A newsroom that lets people of other organisations see what its own people are answered. */
const channelSettings = readChannelSettings('everywhere: {shared reply: thread}');
const openSlackDesk: typeof openDesk = (changes, options) =>
  openDesk({ channelSettings, ...changes }, options);

const TURNED_AWAY = 'This app answers the people of its own newsroom only.';

/** Asks as somebody of the newsroom and waits for the reply: what was asked before would have been answered by then. */
async function askLast(slack: StandIn): Promise<Person> {
  const ada = slack.person('ada');
  await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`));
  return ada;
}

/** Everything of the facts that Slack was told, wherever. */
const calls = (slack: StandIn) => JSON.stringify(slack.calls);

describe('somebody of another organisation, in a channel that is shared', () => {
  it('gets no answer to a mention, and is told so alone, once', async () => {
    const { slack, ledger } = await openSlackDesk();
    const zoe = slack.outsider('zoe');
    zoe.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    const told = await zoe.until(() => zoe.messages('newsroom').find(({ isFromApp }) => isFromApp));
    expect(told).toMatchObject({ isPrivate: true, text: TURNED_AWAY });
    slack.redeliver();
    slack.redeliver({ withNewId: true });
    const ada = await askLast(slack);
    expect(zoe.messages('newsroom').filter(({ isFromApp }) => isFromApp)).toHaveLength(1);
    expect(ada.messages('newsroom').filter(({ isFromApp }) => isFromApp)).toEqual([]);
    expect(await ledger.questionsOf(zoe.id)).toEqual([]);
  });

  it('gets no answer in a direct message or to a command', async () => {
    const { slack, ledger } = await openSlackDesk();
    const zoe = slack.outsider('zoe');
    expect((await zoe.reply(zoe.directMessage(SIGNATURE_QUESTION))).text).toBe(TURNED_AWAY);
    await zoe.command('newsroom', '/fact', SIGNATURE_QUESTION);
    await zoe.until(() => zoe.messages('newsroom').find(({ text }) => text === TURNED_AWAY));
    expect(calls(slack)).not.toContain(SIGNATURE_QUOTE);
    expect(await ledger.questionsOf(zoe.id)).toEqual([]);
  });

  it('can use no shortcut and no Home tab', async () => {
    const { slack } = await openSlackDesk();
    const zoe = slack.outsider('zoe');
    const words = slack.person('ada').say('newsroom', SIGNATURE_QUESTION);
    expect((await zoe.callShortcut('find_facts', words)).kind).toBe('acknowledged');
    expect((await zoe.callShortcut('ask_factdesk')).kind).toBe('acknowledged');
    zoe.openHome();
    zoe.openMessages();
    await askLast(slack);
    expect(zoe.modal()).toBeUndefined();
    expect(zoe.home()).toBeUndefined();
    expect(zoe.prompts()).toEqual([]);
    expect(zoe.messages('newsroom').map(({ text }) => text)).toContain(TURNED_AWAY);
  });

  it('can press no button under a reply to a colleague', async () => {
    const { slack, ledger } = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const zoe = slack.outsider('zoe');
    const ada = slack.person('ada');
    const answer = await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`));
    for (const button of ['show_context', 'copy_citation', 'not_right']) await zoe.press(answer, button);
    const none = await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${UNANSWERED_QUESTION}`));
    await zoe.press(none, 'ask_the_desk');
    await zoe.until(() => {
      const threads = [answer, none].flatMap(({ threadTs }) => zoe.thread('newsroom', threadTs ?? ''));
      return threads.filter(({ text }) => text === TURNED_AWAY).length === 4;
    });
    expect(zoe.modal()).toBeUndefined();
    expect(await ledger.openDeskQuestions(10)).toEqual([]);
  });

  it('can send no window that was opened while they were let in', async () => {
    const { slack, app, factDesk, ledger } = await openSlackDesk({ otherTeams: 'all' });
    const zoe = slack.outsider('zoe');
    await zoe.callShortcut('ask_factdesk');
    await zoe.until(() => zoe.modal());
    await app.stop({ deadlineMs: 2_000 });
    await openCopy({ slack, factDesk }, ledger);
    await zoe.submit({ question: SIGNATURE_QUESTION });
    expect(textsIn(zoe.modal()?.blocks)).toContain(TURNED_AWAY);
    expect(await ledger.questionsOf(zoe.id)).toEqual([]);
  });

  it('is heard by nobody in a thread that a colleague began', async () => {
    const { slack } = await openSlackDesk();
    const [ada, zoe] = [slack.person('ada'), slack.outsider('zoe')];
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    await ada.reply(question);
    zoe.say('newsroom', 'Where was it opened?', { thread: question.ts });
    await askLast(slack);
    expect(zoe.thread('newsroom', question.ts).filter(({ isFromApp }) => isFromApp)).toHaveLength(1);
  });

  it.each([
    ['their workspace is named', ['T0ELSEWHERE']],
    ['everybody is let in', 'all'],
  ] as const)('is answered where %s', async (_what, otherTeams) => {
    const { slack } = await openSlackDesk({ otherTeams });
    const zoe = slack.outsider('zoe');
    const reply = await zoe.reply(zoe.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`));
    expect(reply.words).toContain(SIGNATURE_QUOTE);
  });

  it('gets no answer by editing a message until it calls the bot', async () => {
    const { slack, ledger } = await openSlackDesk();
    const zoe = slack.outsider('zoe');
    const early = zoe.say('newsroom', SIGNATURE_QUESTION);
    zoe.edit(early, `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    const told = await zoe.until(() => zoe.messages('newsroom').find(({ isFromApp }) => isFromApp));
    expect(told).toMatchObject({ isPrivate: true, text: TURNED_AWAY });
    expect(await ledger.questionsOf(zoe.id)).toEqual([]);
  });

  it('keeps nobody of the newsroom from being answered in the same channel', async () => {
    const { slack } = await openSlackDesk();
    slack.outsider('zoe');
    await askLast(slack);
    expect(slack.envelopes.at(-1)?.payload).toMatchObject({ is_ext_shared_channel: true });
  });
});

describe('a mention', () => {
  it.each([
    ['another organisation, by the team alone', { user_team: 'T0OTHER' }],
    ['another organisation, by the source alone', { source_team: 'T0OTHER' }],
    ['an app with a profile alone', { bot_profile: { id: 'B1', name: 'Wire' } }],
    ['an app with an id alone', { app_id: 'A1' }],
    ['Slack itself', { user: 'USLACKBOT' }],
  ])('of %s is not answered', async (_what, changes) => {
    const { slack } = await openSlackDesk();
    const ada = await askLast(slack);
    const early = ada.say('newsroom', 'Before the mention.');
    slack.redeliver({
      withNewId: true,
      changes: {
        ...{ type: 'app_mention', user: ada.id, channel: early.channel, ts: early.ts },
        text: `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`,
        ...changes,
      },
    });
    await askLast(slack);
    expect(ada.thread('newsroom', early.ts)).toEqual([]);
  });

  it('of a colleague is answered in a channel that another organisation owns', async () => {
    const { slack } = await openSlackDesk();
    const ada = await askLast(slack);
    const early = ada.say('newsroom', 'Before the mention.');
    slack.redeliver({
      withNewId: true,
      changes: {
        ...{ type: 'app_mention', user: ada.id, channel: early.channel, ts: early.ts },
        ...{ user_team: 'T0PLAYGROUND', source_team: 'T0OTHER' },
        text: `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`,
      },
    });
    expect((await ada.reply(early)).words).toContain(SIGNATURE_QUOTE);
  });
});

describe('a colleague, in a channel that is shared with another organisation', () => {
  it('is answered alone, with the choice to share it, and so in threads', async () => {
    const { slack } = await openDesk();
    const [ada, zoe] = [slack.person('ada'), slack.outsider('zoe')];
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    const reply = await ada.until(() => ada.messages('newsroom').find(({ isPrivate }) => isPrivate));
    expect(reply.words).toContain(SIGNATURE_QUOTE);
    ada.say('newsroom', 'and where was the convention opened for signature?', { thread: question.ts });
    await ada.until(() => ada.thread('newsroom', question.ts).some(({ isPrivate }) => isPrivate));
    expect(zoe.thread('newsroom', question.ts).filter(({ isFromApp }) => isFromApp)).toEqual([]);
    await ada.press(reply, 'share_here');
    const shared = await zoe.until(() => zoe.messages('newsroom').find(({ isFromApp }) => isFromApp));
    expect(shared.text).toContain(`Shared by <@${ada.id}>`);
  });

  it('is answered aloud where the newsroom has set that, and in its other channels', async () => {
    const { slack } = await openDesk();
    const ada = slack.person('ada');
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    expect((await ada.reply(question)).isPrivate).toBe(false);
    const { id } = slack.channel('newsroom');
    const aloud = readChannelSettings(`channels: {${id}: {shared reply: thread}}`);
    const open = await openDesk({ channelSettings: aloud });
    open.slack.outsider('zoe');
    await askLast(open.slack);
  });
});

describe('a guest of the workspace', () => {
  it('gets no answer to a mention, a direct message, a command or a shortcut, and is told so alone', async () => {
    const { slack, ledger } = await openDesk();
    const guest = slack.guest('noor');
    const question = guest.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    const told = () => guest.messages('newsroom').filter(({ text }) => text === TURNED_AWAY);
    await guest.until(() => told().length === 1);
    expect((await guest.reply(guest.directMessage(SIGNATURE_QUESTION))).text).toBe(TURNED_AWAY);
    await guest.command('newsroom', '/fact', SIGNATURE_QUESTION);
    await guest.callShortcut('find_facts', question);
    await guest.until(() => told().length === 3);
    guest.openHome();
    await slack.person('ada').reply(slack.person('ada').directMessage('help'));
    expect(guest.home()).toBeUndefined();
    expect(calls(slack)).not.toContain(SIGNATURE_QUOTE);
    expect(await ledger.questionsOf(guest.id)).toEqual([]);
  });

  it('is answered where that is set, and nobody is looked up then', async () => {
    const { slack } = await openDesk({ answerGuests: true });
    const guest = slack.guest('noor');
    const reply = await guest.reply(guest.directMessage(SIGNATURE_QUESTION));
    expect(reply.words).toContain(SIGNATURE_QUOTE);
    expect(slack.calls.map(({ method }) => method)).not.toContain('users.info');
  });

  it('is turned away where the payload itself says so', async () => {
    const { slack } = await openDesk();
    const ada = await askLast(slack);
    const early = ada.say('newsroom', 'Before the mention.');
    const text = `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`;
    const asked = { type: 'app_mention', user: ada.id, channel: early.channel, ts: early.ts, text };
    const changes = { ...asked, user_profile: { team: 'T0PLAYGROUND', is_ultra_restricted: true } };
    slack.redeliver({ withNewId: true, changes });
    const told = await ada.until(() => ada.messages('newsroom').find(({ isPrivate }) => isPrivate));
    expect(told.text).toBe(TURNED_AWAY);
  });

  it('is warned of at the start where Slack does not tell who is one, and is answered', async () => {
    const manifest = await readOwnManifest();
    const bot = (manifest.oauth_config?.scopes?.bot ?? []).filter((scope) => scope !== 'users:read');
    const without = { ...manifest, oauth_config: { scopes: { bot } } };
    const { slack, log } = await openDesk({}, { manifest: without });
    await expect.poll(log).toContain('Slack does not tell the app who is a guest');
    const guest = slack.guest('noor');
    expect((await guest.reply(guest.directMessage(SIGNATURE_QUESTION))).words).toContain(SIGNATURE_QUOTE);
  });

  it('is whoever Slack does not show the app', async () => {
    const { slack } = await openDesk();
    await askLast(slack);
    slack.faults.next('users.info', { kind: 'refused', error: 'user_not_visible' });
    const grace = slack.person('grace');
    expect((await grace.reply(grace.directMessage(SIGNATURE_QUESTION))).text).toBe(TURNED_AWAY);
  });

  it('keeps no member from being answered while Slack cannot be asked', async () => {
    const { slack } = await openDesk();
    await askLast(slack);
    slack.faults.next('users.info', { kind: 'no-answer' });
    const grace = slack.person('grace');
    expect((await grace.reply(grace.directMessage(SIGNATURE_QUESTION))).words).toContain(SIGNATURE_QUOTE);
  });

  it('is one of many: members are looked up once', async () => {
    const { slack } = await openDesk();
    await askLast(slack);
    const ada = await askLast(slack);
    const lookUps = slack.calls.filter(
      ({ method, arguments: given }) => method === 'users.info' && given.user === ada.id,
    );
    expect(lookUps).toHaveLength(1);
  });
});
