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

  it('may be a forwarded message, or a file with a question, and is answered', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    for (const sent of [
      { text: '', attachments: [{ is_share: true, is_msg_unfurl: true, text: SIGNATURE_QUESTION }] },
      { text: SIGNATURE_QUESTION, subtype: 'file_share', files: [{ id: 'F1', name: 'map.png' }] },
    ]) {
      const { channel, ts } = ada.directMessage('hi');
      const message = { type: 'message', channel_type: 'im', user: ada.id, channel, ts };
      slack.redeliver({ withNewId: true, changes: { ...message, ...sent } });
      await ada.until(() => ada.thread('dm', ts).find(({ words }) => words.includes(SIGNATURE_QUOTE)));
    }
  });

  it('is answered once, also when its words are changed after that', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const question = ada.directMessage(SIGNATURE_QUESTION);
    await ada.reply(question);
    ada.edit(question, 'How much land around Izium is mined?');
    await ada.reply(ada.directMessage('help'));
    expect(ada.thread('dm', question.ts)).toHaveLength(1);
  });

  it('gets help when it holds no question', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const reply = await ada.reply(ada.directMessage('help'));
    expect(reply.text).toContain('On file: 3 facts from 2 sources.');
  });
});
