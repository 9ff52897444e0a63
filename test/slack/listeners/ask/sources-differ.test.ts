import { expect, it } from 'vitest';
import { openFactDesk } from '../../../../src/answer/index.ts';
import { loadCorpus } from '../../../../src/corpus/index.ts';
import { openSlackDesk } from '../../slack-desk.ts';

it('sources with different figures are shown together, newest first, each with its date', async () => {
  const corpus = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [] });
  const factDesk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
  const { slack, ledger } = await openSlackDesk({ factDesk });
  const ada = slack.person('ada');
  await ada.command('newsroom', '/fact', 'How many deaths did land mines cause?');
  const { text } = await ada.until(() => ada.messages('newsroom')[0]);
  expect(text).toContain('Sources differ. Newest first, each with its date:');
  const [newer, older] = [text.indexOf('1,945 were killed'), text.indexOf('1,983 died')];
  expect(newer).toBeGreaterThan(0);
  expect(older).toBeGreaterThan(newer);
  expect(text.slice(newer, older)).toContain('as of 2024');
  expect(text.slice(older)).toContain('as of 2023');
  const [asked] = await ledger.questionsOf(ada.id);
  expect(asked?.quoted).toHaveLength(2);
});
