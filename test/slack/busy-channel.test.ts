import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import type { Fault, Person, SeenMessage } from '../../src/playground/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { type FastTime, fastTime } from './fast-time.ts';
import { openSampleDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from './sample-facts.ts';
import { openCopy, openSlackDesk, type SlackDesk } from './slack-desk.ts';

const SPEED = 10;
/** Where seconds are counted, so that those of a busy machine count less. */
const SLOWER = 5;
const MOST_MS = 30_000;

interface BusyDesk extends SlackDesk {
  readonly time: FastTime;
  readonly ada: Person;
}

/** A workspace and a bot in a time of their own, so that nobody waits for long here. */
async function openBusyDesk(speed = SPEED): Promise<BusyDesk> {
  const time = fastTime(speed);
  const desk = await openSlackDesk(
    { wait: time.wait, lateAfterMs: time.inReal(4_000), requestTimeoutMs: time.inReal(10_000) },
    { now: time.now },
  );
  const ada = desk.slack.person('ada');
  // The first reply pays for compiling the code.
  await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
  return { ...desk, time, ada };
}

function mention({ slack, ada }: BusyDesk, times: number): readonly SeenMessage[] {
  return Array.from({ length: times }, () =>
    ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`),
  );
}

/** Waits until each question has its reply, and gives how long the last one took, in seconds. */
async function untilReplied({ ada, time }: BusyDesk, questions: readonly SeenMessage[]): Promise<number> {
  const began = time.passed();
  await ada.until(() => questions.every(({ ts }) => ada.thread('newsroom', ts).length > 0), {
    withinMs: MOST_MS,
  });
  for (const { ts } of questions) {
    const [reply, ...further] = ada.thread('newsroom', ts);
    expect(reply?.words).toContain(SIGNATURE_QUOTE);
    expect(further).toEqual([]);
  }
  return (time.passed() - began) / 1_000;
}

/** Posts, and how many of them were refused. */
function countPosts({ slack }: BusyDesk) {
  const posts = slack.calls.filter(
    (call) => call.method === 'chat.postMessage' && call.arguments.channel === slack.channel('newsroom').id,
  );
  return { posts: posts.length, refused: posts.filter(({ answer }) => answer === undefined).length };
}

describe('many mentions in one channel that takes one message a second', () => {
  it(
    'are answered one after the other, with hardly a refusal, and who waits is told',
    async () => {
      const desk = await openBusyDesk(SLOWER);
      desk.slack.faults.keepPace({ burst: 1 });
      expect(await untilReplied(desk, mention(desk, 15))).toBeLessThan(45);
      const { posts, refused } = countPosts(desk);
      expect(refused).toBeLessThanOrEqual(2);
      expect(posts).toBe(15 + refused);
      const told = desk.slack.calls.filter(({ method }) => method === 'assistant.threads.setStatus');
      expect(told.length).toBeGreaterThan(5);
      expect(desk.ada.statuses('newsroom')).toEqual({});
    },
    MOST_MS,
  );

  // Each refusal costs what Slack asks for; more than one would cost the newsroom minutes.
  it.each([30, null])(
    'are all answered where Slack, once it is angry, asks for %s seconds',
    async (retryAfterSeconds) => {
      const desk = await openBusyDesk();
      desk.slack.faults.keepPace({ burst: 1, retryAfterSeconds });
      expect(await untilReplied(desk, mention(desk, 10))).toBeLessThan(60);
      expect(countPosts(desk).refused).toBeLessThanOrEqual(2);
    },
    MOST_MS,
  );

  it('are never refused where Slack takes bursts', async () => {
    const desk = await openBusyDesk();
    desk.slack.faults.keepPace();
    await untilReplied(desk, mention(desk, 10));
    expect(countPosts(desk)).toEqual({ posts: 10, refused: 0 });
  });
});

describe('a channel in which many wait', () => {
  it('keeps nobody waiting elsewhere', async () => {
    const desk = await openBusyDesk(1);
    const replyTime = async (name: string) => {
      const person = desk.slack.person(name);
      const began = performance.now();
      await person.reply(person.directMessage(SIGNATURE_QUESTION));
      return performance.now() - began;
    };
    // What a reply takes on this machine, with whatever else it does.
    const atRest = await replyTime('kim');
    const questions = mention(desk, 150);
    const [first] = questions;
    if (first !== undefined) await desk.ada.reply(first);
    expect((await replyTime('grace')) - atRest).toBeLessThan(3_000);
    await desk.app.stop({ deadlineMs: 0 });
  });
});

describe('when Slack fails for 20 seconds', () => {
  // What was asked before its return, and is never answered, is given up after ten seconds.
  it.each<readonly [Fault['kind'], number]>([
    ['server-error', 15],
    ['lost-answer', 15],
    ['no-answer', 25],
  ])(
    'with %s, each reply comes within %d seconds of its return, once',
    async (kind, seconds) => {
      const desk = await openBusyDesk(SLOWER);
      desk.slack.faults.always({ kind } as Fault);
      const questions = mention(desk, 6);
      await desk.time.wait(20_000);
      desk.slack.faults.clear();
      expect(await untilReplied(desk, questions)).toBeLessThan(seconds);
    },
    MOST_MS,
  );

  it(
    'calls wait for it together instead of each on its own',
    async () => {
      const desk = await openBusyDesk();
      desk.slack.faults.always({ kind: 'server-error' });
      const people = Array.from({ length: 20 }, (_, n) => desk.slack.person(`asker${n}`));
      const questions = people.map((person) => person.directMessage(SIGNATURE_QUESTION));
      await desk.time.wait(20_000);
      desk.slack.faults.clear();
      const { posts } = countPosts(desk);
      expect(posts).toBeLessThanOrEqual(20 * 10);
      await Promise.all(people.map((person, n) => questions[n] && person.reply(questions[n])));
    },
    MOST_MS,
  );
});

describe('when Slack limits calls in the body of its answer', () => {
  it('the reply comes all the same', async () => {
    const desk = await openBusyDesk();
    desk.slack.faults.next('chat.postMessage', { kind: 'refused', error: 'rate_limited' }, 4);
    expect(await untilReplied(desk, mention(desk, 1))).toBeLessThan(30);
  });
});

describe('somebody whose reply is late', () => {
  it('by a command is told so where they asked', async () => {
    const factDesk = await openSampleDesk();
    const ask: typeof factDesk.ask = async (...asked) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return factDesk.ask(...asked);
    };
    const { slack } = await openSlackDesk({ lateAfterMs: 100, factDesk: { ...factDesk, ask } });
    const ada = slack.person('ada');
    await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
    await ada.until(() => ada.messages('newsroom').length === 2);
    const [word, reply] = ada.messages('newsroom');
    expect(word?.text).toContain('This takes longer than usual.');
    expect(reply?.words).toContain(SIGNATURE_QUOTE);
  });

  it('on the Home tab is told so in a direct message', async () => {
    const { slack } = await openSlackDesk({
      lateAfterMs: 100,
      wait: (ms) => new Promise((r) => setTimeout(r, ms)),
    });
    const ada = slack.person('ada');
    ada.openHome();
    await ada.until(() => ada.home());
    slack.faults.next('views.publish', { kind: 'rate-limited', retryAfterSeconds: 1 });
    await ada.press('home', 'home_question', { value: SIGNATURE_QUESTION });
    const word = await ada.until(() => ada.messages('dm').find(({ isFromApp }) => isFromApp));
    expect(word.text).toContain('This takes longer than usual.');
    await ada.until(() => JSON.stringify(ada.home()).includes(SIGNATURE_QUOTE.slice(0, 20)));
  });

  it('in a thread where Slack shows no status is told so in a direct message', async () => {
    const desk = await openBusyDesk();
    desk.slack.faults.next('assistant.threads.setStatus', { kind: 'refused', error: 'missing_scope' });
    desk.slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
    const [question] = mention(desk, 1);
    const word = await desk.ada.until(() => desk.ada.messages('dm').find(({ isFromApp }) => isFromApp));
    expect(word.text).toContain('you need not ask again');
    if (question !== undefined) await desk.ada.reply(question);
  });
});

describe('a bot that is stopped while many wait', () => {
  it('calls Slack no more, and leaves the rest to the next one', async () => {
    const desk = await openSlackDesk();
    await desk.app.stop({ deadlineMs: 2_000 });
    const ledger = await openLedger({ directory: await createFolder({}), now: () => new Date() });
    const app = await openCopy(desk, ledger);
    const { slack } = desk;
    const ada = slack.person('ada');
    slack.faults.keepPace({ burst: 1, retryAfterSeconds: 600 });
    for (let n = 0; n < 5; n += 1) ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    await slack.until(() => slack.calls.filter(({ method }) => method === 'chat.postMessage').length === 2);
    const began = performance.now();
    expect(await app.stop({ deadlineMs: 300 })).toBe(false);
    expect(performance.now() - began).toBeLessThan(2_000);
    const asked = await ledger.questionsOf(ada.id);
    expect(asked.filter(({ repliedAt }) => repliedAt === null)).toHaveLength(4);
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(2);
  });
});
