import { expect, it } from 'vitest';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from './sample-facts.ts';
import { openSlackDesk } from './slack-desk.ts';

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
