import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { databaseKinds } from '../../ledger/test-databases.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../sample-facts.ts';
import { openCopy, openSlackDesk } from '../slack-desk.ts';

describe.each(await databaseKinds())(
  'a reply that Slack keeps waiting for more than a minute, $name',
  ({ create }) => {
    it('is left by other copies to the one that has it in hand', async () => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      onTestFinished(() => void vi.useRealTimers());
      const database = await create();
      onTestFinished(() => database.remove());
      const { now } = database.clock;
      let slackIsBack = () => {};
      const away = new Promise<void>((resolve) => {
        slackIsBack = resolve;
      });
      const ledger = await database.open();
      const desk = await openSlackDesk({ now, wait: () => away }, { inherit: async () => ledger, now });
      desk.slack.faults.next('chat.postMessage', { kind: 'server-error' });
      const ada = desk.slack.person('ada');
      const asked = ada.directMessage(SIGNATURE_QUESTION);
      const posts = () => desk.slack.calls.filter(({ method }) => method === 'chat.postMessage');
      await desk.slack.until(() => posts().length === 1);
      for (const seconds of [20, 20]) {
        database.clock.pass({ seconds });
        vi.advanceTimersByTime(seconds * 1_000);
      }
      await ledger.counts();
      database.clock.pass({ seconds: 30 });
      const other = await database.open();
      await openCopy(desk, other, { now, wait: async () => {} });
      // What the other copy took up would be posted long before.
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(posts()).toHaveLength(1);
      slackIsBack();
      expect((await ada.reply(asked)).words).toContain(SIGNATURE_QUOTE);
      expect(ada.thread('dm', asked.ts)).toHaveLength(1);
    });
  },
);
