import { expect, it } from 'vitest';
import { openFactDesk } from '../../../../src/answer/index.ts';
import { loadCorpus } from '../../../../src/corpus/index.ts';
import { aFolder, lines, saying } from '../../../corpus/archive/a-folder.ts';
import { createFolder, createSheet } from '../../../corpus/temporary-folder.ts';
import { openSlackDesk } from '../../slack-desk.ts';

const crowd = (id: string, text: string, asOf: string) =>
  createSheet(
    `## ${id}\n> ${text}\n\n- kind: statement\n- as of: ${asOf}\n`,
    `title: ${id}\npublished: 2025-06`,
  );

async function replyTo(question: string, sheets: Readonly<Record<string, string>>) {
  const corpus = await loadCorpus({ sheets: await createFolder(sheets), archive: [] });
  const factDesk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
  const { slack, ledger } = await openSlackDesk({ factDesk });
  const ada = slack.person('ada');
  await ada.command('newsroom', '/fact', question);
  const { text } = await ada.until(() => ada.messages('newsroom')[0]);
  const [asked] = await ledger.questionsOf(ada.id);
  return { text, quoted: asked?.quoted };
}

const CLUB = 'An average of 18,400 people watched the games of Halden United in 2024.';
const LEAGUE = 'An average of 17,100 people watched the games of Halden United in 2024.';
const YEAR_BEFORE = 'An average of 16,300 people watched the games of Halden United in 2023.';

it('sources with different figures for the same time are shown together, newest first', async () => {
  const { text, quoted } = await replyTo('How many people watched the games of Halden United?', {
    'a.md': crowd('league', LEAGUE, '2024-11'),
    'b.md': crowd('club', CLUB, '2024-12'),
  });
  expect(text).toContain('Sources differ. Newest first, each with its date:');
  expect(text.indexOf('17,100')).toBeGreaterThan(text.indexOf('18,400'));
  expect(text).toContain('As of December 2024');
  expect(quoted).toHaveLength(2);
});

it('a figure of another year stands below the newest one, under a heading that says so', async () => {
  const { text, quoted } = await replyTo('How many people watched the games of Halden United?', {
    'a.md': crowd('before', YEAR_BEFORE, '2023-12'),
    'b.md': crowd('club', CLUB, '2024-12'),
  });
  expect(text).not.toContain('Sources differ');
  const [newer, heading, older] = [
    text.indexOf('18,400'),
    text.indexOf('Other years.'),
    text.indexOf('16,300'),
  ];
  expect(heading).toBeGreaterThan(newer);
  expect(older).toBeGreaterThan(heading);
  expect(quoted).toHaveLength(2);
});

it('a wire story that several outlets printed is quoted once, and cited with its agency and their number', async () => {
  const story = `NORBECK (AP) — The harbour works cost 41 million crowns, the port said. They end in May.`;
  const items = ['Post', 'Echo', 'Courier'].map((outlet) =>
    saying(story, {
      uri: `https://${outlet.toLowerCase()}.example/1`,
      infoSources: [{ role: 'publisher', name: outlet }],
    }),
  );
  const archive = [aFolder({ 'news.jsonl': lines(...items) })];
  const corpus = await loadCorpus({ sheets: aFolder(), archive });
  const factDesk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
  const { slack, ledger } = await openSlackDesk({ factDesk });
  const ada = slack.person('ada');
  const reply = await ada.reply(ada.directMessage('How much did the harbour works cost?'));
  expect(reply.text.match(/41 million/g)).toHaveLength(1);
  expect(reply.text).toContain(' · AP, in 3 outlets');
  await ada.press(reply, 'copy_citation');
  const modal = JSON.stringify(await ada.until(() => ada.modal()));
  expect(modal).toContain('Post, 1 March 2026, AP, in 3 outlets');
  const { newest } = await ledger.factsReceivedBy(ada.id, { since: new Date(0), limit: 5 });
  expect(newest[0]?.words?.sourceLine).toContain('AP, in 3 outlets');
});
