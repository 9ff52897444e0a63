import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { aFolder, anItem, lines, saying } from '../corpus/archive/a-folder.ts';
import { MINES, newQuestion, reply } from '../ledger/sample-questions.ts';
import { run } from './run.ts';

const DAM = saying('The dam at Orrby leaks.', {
  uri: 'https://echo.example/dam',
  headlines: [{ role: 'main', value: 'Dam leaks' }],
  infoSources: [{ role: 'publisher', name: 'Orrby Echo' }],
});
const DAM_HELD = DAM.replace('leaks.', 'held.').replace('2026-03-02T', '2026-03-09T');
const GONE = anItem({
  uri: 'u:mayor',
  pubStatus: 'canceled',
  bodies: [],
  firstCreated: '2026-02-01T08:00:00Z',
});

const inArchive = (...items: readonly string[]) => {
  const folder = aFolder({ 'articles-000001.jsonl': lines(...items) });
  const data = aFolder();
  const env = { FACTDESK_ARCHIVE: folder, FACTDESK_DATA: data };
  return { folder, data, archive: (...words: readonly string[]) => run(['archive', ...words], { env }) };
};

describe('factdesk archive list', () => {
  it('has the newest version of every article on a line, with its state', async () => {
    const { archive } = inArchive(DAM, DAM_HELD, GONE);
    expect(await archive('list')).toEqual({
      stdout:
        '2026-03-01  usable     https://echo.example/dam  “Dam leaks”, Orrby Echo\n' +
        '2026-02-01  canceled   u:mayor  “Harbour of Norbeck closes”, The Norbeck Post\n',
      stderr: '',
      exitCode: 0,
    });
  });

  it.each([
    ['words', ['ORRBY', 'held']],
    ['publisher', ['--publisher', 'echo']],
    ['days', ['--after', '2026-02-02', '--before', '2026-03']],
    ['state', ['--state', 'usable']],
  ])('is narrowed by %s', async (_what, words) => {
    const { archive } = inArchive(DAM, DAM_HELD, GONE);
    const { stdout } = await archive('list', ...words);
    expect(stdout.trim().split('\n')).toEqual([expect.stringContaining('https://echo.example/dam')]);
  });

  it('gives JSON, and nothing that steers a terminal', async () => {
    const { archive } = inArchive(
      saying('The dam held.', { uri: 'u:1', headlines: [{ value: 'A\u001b[2Jdam' }] }),
    );
    expect(JSON.parse((await archive('list', '--json')).stdout)).toMatchObject({
      uri: 'u:1',
      state: 'usable',
    });
    expect((await archive('list')).stdout).toContain('A\\x1b[2Jdam');
  });

  it.each([
    ['a day that is none', ['list', '--after', 'March'], 'Write a day such as 2026-11-20', 2],
    ['a state that is none', ['list', '--state', 'gone'], 'Allowed choices are usable', 2],
    ['no archive', ['list'], 'There is no archive. Set FACTDESK_ARCHIVE', 1],
  ])('says what is wrong with %s', async (_what, words, message, code) => {
    const { stderr, exitCode } = await run(['archive', ...words]);
    expect([stderr, exitCode]).toEqual([expect.stringContaining(message), code]);
  });
});

describe('factdesk archive show', () => {
  it('has every version with its place and text', async () => {
    const { archive, folder } = inArchive(DAM, DAM_HELD);
    const { stdout } = await archive('show', 'https://echo.example/dam');
    expect(stdout).toContain(`stands in: ${folder}/articles-000001.jsonl:1\n\nThe dam at Orrby leaks.\n`);
    expect(stdout).toContain(`stands in: ${folder}/articles-000001.jsonl:2\n\nThe dam at Orrby held.\n`);
  });

  it('says that nothing has the name', async () => {
    expect(await inArchive(DAM).archive('show', 'u:none')).toMatchObject({
      stderr: 'u:none: nothing on file has this name. "factdesk archive list" finds it.\n',
      exitCode: 1,
    });
  });
});

