import { setTimeout as sleep } from 'node:timers/promises';
import pino, { type Logger } from 'pino';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../src/ledger/index.ts';
import type { StandIn } from '../../../src/playground/index.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../sample-facts.ts';
import { openCopy, openSlackDesk, type SlackDesk } from '../slack-desk.ts';

const opened = ({ log }: SlackDesk) => log().split('"socket opened"').length - 1;
const openCalls = ({ calls }: StandIn) =>
  calls.filter(({ method }) => method === 'apps.connections.open').length;

/** Notes the longest time without a socket, in milliseconds, until told to stop. */
function watchGaps(slack: StandIn): () => number {
  let [longest, since] = [0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    if (slack.sockets.size > 0) since = now;
    else longest = Math.max(longest, now - since);
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

describe('when Slack wants the socket renewed', () => {
  it.each(['warning', 'refresh_requested'] as const)(
    '(%s) the new one is open before the old one is closed, and each question is answered once',
    async (reason) => {
      const desk = await openSlackDesk();
      const { slack } = desk;
      const gap = watchGaps(slack);
      const ada = slack.person('ada');
      const ask = () => ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
      const questions = [ask()];
      slack.sockets.requestRefresh(reason);
      while (opened(desk) < 2 || slack.sockets.size !== 1) {
        questions.push(ask());
        await sleep(20);
      }
      questions.push(ask());
      for (const question of questions) await ada.reply(question);
      expect(gap()).toBe(0);
      for (const { ts } of questions) expect(ada.thread('newsroom', ts)).toHaveLength(1);
      expect(desk.log()).toContain(`"reason":"${reason}"`);
      expect(desk.log()).toContain('"socket closed"');
    },
  );

  it.each(['link_disabled', 'too_many_websockets'] as const)(
    '(%s) and closes it at once, another is open within 0.3 seconds',
    async (reason) => {
      const desk = await openSlackDesk();
      await sleep(100);
      const gap = watchGaps(desk.slack);
      desk.slack.sockets.requestRefresh(reason);
      await expect.poll(() => opened(desk)).toBe(2);
      await expect.poll(() => desk.slack.sockets.size).toBe(1);
      expect(gap()).toBeLessThan(300);
    },
  );
});

describe('when an app has as many sockets as it may', () => {
  it('the copy of the bot that is one too many says what to do, and is reached once another has ended', async () => {
    const { slack, factDesk, app } = await openSlackDesk();
    const place = { directory: await createFolder({}), now: () => new Date() };
    const connect = async (logger: Logger) =>
      openCopy({ slack, factDesk }, await openLedger(place), { logger });
    for (let nth = 2; nth <= 10; nth += 1) await connect(pino({ level: 'silent' }));
    const lines: string[] = [];
    const eleventh = connect(pino({ level: 'info' }, { write: (line) => lines.push(line) }));
    const log = () => lines.join('');
    await expect.poll(log).toContain('"reason":"too_many_websockets"');
    expect(log()).toContain('Slack keeps ten sockets for an app: end copies of the bot that are not needed');
    expect(slack.sockets.size).toBe(10);
    await app.stop({ deadlineMs: 2_000 });
    expect((await eleventh).isConnected()).toBe(true);
    expect(slack.sockets.size).toBe(10);
  });
});

describe('when the socket is lost', () => {
  it('another is open within 0.3 seconds', async () => {
    const desk = await openSlackDesk();
    const gap = watchGaps(desk.slack);
    desk.slack.sockets.cut();
    await expect.poll(() => opened(desk)).toBe(2);
    await expect.poll(() => desk.slack.sockets.size).toBe(1);
    expect(gap()).toBeLessThan(300);
  });

  it('without a word, it is found out, and what was asked meanwhile is answered', {
    timeout: 30_000,
  }, async () => {
    const desk = await openSlackDesk(
      {},
      { timing: { acknowledgeWithinMs: 1_000, retryAfterMs: [5_000, 5_000, 5_000] } },
    );
    desk.slack.sockets.freeze();
    const ada = desk.slack.person('ada');
    const reply = await ada.reply(ada.directMessage(SIGNATURE_QUESTION), { withinMs: 25_000 });
    expect(reply.words).toContain(SIGNATURE_QUOTE);
    expect(opened(desk)).toBe(2);
  });

  it('and Slack is away for a while, it is tried until Slack is back', async () => {
    const desk = await openSlackDesk();
    const { slack, log } = desk;
    slack.faults.next('apps.connections.open', { kind: 'server-error' });
    slack.faults.next('apps.connections.open', { kind: 'lost-answer' });
    slack.faults.next('apps.connections.open', { kind: 'rate-limited', retryAfterSeconds: 1 });
    slack.faults.next('apps.connections.open', { kind: 'refused', error: 'internal_error' });
    slack.faults.next('apps.connections.open', { kind: 'refused', error: 'fatal_error' });
    slack.sockets.cut();
    await expect.poll(() => opened(desk), { timeout: 15_000 }).toBe(2);
    expect(openCalls(slack)).toBe(7);
    expect(log().split('no socket could be opened').length - 1).toBe(5);
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
  }, 20_000);

  it.each([
    'token_revoked',
    'invalid_auth',
    'missing_scope',
    'not_allowed_token_type',
    'forbidden_team',
    'account_inactive',
  ] as const)(
    'and Slack opens no other (%s), that is the end, in one sentence with the token and the remedy',
    async (error) => {
      const desk = await openSlackDesk();
      desk.slack.sockets.refuse(error);
      desk.slack.sockets.cut();
      const end = await desk.app.shutOut;
      expect(end.isForGood).toBe(true);
      expect(end.message).toMatch(
        new RegExp(`^Slack refused SLACK_APP_TOKEN \\(${error}\\)\\. .*App-Level Tokens`),
      );
      expect(end.message).not.toContain('\n');
      const calls = openCalls(desk.slack);
      await sleep(200);
      expect(openCalls(desk.slack)).toBe(calls);
    },
  );
});

describe('a bot that is stopped while it opens a socket', () => {
  it.each([
    ['waits for another try', { kind: 'server-error' }],
    ['waits for Slack', { kind: 'no-answer' }],
  ] as const)('(%s) opens none any more', async (_, fault) => {
    const desk = await openSlackDesk();
    const { slack, app } = desk;
    slack.faults.next('apps.connections.open', fault);
    const before = openCalls(slack);
    slack.sockets.cut();
    await expect.poll(() => openCalls(slack)).toBe(before + 1);
    await sleep(20);
    expect(await app.stop({ deadlineMs: 2_000 })).toBe(true);
    await sleep(1_500);
    expect(slack.sockets.size).toBe(0);
    expect(openCalls(slack)).toBe(before + 1);
  });
});
