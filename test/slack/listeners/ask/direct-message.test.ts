import { describe, expect, it } from 'vitest';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openSlackDesk } from '../../slack-desk.ts';

describe('a direct message', () => {
  it('is answered in the thread of the question', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const question = ada.directMessage(SIGNATURE_QUESTION);
    const reply = await ada.reply(question);
    expect(reply.words).toContain(SIGNATURE_QUOTE);
    expect(reply.threadTs).toBe(question.ts);
  });

  it('is told once that it was no question when it only thanks, and no gap is noted', async () => {
    const { slack, ledger } = await openSlackDesk();
    const ada = slack.person('ada');
    const reply = await ada.reply(ada.directMessage('ok, thanks!'));
    expect(reply.text).toBe('Glad to help. Ask the next one whenever you like.');
    expect(await ledger.questionsOf(ada.id)).toEqual([]);
  });

  it('gets help when it holds no question', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const reply = await ada.reply(ada.directMessage('help'));
    expect(reply.text).toContain('On file: 3 facts from 2 sources.');
  });
});
