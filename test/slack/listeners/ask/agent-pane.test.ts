import { describe, expect, it } from 'vitest';
import { textsIn } from '../../blocks/slack-limits.ts';
import { openSampleDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openSlackDesk } from '../../slack-desk.ts';

async function openHeldDesk() {
  const desk = await openSampleDesk();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const ask: typeof desk.ask = async (...asked) => {
    await held;
    return desk.ask(...asked);
  };
  return { factDesk: { ...desk, ask }, release };
}

describe('a question in the agent pane', () => {
  it('shows that the files are being searched when that takes long, until the reply is there', async () => {
    const { factDesk, release } = await openHeldDesk();
    const { slack } = await openSlackDesk({ factDesk });
    const ada = slack.person('ada');
    const question = ada.directMessage(SIGNATURE_QUESTION);
    await ada.until(() => ada.statuses('dm')[question.ts] === 'is searching the files…');
    release();
    expect((await ada.reply(question)).words).toContain(SIGNATURE_QUOTE);
    expect(ada.statuses('dm')[question.ts] ?? '').toBe('');
  });

  it('is answered all the same where the newsroom has left agent features out', async () => {
    const { factDesk, release } = await openHeldDesk();
    const { slack } = await openSlackDesk({ factDesk });
    slack.faults.next('assistant.threads.setStatus', { kind: 'refused', error: 'missing_scope' });
    const ada = slack.person('ada');
    const question = ada.directMessage(SIGNATURE_QUESTION);
    await slack.until(() => slack.calls.some(({ method }) => method === 'assistant.threads.setStatus'));
    release();
    expect((await ada.reply(question)).words).toContain(SIGNATURE_QUOTE);
  });
});

describe('the thumbs under an answer', () => {
  it('keep that it helped', async () => {
    const { slack, ledger } = await openSlackDesk();
    const ada = slack.person('ada');
    const reply = await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
    await ada.press(reply, 'feedback', { value: helpful(reply) });
    const kept = async () => {
      const records = [];
      for await (const record of ledger.exportRecords('feedback')) records.push(record.verdict);
      return records;
    };
    await expect.poll(kept).toEqual(['helpful']);
  });

  it('ask why when it did not', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const reply = await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
    await ada.press(reply, 'feedback', { value: helpful(reply).replace('helpful', 'not-helpful') });
    const view = await ada.until(() => ada.modal());
    expect(textsIn(view)).toContain('What is not right?');
  });
});

function helpful(reply: { readonly blocks: readonly object[] }): string {
  const [, value] = /"value":"(helpful (?:[^"\\]|\\.)*)"/.exec(JSON.stringify(reply.blocks)) ?? [];
  return JSON.parse(`"${value}"`);
}
