import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/playground/index.ts';
import { SIGNATURE_QUESTION } from '../sample-facts.ts';
import { openSlackDesk, type SlackDesk } from '../slack-desk.ts';

const NEWS = 'Too many sure answers are wrong.';

/** Asks what is answered as sure, and reports the answer. */
async function reportAnswer({ slack }: SlackDesk, ada: Person, reason: string): Promise<void> {
  const reply = await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`));
  await ada.press(reply, 'not_right');
  await ada.until(() => ada.modal());
  await ada.submit({ reason });
}

const newsIn = (grace: Person) => grace.messages('foreign-desk').filter(({ text }) => text.includes(NEWS));
const reportsIn = (grace: Person) =>
  grace.messages('foreign-desk').filter(({ text }) => text.includes('Not right:')).length;

describe('sure answers that are reported as wrong', () => {
  it('are told to the desk once when they are too many to be chance', async () => {
    const desk = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const [ada, grace] = [desk.slack.person('ada'), desk.slack.person('grace')];
    await reportAnswer(desk, ada, 'wrong-fact');
    await grace.until(() => reportsIn(grace) === 1 || undefined);
    expect(newsIn(grace)).toEqual([]);

    await reportAnswer(desk, ada, 'wrong-fact');
    const [news] = await grace.until(() => (newsIn(grace).length > 0 ? newsIn(grace) : undefined));
    expect(news?.text).toContain('Of 2 that were given, 2 were reported as wrong: more than the 5 in 100');
    expect(news?.text).toContain('run factdesk calibrate');

    await reportAnswer(desk, ada, 'wrong-fact');
    await grace.until(() => reportsIn(grace) === 3 || undefined);
    await desk.app.stop({ deadlineMs: 2_000 });
    expect(newsIn(grace)).toHaveLength(1);
    expect((await desk.ledger.counts()).sureAnswers).toEqual({ given: 3, reported: 3 });
  });

  it('are none where the fact answers and is only out of date', async () => {
    const desk = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const [ada, grace] = [desk.slack.person('ada'), desk.slack.person('grace')];
    for (const nth of [1, 2, 3]) {
      await reportAnswer(desk, ada, 'out-of-date');
      await grace.until(() => reportsIn(grace) === nth || undefined);
    }
    await desk.app.stop({ deadlineMs: 2_000 });
    expect(newsIn(grace)).toEqual([]);
    expect((await desk.ledger.counts()).sureAnswers).toEqual({ given: 3, reported: 0 });
  });

  it('are told in the log where there is no desk channel', async () => {
    const desk = await openSlackDesk();
    const ada = desk.slack.person('ada');
    for (let nth = 0; nth < 2; nth++) await reportAnswer(desk, ada, 'other');
    await desk.app.stop({ deadlineMs: 2_000 });
    expect(desk.log()).toContain('too many sure answers were reported as wrong; run factdesk calibrate');
  });
});
