import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../../src/ledger/index.ts';
import { createFolder } from '../../../corpus/temporary-folder.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openCopy, openSlackDesk } from '../../slack-desk.ts';

describe('a button pressed after the bot was restarted', () => {
  it('still shows the context, and still shares', async () => {
    const directory = await createFolder({});
    const now = () => new Date();
    const desk = await openSlackDesk({}, { inherit: () => openLedger({ directory, now }) });
    const [ada, grace] = [desk.slack.person('ada'), desk.slack.person('grace')];
    await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
    const reply = await ada.until(() => ada.messages('newsroom')[0]);
    await desk.app.stop({ deadlineMs: 2_000 });
    await openCopy(desk, await openLedger({ directory, now }));
    await ada.press(reply, 'show_context');
    expect(textsIn(await ada.until(() => ada.modal())).join('')).toContain(SIGNATURE_QUOTE);
    await ada.press(reply, 'share_here');
    const shared = await grace.until(() => grace.messages('newsroom')[0]);
    expect(shared.text).toContain(`for the question: ${SIGNATURE_QUESTION}`);
  });
});
