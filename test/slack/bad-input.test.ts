import { describe, expect, it } from 'vitest';
import { SIGNATURE_QUESTION } from './sample-facts.ts';
import { openSlackDesk } from './slack-desk.ts';

const LONG = `${SIGNATURE_QUESTION} `.repeat(450).slice(0, 20_000);

describe('whatever somebody types', () => {
  it.each([
    ['one word', 'convention'],
    ['20,000 characters', LONG],
    ['only stop words', 'what is the of and a'],
    ['only emoji', ':boom: 💥💥🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['control characters', 'when\u0000 was\u0007 it\u001B[31m signed\u0085?'],
    ['right-to-left text', 'متى تم التوقيع على الاتفاقية؟'],
    ['text turned round', '\u202Eerutangis rof denepo'],
    ['combining marks', `sig${'\u0301'.repeat(200)}ned`],
    ['a broadcast', '<!channel> when was it signed?'],
    ['a person', '<@U1> when was it signed?'],
    ['markup', '*when* _was_ ~it~ `signed`?'],
    ['a regular expression', '(.*)+$^[a-z]{1,1000}\\'],
    ['a piece of SQL', "'; DROP TABLE questions; --"],
  ])('gets one plain reply that mentions nobody: %s', async (_what, text) => {
    const { slack, log } = await openSlackDesk();
    const ada = slack.person('ada');
    await ada.command('newsroom', '/fact', text);
    const reply = await ada.until(() => ada.messages('newsroom')[0]);
    expect(reply.isFromApp).toBe(true);
    expect(reply.text).toMatch(/^(You asked|Ask a question)/);
    expect(reply.text).not.toMatch(/<[!@#]|(?!\n)\p{Cc}|[\u202A-\u202E]/u);
    expect(reply.text).not.toContain('could not');
    expect(ada.messages('newsroom')).toHaveLength(1);
    expect(log()).not.toContain('"level":50');
  });

  it('is never found in the log', async () => {
    const { slack, log } = await openSlackDesk();
    const ada = slack.person('ada');
    const question = ada.directMessage('Was the zebra opened for signature?');
    await ada.reply(question);
    await expect.poll(log).toContain('replied');
    expect(log()).toContain(ada.id);
    expect(log()).not.toMatch(/zebra|signature|xox|xapp/);
  });
});
