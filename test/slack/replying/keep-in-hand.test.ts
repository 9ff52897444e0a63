import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ApiCall, StandIn } from '../../../src/playground/index.ts';
import { newQuestion } from '../../ledger/sample-questions.ts';
import { databaseKinds, type TestDatabase } from '../../ledger/test-databases.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../sample-facts.ts';
import { openCopy, openSlackDesk } from '../slack-desk.ts';

const posts = ({ calls }: StandIn): readonly ApiCall[] =>
  calls.filter(({ method }) => method === 'chat.postMessage');

describe.each(await databaseKinds())('while Slack keeps a copy waiting, $name', ({ create }) => {
  /** A desk whose first post fails and is not made again before `slackIsBack`. */
  async function openWaitingDesk(leaveBehind?: (database: TestDatabase, slack: StandIn) => Promise<void>) {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const database = await create();
    onTestFinished(() => database.remove());
    const { now } = database.clock;
    let slackIsBack = () => {};
    const away = new Promise<void>((resolve) => {
      slackIsBack = resolve;
    });
    const inherit = async (slack: StandIn) => {
      slack.faults.next('chat.postMessage', { kind: 'server-error' });
      await leaveBehind?.(database, slack);
      return database.open();
    };
    const desk = await openSlackDesk({ now, wait: () => away }, { inherit, now });
    const { slack } = desk;
    return {
      slack,
      slackIsBack,
      /** More than a minute goes by since it was taken in hand, and then another copy starts. */
      async startCopyLater() {
        await slack.until(() => posts(slack).length === 1);
        for (const seconds of [20, 20]) {
          database.clock.pass({ seconds });
          vi.advanceTimersByTime(seconds * 1_000);
        }
        await desk.ledger.counts();
        database.clock.pass({ seconds: 30 });
        await openCopy(desk, await database.open(), { now, wait: async () => {} });
        // What the other copy took up would be posted long before.
        await new Promise((resolve) => setTimeout(resolve, 500));
      },
    };
  }

  it('the reply is left by other copies to the one that has it in hand', async () => {
    const { slack, slackIsBack, startCopyLater } = await openWaitingDesk();
    const ada = slack.person('ada');
    const asked = ada.directMessage(SIGNATURE_QUESTION);
    await startCopyLater();
    expect(posts(slack)).toHaveLength(1);
    slackIsBack();
    expect((await ada.reply(asked)).words).toContain(SIGNATURE_QUOTE);
    expect(ada.thread('dm', asked.ts)).toHaveLength(1);
  });

  it('so is all that it took up after a kill, also what it has not come to yet', async () => {
    const threads: string[] = [];
    const { slack, slackIsBack, startCopyLater } = await openWaitingDesk(async ({ open, clock }, desk) => {
      const killed = await open();
      for (const words of ['One from before.', 'Another.']) {
        const { ts, channel } = desk.person('ada').say('newsroom', words);
        threads.push(ts);
        const where = { surface: 'mention', isPrivate: false, channel, thread: ts } as const;
        await killed.acceptQuestion(newQuestion({ ...where, words: SIGNATURE_QUESTION }));
        clock.pass({ seconds: 1 });
      }
      clock.pass({ minutes: 2 });
    });
    await startCopyLater();
    expect(posts(slack)).toHaveLength(1);
    slackIsBack();
    const ada = slack.person('ada');
    const replies = () => threads.map((ts) => ada.thread('newsroom', ts).length);
    await slack.until(() => replies().every((count) => count > 0));
    expect(replies()).toEqual([1, 1]);
  });
});
