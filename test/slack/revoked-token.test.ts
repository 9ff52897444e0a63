import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from './sample-facts.ts';
import { openCopy, openSlackDesk } from './slack-desk.ts';

describe('when the bot token is revoked while the bot runs', () => {
  it('the log says so, and what was asked is answered once the bot has a token again', async () => {
    const place = { directory: await createFolder({}), now: () => new Date() };
    const desk = await openSlackDesk({}, { inherit: () => openLedger(place) });
    const { slack, app } = desk;
    const ada = slack.person('ada');
    slack.faults.each(() => ({ kind: 'refused', error: 'token_revoked' }));
    const asked = [
      ada.directMessage(SIGNATURE_QUESTION),
      ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`),
    ];
    await expect.poll(() => desk.log().split('the asker could not be told').length).toBe(3);
    expect(desk.log()).toContain('"error":"token_revoked"');
    await app.stop({ deadlineMs: 2_000 });
    expect(asked.flatMap(({ channel, ts }) => ada.thread(channel, ts))).toEqual([]);

    slack.faults.clear();
    const now = () => new Date(Date.now() + 120_000);
    await openCopy(desk, await openLedger({ ...place, now }), { now });
    for (const { channel, ts } of asked) {
      const replies = () => ada.thread(channel, ts).map(({ words }) => words);
      await ada.until(() => replies().length > 0);
      expect(replies()).toEqual([expect.stringContaining(SIGNATURE_QUOTE)]);
    }
  });

  it.each(['token_revoked', 'account_inactive'] as const)(
    'a bot token that Slack takes no more (%s) is told of in the log, once, with what to do',
    async (error) => {
      const { slack, log } = await openSlackDesk();
      const ada = slack.person('ada');
      expect((await ada.reply(ada.directMessage(SIGNATURE_QUESTION))).text).toContain(SIGNATURE_QUOTE);
      slack.faults.always({ kind: 'refused', error });
      const refused = () => slack.calls.filter(({ answer }) => answer === undefined).length;
      for (const times of [1, 2]) {
        ada.directMessage(SIGNATURE_QUESTION);
        await expect.poll(refused).toBeGreaterThanOrEqual(times);
      }
      await expect.poll(log).toContain(`Slack refused SLACK_BOT_TOKEN (${error}).`);
      expect(log().match(/Slack refused SLACK_BOT_TOKEN/g)).toHaveLength(1);
      expect(log()).toContain('OAuth & Permissions');
      expect(log()).not.toContain(slack.botToken);
    },
  );
});
