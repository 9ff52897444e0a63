import { describe, expect, it } from 'vitest';
import {
  type ExportedRecord,
  type Ledger,
  type NewQuestion,
  openLedger,
  type Question,
} from '../../../src/ledger/index.ts';
import { readChannelSettings } from '../../../src/slack/index.ts';
import { type AnswerToBring, bringAnswer } from '../../../src/slack/replying/bring-answer.ts';
import { createGuests } from '../../../src/slack/services/guests.ts';
import type { Services } from '../../../src/slack/services/services.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { SIGNATURE_QUOTE } from '../sample-facts.ts';
import { openSlackDesk, type SlackDesk } from '../slack-desk.ts';
import { servicesOf } from './services-of.ts';

const WORDS = 'When was it <signed>?';
const LEAD = ['At that time nothing was on file; now there is.'];

async function ask(ledger: Ledger, question: Partial<NewQuestion> & { readonly askedBy: string }) {
  const { questionId } = await ledger.acceptQuestion({
    eventKey: 'asked before',
    surface: 'mention',
    words: WORDS,
    isPrivate: false,
    replyAddress: null,
    team: null,
    channel: null,
    thread: null,
    ...question,
  });
  await ledger.recordAnswer(questionId, { outcome: 'none', quoted: [] });
  const found = await ledger.question(questionId);
  if (found === undefined) throw new Error('The question is gone.');
  return found;
}

/** Asked in the thread of a mention in #newsroom, before everybody. */
async function askAloud(desk: SlackDesk) {
  const ada = desk.slack.person('ada');
  const { channel, ts } = ada.say('newsroom', 'A question from before.');
  const question = await ask(desk.ledger, { askedBy: ada.id, channel, thread: ts });
  return { ada, ts, channel, question };
}

async function answerFor(desk: SlackDesk, question: Question): Promise<AnswerToBring> {
  const fact = await desk.factDesk.fact('treaty-signed-in-ottawa');
  if (fact === null) throw new Error('The fact is gone.');
  return { key: `brought ${question.id}`, question, lead: LEAD, quotes: [fact.quote] };
}

async function bring(desk: SlackDesk, question: Question, changes: Partial<Services> = {}) {
  const { services, client } = servicesOf(desk, changes);
  return bringAnswer(await answerFor(desk, question), services, client);
}

/** A workspace whose ledger can be told that time went by. */
async function openLaterDesk() {
  let minutes = 0;
  const now = () => new Date(Date.now() + minutes * 60_000);
  const directory = await createFolder({});
  const desk = await openSlackDesk({}, { inherit: () => openLedger({ directory, now }) });
  const goOn = (by: number) => {
    minutes += by;
  };
  return { desk, goOn };
}

async function deliveries(ledger: Ledger): Promise<readonly ExportedRecord[]> {
  const all: ExportedRecord[] = [];
  for await (const record of ledger.exportRecords('deliveries', { withPrivate: true })) all.push(record);
  return all;
}

