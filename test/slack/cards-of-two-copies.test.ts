import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { textsIn } from './blocks/slack-limits.ts';
import { askDirectly, DESK, said } from './listeners/desk/asking-the-desk.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE, UNANSWERED_QUESTION } from './sample-facts.ts';
import { openCopy, openSlackDesk } from './slack-desk.ts';

/** Two copies: the first is slow when told to, and from `handOver` on the second gets everything. */
async function openCopies() {
  const place = { directory: await createFolder({}), now: () => new Date() };
  let [isSlow, goOn] = [false, () => {}];
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const wait = async () => {
    if (isSlow) await held;
  };
  const desk = await openSlackDesk(
    { wait },
    {
      inherit: () => openLedger(place),
      deskChannel: DESK,
      connection: 'http',
      timing: { acknowledgeWithinMs: 20_000 },
    },
  );
  const deskChannel = desk.slack.channel(DESK).id;
  /** The next such call of the first copy waits until it may go on, with what that copy knew when it began. */
  const holdNext = async (method: 'chat.update' | 'views.publish', doing: () => void) => {
    isSlow = true;
    desk.slack.faults.next(method, { kind: 'rate-limited', retryAfterSeconds: 1 });
    const before = desk.slack.calls.filter((call) => call.method === method).length;
    doing();
    await expect
      .poll(() => desk.slack.calls.filter((call) => call.method === method).length)
      .toBeGreaterThan(before);
  };
  const handOver = async () => {
    const copy = await openCopy(desk, await openLedger(place), { deskChannel });
    await desk.slack.setRequestUrl(copy.address ?? '');
  };
  return { ...desk, holdNext, handOver, goOn };
}

describe('two copies of the bot', () => {
  it('leave a card of the desk as its matter stands, also where the one that knew less comes last', async () => {
    const { slack, holdNext, handOver, goOn } = await openCopies();
    const [ada, alan, grace] = [slack.person('ada'), slack.person('alan'), slack.person('grace')];
    await askDirectly(ada, UNANSWERED_QUESTION);
    const card = await said(grace, DESK, UNANSWERED_QUESTION);
    const reply = await alan.reply(alan.directMessage(UNANSWERED_QUESTION));
    await holdNext('chat.update', () => void alan.press(reply, 'ask_the_desk'));
    await handOver();
    await grace.press(card, 'desk_answered');
    await grace.until(() => grace.modal());
    await grace.submit({ note: 'Eldhraun, on Tuesday.' });
    const updates = () =>
      slack.calls.filter(({ method, answer }) => method === 'chat.update' && answer?.ok === true).length;
    const shown = () => grace.message(card).text;
    await grace.until(() => shown().includes('Eldhraun, on Tuesday.'));
    const before = updates();
    goOn();
    // First what the slow one knew, then how it stands.
    await expect.poll(updates).toBeGreaterThan(before + 1);
    expect(shown()).toContain('Eldhraun, on Tuesday.');
  });

  it('leave on a Home tab what was asked for last, also where a mere refresh of it comes later', async () => {
    const { slack, holdNext, handOver, goOn } = await openCopies();
    const ada = slack.person('ada');
    const home = () => textsIn(ada.home()).join('');
    ada.openHome();
    await ada.until(() => ada.home());
    await holdNext('views.publish', () => ada.openHome());
    await handOver();
    await ada.press('home', 'home_question', { value: SIGNATURE_QUESTION });
    await ada.until(() => home().includes(`You asked: ${SIGNATURE_QUESTION}`));
    goOn();
    const conflicts = () =>
      slack.calls.filter(({ answer }) => answer?.ok === false && answer.error === 'hash_conflict').length;
    await expect.poll(conflicts).toBe(1);
    expect(home()).toContain(SIGNATURE_QUOTE);
  });
});
