import { expect, it, onTestFinished, vi } from 'vitest';
import { harbour, NEW, openRecallDesk, QUESTION, wordsOf } from './recall-desk.ts';

it('a reply that was under way with the old words while the sheet was saved is recalled, too', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  let post = () => {};
  const held = new Promise<void>((resolve) => {
    post = resolve;
  });
  const desk = await openRecallDesk({ wait: (ms) => (ms === 30_000 ? held : Promise.resolve()) });
  const { slack, ada } = desk;
  slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
  const question = ada.directMessage(QUESTION);
  await slack.until(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
  await desk.saveNow(harbour(NEW));
  expect(desk.card()).toBeUndefined();
  post();
  expect(wordsOf(ada, await ada.reply(question))).toContain('14 berths');
  await desk.answered();
  vi.advanceTimersByTime(60_000);
  await expect.poll(desk.cardText).toContain('1 message shows the old words');
});
