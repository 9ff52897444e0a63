import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../../src/answer/index.ts';
import { BETWEEN_MS, HARD_QUESTION, manySpeakers } from '../../answer/many-speakers.ts';
import { openSlackDesk } from '../slack-desk.ts';

const QUESTION = 'What said captain 7?';

async function openHastyDesk() {
  const corpus = await manySpeakers();
  return openSlackDesk({
    factDesk: await openFactDesk({ corpus, now: () => new Date(), mostMs: BETWEEN_MS }),
  });
}

describe('a question that takes too long', () => {
  it('is stopped, whoever asked is told so, and the next question is answered', async () => {
    const { slack, ledger, log } = await openHastyDesk();
    const ada = slack.person('ada');
    const told = await ada.reply(ada.directMessage(HARD_QUESTION));
    expect(told.text).toBe(
      'Your question took too long to look up, so it was stopped. Ask it in fewer or plainer words; if that is stopped ' +
        'too, tell whoever runs this app.',
    );
    const next = await ada.reply(ada.directMessage(QUESTION));
    expect(next.words).toContain('Ferry 7 was late.');
    expect(await ledger.questionsOf(ada.id)).toMatchObject([
      { words: QUESTION, outcome: 'answer' },
      { words: HARD_QUESTION, outcome: 'failed', repliedAt: expect.any(Date) },
    ]);
    expect(log()).toContain('"outcome":"failed","error":"TookTooLongError"');
    expect(log()).not.toContain('austn');
  });
});
