import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewQuestion } from '../../../src/ledger/index.ts';
import type { StandIn } from '../../../src/playground/index.ts';
import { databaseKinds, type TestDatabase } from '../../ledger/test-databases.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../sample-facts.ts';
import { openCopy, openSlackDesk } from '../slack-desk.ts';

/** A question that a bot had in hand when it was killed. */
function asked(slack: StandIn, changes: Partial<NewQuestion> = {}): NewQuestion {
  return {
    eventKey: 'left over',
    askedBy: slack.person('ada').id,
    surface: 'direct-message',
    words: SIGNATURE_QUESTION,
    isPrivate: true,
    replyAddress: null,
    team: null,
    channel: null,
    thread: null,
    ...changes,
  };
}

const TOLD =
  'The app ended twice while it looked up a question of yours, so it does not try again. Ask in other words; if that ' +
  'does not help either, tell whoever runs this app.';

describe.each(await databaseKinds())('a question that ended the bot twice, $name', ({ create }) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await create();
  });
  afterEach(() => database.remove());

  /** A ledger as two kills leave it: the second bot had taken the question up again. */
  async function leaveBehind(...questions: readonly NewQuestion[]) {
    const first = await database.open();
    for (const question of questions) await first.acceptQuestion(question);
    await first.close();
    database.clock.pass({ minutes: 2 });
    const second = await database.open();
    // It is killed over the first question, and so never begins with the others it took.
    const [taken] = await second.takeUnanswered(new Date(0));
    await second.beginAttempt(taken?.id ?? '');
    await second.close();
    database.clock.pass({ minutes: 2 });
  }

  /** Starts the bot a third time. */
  const restart = (questions: (slack: StandIn) => readonly NewQuestion[]) =>
    openSlackDesk(
      { now: database.clock.now },
      {
        deskChannel: 'foreign-desk',
        inherit: async (slack) => {
          await leaveBehind(...questions(slack));
          return database.open();
        },
      },
    );

  it('is not looked up a third time: asker and desk are told, the desk without the words of a private one', async () => {
    const { slack, ledger, log } = await restart((standIn) => [asked(standIn)]);
    const ada = slack.person('ada');
    const told = await ada.until(() => ada.messages('dm').find(({ isFromApp }) => isFromApp));
    expect(told.text).toBe(`${TOLD}\nThe question: ${SIGNATURE_QUESTION}`);
    const [news] = slack.person('grace').messages('foreign-desk');
    expect(news?.text).toContain('A question was set aside.');
    expect(news?.text).toContain('It was asked in private.');
    for (const word of ['convention', 'ada', ada.id]) expect(news?.text.toLowerCase()).not.toContain(word);
    expect(log()).toContain('a question is set aside');
    expect(log()).not.toContain('convention');
    await expect
      .poll(() => ledger.questionsOf(ada.id))
      .toMatchObject([{ words: SIGNATURE_QUESTION, outcome: 'failed', repliedAt: expect.any(Date) }]);
    database.clock.pass({ minutes: 5 });
    expect(await ledger.takeUnanswered(new Date(0))).toEqual([]);
  });

  it('is told to the asker alone where it was asked, and to the desk with its words when it was public', async () => {
    let thread = '';
    const { slack } = await restart((standIn) => {
      const post = standIn.person('ada').say('newsroom', 'A question from before.');
      thread = post.ts;
      return [asked(standIn, { surface: 'mention', isPrivate: false, channel: post.channel, thread })];
    });
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    const told = await ada.until(() => ada.thread('newsroom', thread)[0]);
    expect(told).toMatchObject({ isPrivate: true, text: expect.stringContaining(TOLD) });
    expect(grace.thread('newsroom', thread)).toEqual([]);
    expect(grace.messages('foreign-desk')[0]?.text).toContain(`The question: ${SIGNATURE_QUESTION}`);
  });

  it('does not keep those from being answered that were in hand beside it', async () => {
    const { slack } = await restart((standIn) => [
      asked(standIn, { words: 'the one that ends it' }),
      asked(standIn, { eventKey: 'innocent', askedBy: standIn.person('grace').id }),
    ]);
    const grace = slack.person('grace');
    const reply = await grace.until(() => grace.messages('dm').find(({ isFromApp }) => isFromApp));
    expect(reply.words).toContain(SIGNATURE_QUOTE);
    expect(slack.person('ada').messages('dm')[0]?.text).toContain(TOLD);
  });

  it('is none that merely could not be told for a while: it is answered when Slack is back', async () => {
    const now = database.clock.now;
    let thread = '';
    const desk = await openSlackDesk(
      { now },
      {
        before: (slack) => {
          const refused = { kind: 'refused', error: 'restricted_action' } as const;
          slack.faults.next('chat.postMessage', refused, 4 * 2);
          slack.faults.next('chat.postEphemeral', refused, 4);
        },
        inherit: async (slack) => {
          const post = slack.person('ada').say('newsroom', 'A question from before.');
          thread = post.ts;
          const ledger = await database.open();
          const { channel } = post;
          await ledger.acceptQuestion(
            asked(slack, { surface: 'mention', isPrivate: false, channel, thread }),
          );
          database.clock.pass({ minutes: 2 });
          return ledger;
        },
      },
    );
    const failed = () => desk.slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
    let running = desk.app;
    for (let round = 1; round <= 4; round++) {
      // The reply, and the notice of its failure that goes directly to the asker.
      await expect.poll(failed).toBe(round * 2);
      await running.stop({ deadlineMs: 2_000 });
      database.clock.pass({ minutes: 2 });
      running = await openCopy(desk, await database.open(), { now, wait: async () => {} });
    }
    const ada = desk.slack.person('ada');
    const reply = await ada.until(() => ada.thread('newsroom', thread)[0]);
    expect(reply.words).toContain(SIGNATURE_QUOTE);
  });
});
