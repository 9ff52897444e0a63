import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../../src/answer/index.ts';
import { loadCorpus } from '../../../src/corpus/index.ts';
import { openSlackDesk } from '../slack-desk.ts';

/** Each filter is compared with every name on file: with 250 ms for a question, these take far too long. */
const HARD = Array.from({ length: 2_400 }, (_, i) => `speaker:austn${i}`).join(' ');

async function openHastyDesk() {
  const corpus = await loadCorpus({ sheets: 'facts', archive: [] });
  const factDesk = await openFactDesk({ corpus, now: () => new Date(), mostMs: 250 });
  return openSlackDesk({ factDesk });
}

describe('a question that takes too long', () => {
  it('is stopped, whoever asked is told so, and the next question is answered', async () => {
    const { slack, ledger, factDesk, log } = await openHastyDesk();
    const ada = slack.person('ada');
    const told = await ada.reply(ada.directMessage(HARD));
    expect(told.text).toBe(
      'Your question took too long to look up, so it was stopped. Ask it in fewer or plainer words; if that is stopped ' +
        'too, tell whoever runs this app.',
    );
    const [example = ''] = (await factDesk.onFile()).examples;
    const next = await ada.reply(ada.directMessage(example));
    expect(next.words).toContain((await factDesk.ask(example)).quotes[0]?.text);
    expect(await ledger.questionsOf(ada.id)).toMatchObject([
      { words: example, outcome: 'answer' },
      { words: HARD, outcome: 'failed', repliedAt: expect.any(Date) },
    ]);
    expect(log()).toContain('"outcome":"failed","error":"TookTooLongError"');
    expect(log()).not.toContain('austn');
  });
});