describe('factdesk archive remove', () => {
  it('erases the article, its index, and says so; an import does not bring it back', async () => {
    const { archive, folder, data } = inArchive(DAM, DAM_HELD, GONE);
    const env = { FACTDESK_ARCHIVE: folder, FACTDESK_DATA: data };
    await run(['index'], { env });
    expect(readdirSync(data)).toHaveLength(1);
    const { stdout, exitCode } = await archive('remove', 'https://echo.example/dam');
    expect([stdout, exitCode]).toEqual([
      [
        'Erased https://echo.example/dam: 2 lines in 1 file. No import lets it in again before ' +
          '"factdesk archive allow https://echo.example/dam".',
        `  ${folder}/articles-000001.jsonl`,
        'Deleted 1 index file, built again when needed.',
        'What Slack, backups and the sources hold is not touched. Nor are the words of it that the ledger keeps as shown: ' +
          '--from-ledger erases them too.\n',
      ].join('\n'),
      0,
    ]);
    expect(readdirSync(data)).toEqual([]);
    const again = await run([
      'import',
      join(aFolder({ 'a.jsonl': lines(DAM_HELD) }), 'a.jsonl'),
      '--out',
      folder,
    ]);
    expect(again.stdout).toContain('1 not let in again, erased by the desk.');
    const asked = await run(['ask', 'Does the dam at Orrby leak?'], {
      env: { ...env, FACTDESK_FACTS: aFolder() },
    });
    expect(asked.stdout).toContain('Nothing on file');
    expect((await archive('list', '--state', 'erased')).stdout).toContain('https://echo.example/dam');
    expect((await archive('allow', 'https://echo.example/dam')).stdout).toContain('is let in again');
  });

  it('erases from the ledger what of it was shown, where that is wanted; who was shown it stays', async () => {
    const { archive, data } = inArchive(DAM, GONE);
    const open = () => openLedger({ directory: data, now: () => new Date('2026-11-20T09:00:00Z') });
    const ledger = await open();
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    const shown = (factId: string) => ({ ...MINES, factId });
    const facts = ['https://echo.example/dam#0', 'https://echo.example/dam2#0'].map(shown);
    await ledger.recordDelivery(reply(questionId, { facts }));
    await ledger.close();
    const dry = await archive('remove', '--from-ledger', '--dry-run', 'https://echo.example/dam');
    expect(dry.stdout).toContain('Would erase from the ledger the words of 1 quote that were shown.');
    const { stdout, exitCode } = await archive('remove', '--from-ledger', 'https://echo.example/dam');
    expect([exitCode, stdout]).toEqual([
      0,
      expect.stringContaining(
        'Erased from the ledger the words of 1 quote that were shown. Who was shown them stays on record.\n' +
          'What Slack, backups and the sources hold is not touched.\n',
      ),
    ]);
    const after = await open();
    const words = async (id: string) =>
      (await after.usesOf(id)).versions.map((version) => version.words?.text);
    expect(await words('https://echo.example/dam#0')).toEqual([undefined]);
    expect(await words('https://echo.example/dam2#0')).toEqual([MINES.words.text]);
    expect((await after.usesOf('https://echo.example/dam#0')).total).toBe(1);
    await after.close();
    expect((await archive('remove', '--from-ledger', 'https://echo.example/dam')).stdout).toContain(
      '0 quotes',
    );
  });

  it('says that nothing was ever shown where the bot never ran', async () => {
    const { stdout } = await inArchive(DAM).archive('remove', '--from-ledger', 'https://echo.example/dam');
    expect(stdout).toContain('There is no ledger: nothing of it was ever shown.');
  });

  it('writes nothing in a dry run', async () => {
    const { archive, folder } = inArchive(DAM);
    const { stdout } = await archive('remove', '--dry-run', 'https://echo.example/dam');
    expect(stdout).toContain('Would erase https://echo.example/dam: 1 line in 1 file.');
    expect(readdirSync(folder)).toEqual(['articles-000001.jsonl']);
    expect(readFileSync(join(folder, 'articles-000001.jsonl'), 'utf8')).toBe(lines(DAM));
  });

  it('keeps out what is not on file yet, and says that it is not', async () => {
    const { archive, folder } = inArchive(DAM);
    const { stdout, stderr, exitCode } = await archive('remove', 'S-9');
    expect([stderr, exitCode]).toEqual([expect.stringContaining('S-9: nothing on file has this name'), 1]);
    expect(stdout).toContain('Keeps out urn:factdesk:item::S-9: none of it is on file.');
    const table = aFolder({ 'a.csv': 'id,title,text\nS-9,Dam,The dam broke.\n' });
    expect((await run(['import', table, '--out', folder])).stdout).toContain('1 not let in again');
  });

  it('erases nothing at all when one of the names is that of two articles', async () => {
    const two = ['echo', 'post'].map((name) =>
      saying('The dam held.', { uri: `urn:factdesk:item:${name}:7` }),
    );
    const { archive, folder } = inArchive(DAM, ...two);
    const { stderr, exitCode } = await archive('remove', 'https://echo.example/dam', '7');
    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      '7 is the name of 2 articles. Name one of these by its URI:\n' +
        '- urn:factdesk:item:echo:7\n- urn:factdesk:item:post:7\n',
    );
    expect(readFileSync(join(folder, 'articles-000001.jsonl'), 'utf8')).toContain('The dam at Orrby leaks.');
  });

  it('tells of lines that nobody can read, which may hold it', async () => {
    const { archive } = inArchive(DAM, '{"headline": "half a li');
    const { stderr, exitCode } = await archive('remove', 'https://echo.example/dam');
    expect([stderr, exitCode]).toEqual([expect.stringContaining('articles-000001.jsonl:2: '), 1]);
    expect(stderr).toContain('These lines cannot be read, and may hold what is to be erased');
  });
});
