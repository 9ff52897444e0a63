import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openLedger } from '../../../../src/ledger/index.ts';
import type { Person, SeenMessage } from '../../../../src/playground/index.ts';
import { createFolder, createSheet } from '../../../corpus/temporary-folder.ts';
import { MINES } from '../../../ledger/sample-questions.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { openFilesDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openSlackDesk, readOwnManifest } from '../../slack-desk.ts';

const MINES_QUESTION = 'How much land around Izium is mined?';
const MINES_QUOTE = 'Every tenth hectare around Izium is still mined.';
const NOON = () => new Date('2026-01-02T12:00:00.000Z');

const openEmptyLedger = async (now: () => Date) => openLedger({ directory: await createFolder({}), now });

const seen = (person: Person) => textsIn(person.modal()).join('\n');
/** What can be ticked, all groups together, by its value. */
function offered(person: Person): readonly string[] {
  const written = JSON.stringify(person.modal()?.blocks.filter(({ type }) => type === 'input'));
  return [...new Set([...written.matchAll(/"value":"([0-9a-f]{32})"/g)].map(([, id]) => id ?? ''))];
}

/** What is said of each fact that is ticked already. */
function ticked(person: Person): readonly string[] {
  return (person.modal()?.blocks ?? []).flatMap((block) =>
    block.type === 'input' && block.element.type === 'checkboxes'
      ? (block.element.initial_options ?? []).flatMap(({ description }) => description?.text ?? [])
      : [],
  );
}

async function openHomeWindow(person: Person): Promise<void> {
  person.openHome();
  await person.until(() => person.home());
  await person.press('home', 'home_source_notes');
  await person.until(() => person.modal()?.submit);
}

const withFiles = (person: Person) =>
  person.until<SeenMessage>(() => person.messages('dm').find(({ files }) => files.length > 0));

async function manifestWithoutFiles() {
  const manifest = await readOwnManifest();
  const bot = manifest.oauth_config?.scopes?.bot?.filter((scope) => scope !== 'files:write');
  return { ...manifest, oauth_config: { scopes: { bot } } };
}

