import { expect, it } from 'vitest';
import { openFactDesk } from '../../../../src/answer/index.ts';
import { loadCorpus } from '../../../../src/corpus/index.ts';
import { createFolder, createSheet } from '../../../corpus/temporary-folder.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { openSlackDesk } from '../../slack-desk.ts';

const QUESTION = 'How many berths does the harbour have?';
const BERTHS = `## berths
> The harbour has 14 berths.

- kind: statement
- as of: 2026-05
- checked by: Ada Quill, 2 May 2026
`;

async function openDesk(field: string, reviewAfterDays?: number) {
  const sheets = await createFolder({ 'harbour.md': createSheet(BERTHS + field) });
  const corpus = await loadCorpus({ sheets, archive: [] });
  const now = () => new Date('2026-11-30T12:00:00Z');
  const factDesk = await openFactDesk({ corpus, now, reviewAfterDays });
  const { slack } = await openSlackDesk({ factDesk });
  return slack.person('ada');
}

it('whoever gets a fact that is overdue for a review reads so under it, in its context and in what they copy', async () => {
  const ada = await openDesk('- review by: 2026-11-01\n');
  await ada.command('newsroom', '/fact', QUESTION);
  const reply = await ada.until(() => ada.messages('newsroom')[0]);
  expect(textsIn(reply).join('')).toContain(
    'As of May 2026 · A report, 1 October 2024, publisher and link not recorded · review was due 1 Nov 2026',
  );
  await ada.press(reply, 'show_context');
  const context = await ada.until(() => ada.modal());
  expect(textsIn(context).join('')).toContain('Overdue: review was due 1 Nov 2026');
  await ada.press(reply, 'copy_citation');
  const copied = () => textsIn(ada.modal()).join('');
  await ada.until(() => copied().includes('as of May 2026 (review was due 1 Nov 2026)'));
});

it('a fact that nobody checked for as long as is set is told likewise, with the day it was due', async () => {
  const ada = await openDesk('', 30);
  const reply = await ada.reply(ada.directMessage(QUESTION));
  expect(textsIn(reply).join('')).toContain('review was due 1 Jun 2026');
  const standing = await ada.reply(ada.directMessage('Is that still true?'));
  expect(textsIn(standing).join('')).toContain(
    'Its review was due 1 Jun 2026, so ask the desk before you rely on it.',
  );
});

it('nothing is said of a review that is not due yet; its date stands in the context', async () => {
  const ada = await openDesk('- review by: 2027-03\n');
  await ada.command('newsroom', '/fact', QUESTION);
  const reply = await ada.until(() => ada.messages('newsroom')[0]);
  expect(textsIn(reply).join('')).not.toContain('review');
  await ada.press(reply, 'show_context');
  const context = await ada.until(() => ada.modal());
  expect(textsIn(context).join('')).toContain('Review by: March 2027');
});
