import { describe, expect, it } from 'vitest';
import { textsIn } from '../../blocks/slack-limits.ts';
import { openSampleDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openSlackDesk } from '../../slack-desk.ts';

describe('"Find facts" on a message', () => {
  it('answers whoever used it, alone, with what is on file about the message', async () => {
    const { slack } = await openSlackDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    const message = grace.say('newsroom', 'Does anybody know when the convention was opened for signature?');
    expect(await ada.callShortcut('find_facts', message)).toMatchObject({ kind: 'acknowledged' });
    const reply = await ada.until(() => ada.messages('newsroom').find(({ isPrivate }) => isPrivate));
    expect(reply.words).toContain(SIGNATURE_QUOTE);
    expect(grace.messages('newsroom')).toHaveLength(1);
  });

  it('reads what an app posted in blocks alone, or attached', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const section = {
      type: 'section',
      text: { type: 'mrkdwn', text: `*${SIGNATURE_QUESTION}* :newspaper:` },
    };
    await fetch(new URL('chat.postMessage', slack.apiUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: slack.channel('newsroom').id, text: 'Wire alert', blocks: [section] }),
    });
    const alert = await ada.until(() => ada.messages('newsroom').find(({ isFromApp }) => isFromApp));
    await ada.callShortcut('find_facts', alert);
    const reply = await ada.until(() => ada.messages('newsroom').find(({ isPrivate }) => isPrivate));
    expect(reply.words).toContain(SIGNATURE_QUOTE);
  });

  it('works in threads, where slash commands do not, and answers there', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const start = ada.say('newsroom', 'The treaty piece is due at five.');
    const inThread = ada.say('newsroom', SIGNATURE_QUESTION, { thread: start.ts });
    await ada.callShortcut('find_facts', inThread);
    const reply = await ada.until(() => ada.thread('newsroom', start.ts).find(({ isPrivate }) => isPrivate));
    expect(reply.words).toContain(SIGNATURE_QUOTE);
  });

  it('offers to share what it found', async () => {
    const { slack } = await openSlackDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    await ada.callShortcut('find_facts', grace.say('newsroom', SIGNATURE_QUESTION));
    const reply = await ada.until(() => ada.messages('newsroom').find(({ isPrivate }) => isPrivate));
    await ada.press(reply, 'share_here');
    const shared = await grace.until(() => grace.messages('newsroom')[1]);
    expect(shared.text).toContain(`Shared by <@${ada.id}>`);
  });
});

describe('"Ask factdesk" from anywhere', () => {
  it('opens a question box and answers in the same window', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    await ada.callShortcut('ask_factdesk');
    await ada.until(() => ada.modal());
    await ada.submit({ question: SIGNATURE_QUESTION });
    await ada.until(() => hasQuote(ada.modal()));
    expect(ada.modal()?.submit).toBeUndefined();
  });

  it('says so when Slack does not let the box open', async () => {
    const { slack } = await openSlackDesk();
    slack.faults.next('views.open', { kind: 'refused', error: 'expired_trigger_id' });
    const ada = slack.person('ada');
    await ada.callShortcut('ask_factdesk');
    const told = await ada.until(() => ada.messages('dm')[0]);
    expect(told.text).toContain('The question box did not open.');
  });

  it('stacks the context of a fact on that window', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    await ada.callShortcut('ask_factdesk');
    await ada.until(() => ada.modal());
    await ada.submit({ question: SIGNATURE_QUESTION });
    await ada.until(() => hasQuote(ada.modal()));
    await ada.press('modal', 'show_context');
    await ada.until(() => textsIn(ada.modal()).includes('After it in this source'));
    expect(slack.calls.map(({ method }) => method)).toContain('views.push');
  });

  it('says in the window what went wrong when the files cannot be searched', async () => {
    const ask = () => Promise.reject(new Error('broken'));
    const { slack } = await openSlackDesk({ factDesk: { ...(await openSampleDesk()), ask } });
    const ada = slack.person('ada');
    await ada.callShortcut('ask_factdesk');
    await ada.until(() => ada.modal());
    await ada.submit({ question: SIGNATURE_QUESTION });
    await ada.until(() => textsIn(ada.modal()).join().includes('could not be looked up just now'));
  });
});

function hasQuote(view: unknown): boolean {
  return textsIn(view).join('').includes(SIGNATURE_QUOTE);
}
