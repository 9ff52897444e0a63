import { describe, expect, it } from 'vitest';
import { openSampleDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from './sample-facts.ts';
import { openSlackDesk } from './slack-desk.ts';

describe('starting the bot', () => {
  it('says which token Slack refused, and where the right one is found, without showing it', async () => {
    await expect(openSlackDesk({ botToken: 'xoxb-wrong' })).rejects.toThrow(
      /^Slack refused SLACK_BOT_TOKEN \(invalid_auth\)\. It begins with "xoxb-".*OAuth & Permissions/,
    );
    await expect(openSlackDesk({ appToken: 'xapp-wrong' })).rejects.toThrow(/^Slack refused SLACK_APP_TOKEN/);
    await expect(openSlackDesk({ botToken: 'xoxb-wrong' })).rejects.not.toThrow(/xoxb-wrong/);
  });

  it('says so when Slack is not there', async () => {
    await expect(openSlackDesk({ apiUrl: 'http://127.0.0.1:1/api/' })).rejects.toThrow(
      /^Slack cannot be reached/,
    );
  });

  it('gets over a moment in which Slack fails', async () => {
    const desk = await openSlackDesk(
      {},
      { before: ({ faults }) => faults.next('auth.test', { kind: 'server-error' }, 2) },
    );
    expect(desk.app.botUserId).toBe(desk.slack.botUserId);
    expect(desk.waits).toHaveLength(2);
  });
});

describe('stopping the bot', () => {
  it('lets a reply under way go out first', async () => {
    const factDesk = await openSampleDesk();
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let asked = 0;
    const desk = await openSlackDesk({
      factDesk: {
        ...factDesk,
        async ask(question) {
          asked += 1;
          await held;
          return factDesk.ask(question);
        },
      },
    });
    const ada = desk.slack.person('ada');
    const question = ada.directMessage(SIGNATURE_QUESTION);
    await expect.poll(() => asked).toBe(1);
    const stopped = desk.app.stop({ deadlineMs: 5_000 });
    finish();
    expect(await stopped).toBe(true);
    expect(
      ada
        .thread('dm', question.ts)
        .map(({ words }) => words)
        .join(),
    ).toContain(SIGNATURE_QUOTE);
    await expect.poll(() => desk.slack.sockets.size).toBe(0);
  });

  it('says so when a reply had to be left behind', async () => {
    const factDesk = await openSampleDesk();
    let asked = 0;
    const ask = () => {
      asked += 1;
      return new Promise<never>(() => {});
    };
    const desk = await openSlackDesk({ factDesk: { ...factDesk, ask } });
    desk.slack.person('ada').directMessage(SIGNATURE_QUESTION);
    await expect.poll(() => asked).toBe(1);
    expect(await desk.app.stop({ deadlineMs: 50 })).toBe(false);
  });
});
