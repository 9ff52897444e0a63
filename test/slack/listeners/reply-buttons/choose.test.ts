import { describe, expect, it } from 'vitest';
import type { FactDesk } from '../../../../src/answer/index.ts';
import { openSampleDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openSlackDesk } from '../../slack-desk.ts';

/** The desk as it is when it is not sure. */
async function openUnsureDesk(): Promise<FactDesk> {
  const desk = await openSampleDesk();
  const ask: FactDesk['ask'] = async (...asked) => {
    const answer = await desk.ask(...asked);
    return answer.outcome === 'answer' ? { ...answer, outcome: 'choices' } : answer;
  };
  return { ...desk, ask };
}

describe('"This one"', () => {
  it('shows the chosen fact and lets the desk know which question it answers', async () => {
    const { slack, ledger } = await openSlackDesk({ factDesk: await openUnsureDesk() });
    const ada = slack.person('ada');
    await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
    const choices = await ada.until(() => ada.messages('newsroom')[0]);
    expect(choices.text).toContain('Close matches, check whether one answers:');
    await ada.press(choices, 'this_one');
    const chosen = await ada.until(() => ada.messages('newsroom')[1]);
    expect(chosen.isPrivate).toBe(true);
    expect(chosen.words).toContain(SIGNATURE_QUOTE);
    const records = [];
    for await (const record of ledger.exportRecords('choices', { withPrivate: true })) records.push(record);
    expect(JSON.stringify(records)).toContain('treaty-signed-in-ottawa');
  });

  it('shows the chosen fact in the thread where the button was pressed', async () => {
    const { slack } = await openSlackDesk({ factDesk: await openUnsureDesk() });
    const ada = slack.person('ada');
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    await ada.press(await ada.reply(question), 'this_one');
    const inThread = () => ada.thread('newsroom', question.ts).filter(({ isPrivate }) => isPrivate);
    expect((await ada.until(() => inThread()[0])).words).toContain(SIGNATURE_QUOTE);
    expect(ada.messages('newsroom').filter(({ isFromApp }) => isFromApp)).toEqual([]);
  });

  it('lets the chosen fact be shared', async () => {
    const { slack } = await openSlackDesk({ factDesk: await openUnsureDesk() });
    const ada = slack.person('ada');
    await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
    await ada.press(await ada.until(() => ada.messages('newsroom')[0]), 'this_one');
    await ada.press(await ada.until(() => ada.messages('newsroom')[1]), 'share_here');
    const grace = slack.person('grace');
    const shared = await grace.until(() => grace.messages('newsroom')[0]);
    expect(shared.words).toContain(SIGNATURE_QUOTE);
  });
});
