import { join } from 'node:path';
import Database from 'libsql';
import pino from 'pino';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import type { Person, StandIn } from '../../src/playground/index.ts';
import { startSlackApp } from '../../src/slack/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { openTcpProxy, type TcpProxy } from '../ledger/tcp-proxy.ts';
import {
  createTestDatabase,
  databaseKinds,
  POSTGRES_URL,
  type TestDatabase,
} from '../ledger/test-databases.ts';
import { textsIn } from './blocks/slack-limits.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE, UNANSWERED_QUESTION } from './sample-facts.ts';
import { openSlackDesk, type SlackDesk } from './slack-desk.ts';

const kinds = await databaseKinds();
const NOT_NOW = 'could not be looked up just now';
const TOLD_WITHIN_MS = 10_000;

describe.skipIf(kinds.length === 1)('while PostgreSQL is away', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let desk: SlackDesk;
  let ada: Person;

  beforeEach(async () => {
    database = await createTestDatabase(POSTGRES_URL);
    proxy = await openTcpProxy(database.databaseUrl ?? '');
    onTestFinished(async () => {
      await proxy.close();
      await database.remove();
    });
    const databaseUrl = proxy.through(database.databaseUrl ?? '');
    const now = () => new Date();
    const inherit = () => openLedger({ directory: database.directory, databaseUrl, now });
    desk = await openSlackDesk({}, { inherit, deskChannel: 'newsroom' });
    ada = desk.slack.person('ada');
  });

  const mention = (words: string) => ada.say('newsroom', `<@${desk.slack.botUserId}> ${words}`);
  const whispered = () => ada.messages('newsroom').filter(({ isPrivate }) => isPrivate);
  const home = () => textsIn(ada.home()).join('\n');

  /** Another copy of the bot, to which two minutes have passed. It makes up for what seems undone. */
  async function openLaterCopy(slack: StandIn): Promise<void> {
    const now = () => new Date(Date.now() + 120_000);
    const { directory, databaseUrl = '' } = database;
    const ledger = await openLedger({ directory, databaseUrl, now });
    const { botToken, appToken, apiUrl } = slack;
    const logger = pino({ level: 'silent' });
    const { factDesk } = desk;
    const copy = await startSlackApp({ botToken, appToken, apiUrl, ledger, factDesk, logger, now });
    onTestFinished(async () => {
      await copy.stop({ deadlineMs: 2_000 });
      await ledger.close();
    });
  }

  const ways: readonly [name: string, ask: () => void, told: () => string][] = [
    [
      'a mention',
      () => mention(SIGNATURE_QUESTION),
      () => [...ada.messages('newsroom')].map(({ text }) => text).join(),
    ],
    [
      'a follow-up that needs the question before it',
      () => ada.directMessage('And where?'),
      () =>
        ada
          .messages('dm')
          .map(({ ts }) => ada.thread('dm', ts).map(({ text }) => text))
          .join(),
    ],
    [
      'a slash command',
      () => void ada.command('newsroom', '/fact', SIGNATURE_QUESTION),
      () =>
        whispered()
          .map(({ text }) => text)
          .join(),
    ],
    [
      'a call for help',
      () => void ada.command('newsroom', '/fact', 'help'),
      () =>
        whispered()
          .map(({ text }) => text)
          .join(),
    ],
    [
      'the question box of the Home tab',
      () => void ada.press('home', 'home_question', { value: SIGNATURE_QUESTION }),
      home,
    ],
  ];

  it.each(ways)('whoever asks by %s is told within ten seconds', async (_, ask, told) => {
    ada.openHome();
    await ada.until(() => ada.home());
    proxy.stall();
    const began = performance.now();
    ask();
    await ada.until(() => told().includes(NOT_NOW), { withinMs: TOLD_WITHIN_MS });
    expect(performance.now() - began).toBeLessThan(TOLD_WITHIN_MS);
    expect(desk.log()).toContain('cannot be used now: the server does not answer.');
    await proxy.resume();
    await expect.poll(() => desk.ledger.claim('back').catch(() => null), { timeout: 5_000 }).not.toBeNull();
    await ada.reply(mention(SIGNATURE_QUESTION));
  });

  it('twenty who ask at once are all told within ten seconds', async () => {
    proxy.stall();
    const began = performance.now();
    const asked = Array.from({ length: 20 }, () => ada.directMessage(SIGNATURE_QUESTION));
    const isTold = ({ ts }: { readonly ts: string }) =>
      ada.thread('dm', ts).some(({ text }) => text.includes(NOT_NOW));
    await ada.until(() => asked.every(isTold), { withinMs: TOLD_WITHIN_MS });
    expect(performance.now() - began).toBeLessThan(TOLD_WITHIN_MS);
  });

  it('whoever presses a button is told within ten seconds', async () => {
    await ada.reply(ada.directMessage(UNANSWERED_QUESTION));
    const reply = await ada.until(() => ada.messages('dm').flatMap(({ ts }) => ada.thread('dm', ts))[0]);
    proxy.stall();
    await ada.press(reply, 'ask_the_desk');
    const told = () => [
      ...ada.messages('dm'),
      ...ada.messages('dm').flatMap(({ ts }) => ada.thread('dm', ts)),
    ];
    await ada.until(() => told().some(({ text }) => text.includes('did not work just now')), {
      withinMs: TOLD_WITHIN_MS,
    });
  });

  it.each(['before it arrives', 'when it is done'] as const)(
    'a question whose connection is cut %s is answered, once',
    async (when) => {
      for (const sends of ['insert into "questions"', 'commit']) {
        proxy.cutAt(sends, when);
        const question = mention(SIGNATURE_QUESTION);
        const reply = await ada.reply(question);
        expect(reply.words).toContain(SIGNATURE_QUOTE);
        await expect
          .poll(async () => (await desk.ledger.questionsOf(ada.id, 1))[0])
          .toMatchObject({ outcome: 'answer', repliedAt: expect.any(Date) });
        expect(proxy.isWaiting()).toBe(false);
        expect(ada.thread('newsroom', question.ts)).toHaveLength(1);
      }
    },
  );

  it.each([
    ['a mention', () => mention(SIGNATURE_QUESTION)],
    ['a direct message', () => ada.directMessage(SIGNATURE_QUESTION)],
  ])('%s that was accepted before it hung is answered, and not again when it is back', async (_, ask) => {
    proxy.stallAt('begin', 'before it arrives');
    const began = performance.now();
    const question = ask();
    const reply = await ada.reply(question, { withinMs: TOLD_WITHIN_MS });
    expect(performance.now() - began).toBeLessThan(TOLD_WITHIN_MS);
    expect(reply.words).toContain(SIGNATURE_QUOTE);
    await proxy.resume();
    await expect
      .poll(async () => (await desk.ledger.questionsOf(ada.id, 1))[0], { timeout: 8_000 })
      .toMatchObject({ outcome: 'answer', repliedAt: expect.any(Date) });
    await openLaterCopy(desk.slack);
    await ada.reply(ada.directMessage('help'));
    expect(ada.thread(question.channel, question.ts)).toHaveLength(1);
  });

  it('a question that the database took without saying so is answered once it is back', async () => {
    proxy.stallAt('insert into "questions"', 'when it is done');
    const question = mention(SIGNATURE_QUESTION);
    await ada.until(() => whispered().some(({ text }) => text.includes(NOT_NOW)), {
      withinMs: TOLD_WITHIN_MS,
    });
    await proxy.resume();
    await openLaterCopy(desk.slack);
    const reply = await ada.until(() =>
      ada.thread('newsroom', question.ts).find(({ words }) => words.includes(SIGNATURE_QUOTE)),
    );
    expect(reply.words).toContain(SIGNATURE_QUOTE);
  });

  it('a post in the desk channel that could not be written down is not posted again', async () => {
    await ada.reply(ada.directMessage(UNANSWERED_QUESTION));
    const reply = await ada.until(() => ada.messages('dm').flatMap(({ ts }) => ada.thread('dm', ts))[0]);
    proxy.stallAt('update "desk_questions"', 'before it arrives');
    await ada.press(reply, 'ask_the_desk');
    const posts = () => ada.messages('newsroom').filter(({ text }) => text.includes(UNANSWERED_QUESTION));
    await ada.until(() => posts().length === 1);
    await expect
      .poll(() => desk.log(), { timeout: TOLD_WITHIN_MS })
      .toContain('a post in the desk channel was not written');
    await proxy.resume();
    await expect
      .poll(() => desk.ledger.unfinishedDeskWork().catch(() => null), { timeout: 8_000 })
      .toEqual({ unposted: [], untold: [] });
    expect(posts()).toHaveLength(1);
  });

  it('stops in time, also while it hangs', async () => {
    proxy.stall();
    mention(SIGNATURE_QUESTION);
    await expect.poll(() => desk.slack.calls.length).toBeGreaterThan(0);
    const began = performance.now();
    await desk.app.stop({ deadlineMs: 8_000 });
    await desk.ledger.close();
    expect(performance.now() - began).toBeLessThan(11_000);
  });
});

describe('while another program holds the SQLite file', () => {
  it('twenty who ask at once are all told within ten seconds, and the bot answers again by itself', async () => {
    const directory = await createFolder({});
    const inherit = () => openLedger({ directory, now: () => new Date() });
    const { slack, ledger } = await openSlackDesk({}, { inherit });
    const ada = slack.person('ada');
    const holder = new Database(join(directory, 'ledger.sqlite'));
    holder.exec('begin immediate');
    const began = performance.now();
    const asked = Array.from({ length: 20 }, () => ada.directMessage(SIGNATURE_QUESTION));
    const isTold = ({ ts }: { readonly ts: string }) =>
      ada.thread('dm', ts).some(({ text }) => text.includes(NOT_NOW));
    await ada.until(() => asked.every(isTold), { withinMs: TOLD_WITHIN_MS });
    expect(performance.now() - began).toBeLessThan(TOLD_WITHIN_MS);
    holder.exec('commit');
    holder.close();
    await expect.poll(() => ledger.claim('back').catch(() => null), { timeout: 5_000 }).not.toBeNull();
    expect((await ada.reply(ada.directMessage(SIGNATURE_QUESTION))).words).toContain(SIGNATURE_QUOTE);
  });
});