describe('source notes', () => {
  it('are made on Home of the facts that somebody got and leaves ticked, and come to them alone as files', async () => {
    const { slack, log } = await openSlackDesk({ now: NOON }, { inherit: () => openEmptyLedger(NOON) });
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    for (const question of [SIGNATURE_QUESTION, MINES_QUESTION]) await ada.reply(ada.directMessage(question));
    await grace.reply(grace.directMessage('What did Axworthy call the convention?'));
    await openHomeWindow(ada);
    expect(seen(ada)).toContain('You got 2 facts');
    expect(seen(ada)).toContain(SIGNATURE_QUOTE);
    expect(seen(ada)).not.toContain('victory');
    const [first = '', second = ''] = offered(ada);
    const words = seen(ada);
    const ofMines = words.indexOf(MINES_QUOTE) < words.indexOf(SIGNATURE_QUOTE) ? first : second;
    await ada.submit({ source_notes_facts: [ofMines], source_notes_forms: ['markdown', 'plain', 'csv'] });
    const { files, text } = await withFiles(ada);
    expect(text).toBe('Your source notes: 1 fact.');
    expect(files.map(({ title }) => title)).toEqual([
      'Source notes (Markdown)',
      'Source notes (Plain text)',
      'Source notes (CSV, for a spreadsheet)',
    ]);
    expect(files[0]?.name).toMatch(/^source-notes-2026-01-02-[0-9a-f]{8}\.md$/);
    const [markdown = '', plain = '', csv = ''] = files.map((file) => file.text);
    expect(markdown).toContain('1 fact as factdesk showed them, put together 2 Jan 2026, 12:00 UTC.');
    expect(markdown).toMatch(
      /\n## 1\n\n> Every tenth hectare around Izium is still mined\.\n\n- Said by: Vadym/,
    );
    expect(plain).toContain('[1]\n    Every tenth hectare around Izium is still mined.\n    Said by: Vadym');
    for (const line of ['Source: Mines around Izium', 'Publisher: not recorded', 'Link: not recorded'])
      expect(plain).toContain(`    ${line}\n`);
    for (const line of ['Published: 20 November 2024', 'As of: 20 November 2024', 'Checked by: not recorded'])
      expect(plain).toContain(`    ${line}\n`);
    expect(plain).toMatch(/Fact: filashkin-hectares-izium, version [0-9a-f]{8}\n {4}Retrieved: 2 Jan 2026/);
    expect(csv.split('\r\n')[0]).toBe(
      'number,quote,kind,speaker,source,publisher,published,link,as of,checked by,fact,version,retrieved,changed since',
    );
    expect(csv).toContain(
      '1,Every tenth hectare around Izium is still mined.,quote,"Vadym Filashkin, governor",Mines around Izium,,2024-11-20,,2024-11-20,,filashkin-hectares-izium,',
    );
    await ada.until(() => seen(ada).includes('are in your direct messages with the app, as files.'));
    expect(grace.messages('newsroom').concat(ada.messages('newsroom'))).toEqual([]);
    expect(grace.messages('dm').flatMap(({ files: hers }) => hers)).toEqual([]);
    expect(log()).not.toContain('"level":50');
  });

  it('are asked for by /fact sources where one is, of the time that is chosen', async () => {
    let now = NOON();
    const clock = () => now;
    const { slack, ledger } = await openSlackDesk({ now: clock }, { inherit: () => openEmptyLedger(clock) });
    const ada = slack.person('ada');
    await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
    const everything = { since: new Date(0), limit: 1 };
    await vi.waitFor(async () => expect((await ledger.factsReceivedBy(ada.id, everything)).total).toBe(1));
    now = new Date('2026-01-03T12:30:00.000Z');
    await ada.command('newsroom', '/fact', ' Sources ');
    await ada.until(() => seen(ada).includes('You got 1 fact,'));
    for (const [value, words] of [
      ['today', 'You got no facts in that time.'],
      ['30-days', 'You got 1 fact,'],
      ['24-hours', 'You got no facts in that time.'],
    ] as const) {
      await ada.press('modal', 'source_notes_since', { value });
      await ada.until(() => seen(ada).includes(words));
    }
    expect(ada.modal()?.submit).toBeUndefined();
    expect(ada.messages('newsroom')).toHaveLength(1);
  });

  it('say what was changed or withdrawn since, beside the words as they were shown', async () => {
    const { folder, factDesk, reload } = await openFilesDesk();
    const { slack } = await openSlackDesk({ factDesk, now: NOON });
    const ada = slack.person('ada');
    for (const question of [SIGNATURE_QUESTION, MINES_QUESTION]) await ada.reply(ada.directMessage(question));
    const treaty = `---\ntitle: The treaty\npublished: 1997\n---\n\n## treaty-signed-in-ottawa\n> It was *opened* on 4 December 1997.\n\n- kind: statement\n`;
    await writeFile(join(folder, 'treaty.md'), treaty);
    await rm(join(folder, 'mines.md'));
    await reload();
    await openHomeWindow(ada);
    expect(seen(ada)).toContain('changed since · 20');
    expect(seen(ada)).toContain('NO LONGER ON FILE · 20');
    expect(ticked(ada)).toEqual([expect.stringMatching(/^changed since/)]);
    await ada.submit({ source_notes_facts: [...offered(ada)], source_notes_forms: ['markdown', 'csv'] });
    const [markdown = '', csv = ''] = (await withFiles(ada)).files.map(({ text }) => text);
    expect(markdown).toContain(
      '**Changed since. Now: It was \\*opened\\* on 4 December 1997.**\n\n> The convention',
    );
    expect(markdown).toContain('**No longer on file: withdrawn, replaced or removed since. Do not use it');
    expect(csv).toContain(`${SIGNATURE_QUOTE},statement,`);
    expect(csv).toContain('Changed since. Now: It was *opened* on 4 December 1997.');
  });

  it('come as text, to be copied, where the app may send no files', async () => {
    const { slack, log } = await openSlackDesk({ now: NOON }, { manifest: await manifestWithoutFiles() });
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
    await openHomeWindow(ada);
    await ada.submit({ source_notes_forms: ['markdown', 'csv'] });
    await ada.until(() => seen(ada).includes('as text: Slack takes no files of this app here.'));
    const words = ada.messages('dm').at(-1)?.words ?? '';
    expect(words).toContain('Your source notes: 1 fact. The app may send no files here');
    expect(words).toContain(`> ${SIGNATURE_QUOTE}`);
    expect(words).toContain('number,quote,kind');
    expect(log()).not.toContain('"level":50');
  });

  it('list the newest hundred of many facts, and come as several messages that lose no word', async () => {
    const now = NOON;
    const ids = Array.from({ length: 130 }, (_, index) => `fact-${String(index).padStart(3, '0')}`);
    const { folder, factDesk, reload } = await openFilesDesk();
    const sections = ids.map((id) => `## ${id}\n> A shorter reading.\n\n- kind: statement\n`);
    await writeFile(join(folder, 'many.md'), createSheet(sections.join('\n')));
    await reload();
    const { slack } = await openSlackDesk(
      { factDesk, now },
      {
        manifest: await manifestWithoutFiles(),
        inherit: async (workspace) => {
          const ledger = await openEmptyLedger(now);
          const ada = workspace.person('ada').id;
          const facts = ids.map((factId, index) => ({
            factId,
            factHash: `version-${index}`,
            words: {
              ...MINES.words,
              text: `${index} & more: ${'<long words> '.repeat(index === 7 ? 400 : 20)}end ${index}.`,
            },
          }));
          const place = { channel: 'D1', messageTs: '1.1', seenBy: ada, sentBy: null, person: ada };
          await ledger.recordDelivery({ ...place, kind: 'reply', questionId: 'q', facts });
          return ledger;
        },
      },
    );
    const ada = slack.person('ada');
    await openHomeWindow(ada);
    expect(seen(ada)).toContain('The 100 facts you got last, of 130.');
    expect(offered(ada)).toHaveLength(100);
    await ada.submit();
    await ada.until(() => seen(ada).includes('are in your direct messages'), { withinMs: 20_000 });
    const words = ada
      .messages('dm')
      .map((message) => message.words)
      .join('');
    const ends = [...words.matchAll(/end (\d+)\./g)].map(([, number]) => Number(number));
    expect(ends).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(words.match(/\\<long words\\>/g)).toHaveLength(99 * 20 + 400);
  });

  it('come once though the answer of Slack is lost; where nothing is ticked none are made', async () => {
    const { slack } = await openSlackDesk({ now: NOON });
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
    slack.faults.next('files.completeUploadExternal', { kind: 'lost-answer' });
    await openHomeWindow(ada);
    await ada.submit();
    await ada.until(() => seen(ada).includes('direct messages with the app, as files.'));
    expect(ada.messages('dm').filter(({ files }) => files.length > 0)).toHaveLength(1);
    await ada.closeModal();
    await openHomeWindow(ada);
    await ada.submit({ source_notes_facts: [] });
    await ada.until(() => seen(ada).includes('No fact was ticked'));
  });
});