describe('an answer that comes after its question', () => {
  it('stands in the thread of a public question, for all to see, and calls who asked', async () => {
    const desk = await openSlackDesk();
    const { ada, ts, channel, question } = await askAloud(desk);
    expect(await bring(desk, question)).toEqual({ kind: 'told' });
    const [seen] = desk.slack.person('grace').thread('newsroom', ts);
    expect(seen?.text).toContain(`<@${ada.id}>, you asked: When was it &lt;signed&gt;?\n${LEAD[0]}`);
    expect(seen?.words).toContain(SIGNATURE_QUOTE);
    expect(await deliveries(desk.ledger)).toMatchObject([
      {
        kind: 'reply',
        fact_id: 'treaty-signed-in-ottawa',
        channel,
        message_ts: seen?.ts,
        person: ada.id,
        seen_by: null,
      },
    ]);
  });

  it('has the buttons of a reply, and they work', async () => {
    const desk = await openSlackDesk();
    const { ada, ts, question } = await askAloud(desk);
    await bring(desk, question);
    const [seen] = ada.thread('newsroom', ts);
    if (seen === undefined) throw new Error('Nothing was brought.');
    const shown = JSON.stringify(seen.blocks);
    for (const button of ['Context', 'Copy citation', 'Not right', 'Ask the desk']) {
      expect(shown).toContain(button);
    }
    await ada.press(seen, 'show_context');
    expect(JSON.stringify(await ada.until(() => ada.modal()))).toContain(SIGNATURE_QUOTE);
  });

  it('stands in the thread of a direct message', async () => {
    const desk = await openSlackDesk();
    const ada = desk.slack.person('ada');
    const { channel, ts } = ada.directMessage('thanks');
    const place = { askedBy: ada.id, channel, thread: ts, isPrivate: true };
    await bring(desk, await ask(desk.ledger, { ...place, surface: 'direct-message' }));
    const seen = ada.thread('dm', ts).at(-1);
    expect(seen?.text).toContain(`You asked: When was it &lt;signed&gt;?\n${LEAD[0]}`);
    expect(await deliveries(desk.ledger)).toMatchObject([
      { kind: 'direct-message', person: ada.id, seen_by: ada.id, message_ts: seen?.ts },
    ]);
  });

  it.each(['command', 'mention', 'message-shortcut'] as const)(
    'comes by direct message that names the channel where a %s was answered in private',
    async (surface) => {
      const desk = await openSlackDesk();
      const ada = desk.slack.person('ada');
      const { id: channel } = desk.slack.channel('newsroom');
      const thread = surface === 'command' ? null : ada.say('newsroom', 'Before.').ts;
      const question = { askedBy: ada.id, surface, channel, thread, isPrivate: true };
      await bring(desk, await ask(desk.ledger, question));
      const [seen] = ada.messages('dm');
      expect(seen?.text).toContain(`You asked in <#${channel}>: When was it &lt;signed&gt;?`);
      expect(seen?.words).toContain(SIGNATURE_QUOTE);
      if (thread !== null) expect(ada.thread('newsroom', thread)).toEqual([]);
      expect(desk.slack.person('grace').messages('dm')).toEqual([]);
    },
  );

  it('comes by direct message to who asked on the Home tab', async () => {
    const desk = await openSlackDesk();
    const ada = desk.slack.person('ada');
    await bring(desk, await ask(desk.ledger, { askedBy: ada.id, surface: 'home', isPrivate: true }));
    expect(ada.messages('dm').at(-1)?.text).toContain('You asked: When was it');
  });

  it('comes by direct message where the channel is archived or gone by now, or nothing is posted there', async () => {
    const desk = await openSlackDesk();
    const { ada, ts, channel, question } = await askAloud(desk);
    desk.slack.channel('newsroom').isArchived = true;
    expect(await bring(desk, question)).toEqual({ kind: 'told' });
    expect(ada.thread('newsroom', ts)).toEqual([]);
    expect(ada.messages('dm').at(-1)?.text).toContain(`You asked in <#${channel}>: When was it`);
    const gone = { askedBy: ada.id, channel: 'C0GONE', thread: ts, eventKey: 'gone' };
    expect(await bring(desk, await ask(desk.ledger, gone))).toEqual({ kind: 'told' });
    expect(ada.messages('dm').at(-1)?.text).toContain('You asked in <#C0GONE>');
    desk.slack.channel('newsroom').isArchived = false;
    const never = await ask(desk.ledger, { askedBy: ada.id, channel, thread: ts, eventKey: 'never' });
    const channelSettings = readChannelSettings('everywhere: {never post: true}');
    expect(await bring(desk, never, { channelSettings })).toEqual({ kind: 'told' });
    expect(ada.thread('newsroom', ts)).toEqual([]);
    expect(ada.messages('dm')).toHaveLength(3);
    expect(await deliveries(desk.ledger)).toMatchObject([1, 2, 3].map(() => ({ kind: 'direct-message' })));
  });

  it('is told once, also where another call comes later or at the same time', async () => {
    const desk = await openSlackDesk();
    const { ada, ts, question } = await askAloud(desk);
    const both = await Promise.all([bring(desk, question), bring(desk, question)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['later', 'told']);
    expect(await bring(desk, question)).toEqual({ kind: 'told-before' });
    expect(ada.thread('newsroom', ts)).toHaveLength(1);
  });

  it.each(['thread', 'direct message'])(
    'is not told again after a kill between the %s and the book about it',
    async (where) => {
      const { desk, goOn } = await openLaterDesk();
      const { ada, ts, question } = await askAloud(desk);
      if (where === 'direct message') desk.slack.channel('newsroom').isArchived = true;
      const forgetful = { ...desk.ledger, finish: async () => {}, recordDelivery: async () => {} };
      await bring(desk, question, { ledger: forgetful });
      goOn(2);
      expect(await bring(desk, question)).toEqual({ kind: 'told' });
      const seen = where === 'thread' ? ada.thread('newsroom', ts) : ada.messages('dm');
      expect(seen).toHaveLength(1);
      expect(await deliveries(desk.ledger)).toMatchObject([{ message_ts: seen[0]?.ts }]);
    },
  );

  it('is told later where Slack fails, and once', async () => {
    const desk = await openSlackDesk();
    const { ada, ts, question } = await askAloud(desk);
    desk.slack.faults.next('chat.postMessage', { kind: 'server-error' });
    await expect(bring(desk, question)).rejects.toThrow();
    expect(ada.thread('newsroom', ts)).toEqual([]);
    expect(await bring(desk, question)).toEqual({ kind: 'told' });
    expect(ada.thread('newsroom', ts)).toHaveLength(1);
    expect(ada.messages('dm')).toEqual([]);
  });
});

describe('nobody is told', () => {
  it('where who asked was erased, also after the question was read', async () => {
    const desk = await openSlackDesk();
    const { ada, ts, question } = await askAloud(desk);
    await desk.ledger.erasePerson(ada.id);
    expect(await bring(desk, question)).toEqual({ kind: 'not-told', why: 'nobody' });
    expect(ada.thread('newsroom', ts)).toEqual([]);
    expect(ada.messages('dm')).toEqual([]);
  });

  it('where the words of the question were forgotten', async () => {
    const { desk, goOn } = await openLaterDesk();
    const ada = desk.slack.person('ada');
    const question = await ask(desk.ledger, { askedBy: ada.id, surface: 'home', isPrivate: true });
    goOn(31 * 24 * 60);
    await desk.ledger.forgetOldWords(30);
    expect(await bring(desk, question)).toEqual({ kind: 'not-told', why: 'forgotten' });
    expect(ada.messages('dm')).toEqual([]);
  });

  it('where a workflow asked', async () => {
    const desk = await openSlackDesk();
    const question = await ask(desk.ledger, { askedBy: 'workflow', surface: 'workflow', isPrivate: true });
    expect(await bring(desk, question)).toEqual({ kind: 'not-told', why: 'nobody' });
  });

  it('where who asked was deactivated: Slack takes no message for them', async () => {
    const desk = await openSlackDesk();
    const ada = desk.slack.person('ada');
    const question = await ask(desk.ledger, { askedBy: ada.id, surface: 'home', isPrivate: true });
    desk.slack.faults.next('chat.postMessage', { kind: 'refused', error: 'channel_not_found' });
    expect(await bring(desk, question)).toEqual({ kind: 'not-told', why: 'unreached' });
    expect(await deliveries(desk.ledger)).toEqual([]);
  });

  it('where who asked is a guest by now, and guests are not answered', async () => {
    const desk = await openSlackDesk();
    const visitor = desk.slack.guest('visitor');
    const question = await ask(desk.ledger, { askedBy: visitor.id, surface: 'home', isPrivate: true });
    const guests = createGuests(() => new Date());
    expect(await bring(desk, question, { guests })).toEqual({ kind: 'not-told', why: 'guest' });
    expect(visitor.messages('dm')).toEqual([]);
  });

  it('where it is the app that may not post: that may be mended', async () => {
    const desk = await openSlackDesk();
    const ada = desk.slack.person('ada');
    const question = await ask(desk.ledger, { askedBy: ada.id, surface: 'home', isPrivate: true });
    desk.slack.faults.next('chat.postMessage', { kind: 'refused', error: 'invalid_auth' });
    await expect(bring(desk, question)).rejects.toThrow('invalid_auth');
    expect(await bring(desk, question)).toEqual({ kind: 'told' });
  });
});
