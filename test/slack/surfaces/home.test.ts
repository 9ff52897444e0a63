import { describe, expect, it } from 'vitest';
import { textsIn } from '../blocks/slack-limits.ts';
import { openSlackDesk } from '../slack-desk.ts';

describe("the app's own page", () => {
  it('shows on its Home tab what the bot is for and how much is on file', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    ada.openHome();
    const view = await ada.until(() => ada.home());
    const text = textsIn(view).join('\n');
    expect(text).toContain('On file: 3 facts from 2 sources.');
    expect(text).toContain('Ottawa Treaty (2 facts)');
  });

  it('suggests questions that are answered beside its messages', async () => {
    const { slack, factDesk } = await openSlackDesk();
    const ada = slack.person('ada');
    ada.openMessages();
    const prompts = await ada.until(() => ada.prompts().length > 0 && ada.prompts());
    expect(prompts.length).toBeLessThanOrEqual(4);
    for (const { message } of prompts) expect((await factDesk.ask(message)).outcome).toBe('answer');
  });

  it('is no reason for an error when the newsroom has left agent features out', async () => {
    const { slack, log } = await openSlackDesk();
    slack.faults.next('assistant.threads.setSuggestedPrompts', { kind: 'refused', error: 'missing_scope' });
    const ada = slack.person('ada');
    ada.openMessages();
    await slack.until(() =>
      slack.calls.some(({ method }) => method === 'assistant.threads.setSuggestedPrompts'),
    );
    await ada.reply(ada.directMessage('help'));
    expect(log()).toContain('missing_scope');
    expect(log()).not.toContain('"level":50');
  });
});
