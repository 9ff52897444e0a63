import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import type { Person, SeenMessage } from '../../src/playground/index.ts';
import { openTcpProxy, type TcpProxy } from '../ledger/tcp-proxy.ts';
import {
  createTestDatabase,
  createTestUser,
  databaseKinds,
  mayMakeUsers,
  POSTGRES_URL,
  run,
  type TestDatabase,
  type TestUser,
} from '../ledger/test-databases.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from './sample-facts.ts';
import { openSlackDesk, type SlackDesk } from './slack-desk.ts';

const kinds = await databaseKinds();
const NOT_NOW = 'could not be looked up just now';
const TOLD_WITHIN_MS = 10_000;

interface Setting {
  readonly database: TestDatabase;
  readonly desk: SlackDesk;
  readonly ada: Person;
}

async function openOn(database: TestDatabase, databaseUrl: string): Promise<Setting> {
  const now = () => new Date();
  const inherit = () => openLedger({ directory: database.directory, databaseUrl, now });
  const desk = await openSlackDesk({}, { inherit });
  return { database, desk, ada: desk.slack.person('ada') };
}

interface Asked {
  readonly person: Person;
  readonly question: SeenMessage;
}

/** Twenty who ask at once; resolves when each of them is answered or told that they are not. */
async function askTwenty({ desk }: Setting): Promise<readonly Asked[]> {
  const asked = Array.from({ length: 20 }, (_, at) => {
    const person = desk.slack.person(`asker${at}`);
    return { person, question: person.directMessage(SIGNATURE_QUESTION) };
  });
  const isTold = ({ person, question }: Asked) => textOf(person, question) !== '';
  await desk.slack.until(() => asked.every(isTold), { withinMs: TOLD_WITHIN_MS });
  return asked;
}

const textOf = (person: Person, { ts }: SeenMessage) =>
  person
    .thread('dm', ts)
    .map(({ text }) => text)
    .join('\n');

/** Asked until it is answered: by itself, without a start. */
async function untilAnswered({ ada }: Setting): Promise<void> {
  const ask = async () => (await ada.reply(ada.directMessage(SIGNATURE_QUESTION))).words;
  await expect.poll(ask, { timeout: 20_000, interval: 500 }).toContain(SIGNATURE_QUOTE);
}

describe.skipIf(kinds.length === 1)('a PostgreSQL that is slow', () => {
  let proxy: TcpProxy;
  let setting: Setting;

  beforeEach(async () => {
    const database = await createTestDatabase(POSTGRES_URL);
    proxy = await openTcpProxy(database.databaseUrl ?? '');
    onTestFinished(async () => {
      await proxy.close();
      await database.remove();
    });
    setting = await openOn(database, proxy.through(database.databaseUrl ?? ''));
  });

  it('(each statement a third of a second) answers late, once, and Slack sends nothing again', async () => {
    const { ada, desk } = setting;
    proxy.slow(300);
    const question = ada.say('newsroom', `<@${desk.slack.botUserId}> ${SIGNATURE_QUESTION}`);
    expect((await ada.reply(question, { withinMs: 20_000 })).words).toContain(SIGNATURE_QUOTE);
    await expect
      .poll(async () => (await desk.ledger.questionsOf(ada.id, 1))[0], { timeout: 20_000 })
      .toMatchObject({ outcome: 'answer', repliedAt: expect.any(Date) });
    expect(ada.thread('newsroom', question.ts)).toHaveLength(1);
    expect(desk.slack.envelopes.filter(({ retryAttempt }) => retryAttempt > 0)).toEqual([]);
  });

  it('(each statement three seconds) tells whoever asks, and answers again once it is itself', async () => {
    const { ada, desk } = setting;
    proxy.slow(3_000);
    ada.say('newsroom', `<@${desk.slack.botUserId}> ${SIGNATURE_QUESTION}`);
    const told = () =>
      ada.messages('newsroom').some(({ text, isPrivate }) => isPrivate && text.includes(NOT_NOW));
    await ada.until(told, { withinMs: TOLD_WITHIN_MS });
    expect(desk.log()).toContain('cannot be used now: the server does not answer.');
    proxy.slow(0);
    await untilAnswered(setting);
  });
});

describe.skipIf(!(await mayMakeUsers()))('a PostgreSQL that refuses', () => {
  let user: TestUser;
  let setting: Setting;
  const alter = (change: string) => run(POSTGRES_URL, `alter role ${user.name} ${change}`);

  beforeEach(async () => {
    const database = await createTestDatabase(POSTGRES_URL);
    user = await createTestUser(database.databaseUrl ?? '');
    setting = await openOn(database, user.databaseUrl);
    onTestFinished(async () => {
      await setting.desk.app.stop({ deadlineMs: 2_000 });
      await setting.desk.ledger.close();
      await user.remove();
      await database.remove();
    });
  });

  it('any connection says so to everybody who asks, and answers once it takes some', async () => {
    await alter('connection limit 0');
    await user.cut();
    for (const { person, question } of await askTwenty(setting))
      expect(textOf(person, question)).toContain(NOT_NOW);
    expect(setting.desk.log()).toContain('the server takes no more connections now. Try again soon.');
    await alter('connection limit -1');
    await untilAnswered(setting);
  });

  it('more connections than two answers everybody all the same, or says so, and nobody twice', async () => {
    await alter('connection limit 2');
    await user.cut();
    const asked = await askTwenty(setting);
    const said = asked.map(({ person, question }) => textOf(person, question));
    for (const text of said) expect(text.includes(NOT_NOW) || text.includes(SIGNATURE_QUOTE)).toBe(true);
    expect(said.filter((text) => text.includes(SIGNATURE_QUOTE)).length).toBeGreaterThan(0);
    await alter('connection limit -1');
    await untilAnswered(setting);
    for (const { person, question } of asked)
      expect(textOf(person, question).split(SIGNATURE_QUOTE).length).toBeLessThanOrEqual(2);
  });

  it('writes says so to whoever asks and in the log, keeps what it has, and answers once it takes them', async () => {
    await untilAnswered(setting);
    await alter('set default_transaction_read_only = on');
    await user.cut();
    const { ada, desk } = setting;
    const question = ada.directMessage(SIGNATURE_QUESTION);
    await ada.until(() => textOf(ada, question).includes(NOT_NOW), { withinMs: TOLD_WITHIN_MS });
    expect(desk.log()).toContain('the server takes no writes: it is a standby, or read-only.');
    expect(await desk.ledger.questionsOf(ada.id, 5)).toMatchObject([{ outcome: 'answer' }]);
    await alter('reset default_transaction_read_only');
    await user.cut();
    await untilAnswered(setting);
  });
});
