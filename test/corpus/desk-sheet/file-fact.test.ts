import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deskSheetOf, fileFact, inspectCorpus, loadCorpus } from '../../../src/corpus/index.ts';
import { createFolder, createSheet } from '../temporary-folder.ts';

const FACT = {
  kind: 'statement',
  text: 'The hospital of Exampleton has 120 beds.',
  saidBy: 'Exampleton health office',
  asOf: '2026-11',
  title: 'Hospitals of Exampleton',
  publisher: 'Health Office',
  published: '2026-11-20',
  url: 'https://health.example/beds',
  topics: ['hospitals', 'Exampleton'],
  askedAs: ['How many beds does the hospital of Exampleton have?'],
  id: 'beds-hospital-exampleton-3f2a1b',
  checkedBy: 'Ada Quill and Grace Bell, 1 December 2026',
} as const;
const NAME = 'desk/2026-12.md';
const SHEET = { name: NAME, month: '2026-12' };
const SECTION = `## beds-hospital-exampleton-3f2a1b
> The hospital of Exampleton has 120 beds.

- kind: statement
- said by: Exampleton health office
- as of: 2026-11
- asked as: How many beds does the hospital of Exampleton have?
- title: Hospitals of Exampleton
- publisher: Health Office
- published: 2026-11-20
- url: https://health.example/beds
- topics: hospitals, Exampleton
- checked by: Ada Quill and Grace Bell, 1 December 2026
`;
const BRIDGE = createSheet('## bridge\n> The bridge is 120 metres long.\n\n- kind: statement\n- as of: 2024');

describe('writing a fact into the sheet of the desk', () => {
  it('makes the sheet of the month, which is read like any other, with the source of each fact', async () => {
    const facts = await createFolder({ 'bridge.md': BRIDGE });
    expect(deskSheetOf({}, new Date('2026-12-31T23:59:00Z'))).toEqual(SHEET);
    expect(await fileFact({ facts }, SHEET, FACT)).toEqual({ kind: 'written', file: join(facts, NAME) });
    expect(await readFile(join(facts, NAME), 'utf8')).toBe(
      `---\ntitle: Facts of the desk, 2026-12\npublished: 2026-12\n---\n\n${SECTION}`,
    );
    const corpus = await loadCorpus({ sheets: facts, archive: [] });
    const fact = corpus.facts.find(({ id }) => id === FACT.id);
    expect(fact).toMatchObject({
      text: FACT.text,
      source: { title: FACT.title, publisher: 'Health Office', published: '2026-11-20', url: FACT.url },
      topics: FACT.topics,
      askedAs: FACT.askedAs,
      checkedBy: FACT.checkedBy,
    });
  });

  it('keeps each byte that stands there, and adds one section: a folder under git shows that change alone', async () => {
    const crlf = BRIDGE.replaceAll('\n', '\r\n').trimEnd();
    const facts = await createFolder({
      'by-hand.md': `\uFEFF${crlf}`,
      'other.md': BRIDGE.replace('bridge', 'pier'),
    });
    const git = (...words: string[]) =>
      execFileSync(
        'git',
        ['-C', facts, '-c', 'core.autocrlf=false', '-c', 'user.email=a@b.c', '-c', 'user.name=a', ...words],
        { encoding: 'utf8' },
      );
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'Facts');
    const before = await readFile(join(facts, 'by-hand.md'));
    await chmod(join(facts, 'by-hand.md'), 0o664);
    expect(await fileFact({ facts }, { ...SHEET, name: 'by-hand.md' }, FACT)).toMatchObject({
      kind: 'written',
    });
    const after = await readFile(join(facts, 'by-hand.md'));
    expect(after.subarray(0, before.length)).toEqual(before);
    expect(after.subarray(before.length).toString()).toBe(`\r\n\r\n${SECTION.replaceAll('\n', '\r\n')}`);
    expect(git('status', '--porcelain')).toBe(' M by-hand.md\n');
    expect((await stat(join(facts, 'by-hand.md'))).mode & 0o777).toBe(0o664);
    expect((await loadCorpus({ sheets: facts, archive: [] })).facts).toHaveLength(3);
  });

  it('writes a fact once, however often it is asked to, and also where somebody mended it since', async () => {
    const facts = await createFolder({ 'bridge.md': BRIDGE });
    await fileFact({ facts }, SHEET, FACT);
    const mended = (await readFile(join(facts, NAME), 'utf8')).replace('120 beds', '121 beds');
    await writeFile(join(facts, NAME), mended);
    expect(await fileFact({ facts }, SHEET, FACT)).toMatchObject({ kind: 'written' });
    expect(await readFile(join(facts, NAME), 'utf8')).toBe(mended);
  });

  it('loses none of several facts that are written at once', async () => {
    const facts = await createFolder({ 'bridge.md': BRIDGE });
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const filings = await Promise.all(ids.map((id) => fileFact({ facts }, SHEET, { ...FACT, id })));
    expect(filings.map(({ kind }) => kind)).toEqual(ids.map(() => 'written'));
    const { corpus, problems } = await inspectCorpus({ sheets: facts, archive: [] });
    expect(problems).toEqual([]);
    expect(corpus.facts.map(({ id }) => id).toSorted()).toEqual([...ids, 'bridge'].toSorted());
    expect(await readdir(join(facts, 'desk'))).toEqual(['2026-12.md']);
  });

  it('takes away what a writer left behind that was killed', async () => {
    const facts = await createFolder({ 'bridge.md': BRIDGE, [`${NAME}.part`]: 'half a she' });
    expect(await fileFact({ facts }, SHEET, FACT)).toMatchObject({ kind: 'written' });
    expect(await readdir(join(facts, 'desk'))).toEqual(['2026-12.md']);
  });

  it('writes where a link leads', async () => {
    const facts = await createFolder({ 'bridge.md': BRIDGE });
    const elsewhere = await createFolder({ 'sheet.md': BRIDGE.replace('bridge', 'pier') });
    await symlink(join(elsewhere, 'sheet.md'), join(facts, 'linked.md'));
    expect(await fileFact({ facts }, { ...SHEET, name: 'linked.md' }, FACT)).toMatchObject({
      kind: 'written',
    });
    expect(await readFile(join(elsewhere, 'sheet.md'), 'utf8')).toContain(SECTION);
  });

  it.each<[string, (facts: string) => Promise<unknown>, RegExp]>([
    ['the folder of the sheets is gone', (facts) => rm(facts, { recursive: true }), /is not there/],
    ['a file stands in the way', (facts) => writeFile(join(facts, 'desk'), 'x'), /a file stands where/],
    ['a folder stands in its place', (facts) => mkdir(join(facts, NAME), { recursive: true }), /a folder/],
    [
      'the sheet is no text',
      async (facts) => {
        await mkdir(join(facts, 'desk'));
        await writeFile(join(facts, NAME), Buffer.from([0xff, 0xfe, 0x41]));
      },
      /not UTF-8/,
    ],
    [
      'the sheet hides what stands at its end',
      async (facts) => {
        await mkdir(join(facts, 'desk'));
        await writeFile(join(facts, NAME), `${BRIDGE}\n<!-- not closed\n`);
      },
      /of the sheet/,
    ],
    [
      'the head of the sheet cannot be read',
      async (facts) => {
        await mkdir(join(facts, 'desk'));
        await writeFile(join(facts, NAME), '---\ntitle: [\n---\n');
      },
      /of the sheet/,
    ],
  ])('says why it is not written where %s, and leaves all as it was', async (_, spoil, why) => {
    const facts = await createFolder({ 'bridge.md': BRIDGE });
    await spoil(facts);
    const before = await readFile(join(facts, NAME)).catch(() => null);
    const filing = await fileFact({ facts }, SHEET, FACT);
    expect(filing).toMatchObject({ kind: 'not written', why: expect.stringMatching(why) });
    expect(await readFile(join(facts, NAME)).catch(() => null)).toEqual(before);
  });

  it('says so where the folder cannot be written', async ({ skip }) => {
    if (process.getuid?.() === 0) return skip('Nothing is forbidden to root.');
    const facts = await createFolder({ 'bridge.md': BRIDGE });
    await chmod(facts, 0o555);
    const filing = await fileFact({ facts }, SHEET, FACT);
    expect(filing).toMatchObject({ kind: 'not written', why: expect.stringMatching(/no permission/) });
    await chmod(facts, 0o755);
    expect(await fileFact({ facts }, SHEET, FACT)).toMatchObject({ kind: 'written' });
  });
});

describe('a section that names a source of its own', () => {
  const read = async (fields: string) => {
    const sheet = createSheet(
      `## pier\n> The pier is closed.\n\n- kind: statement\n${fields}`,
      'title: A report\npublished: 2024\ntopics: [harbour]',
    );
    return inspectCorpus({ sheets: await createFolder({ 'pier.md': sheet }), archive: [] });
  };

  it('is cited by it, and keeps the topics of the sheet', async () => {
    const { corpus } = await read('- title: A call\n- accessed: 2026-12-01');
    expect(corpus.facts).toMatchObject([
      { source: { title: 'A call', accessed: '2026-12-01' }, topics: ['harbour'] },
    ]);
    expect(corpus.facts[0]?.source.publisher).toBeUndefined();
  });

  it('may have topics of its own alone', async () => {
    const { corpus } = await read('- topics: piers');
    expect(corpus.facts).toMatchObject([{ source: { title: 'A report' }, topics: ['piers'] }]);
  });

  it.each([
    '- published: withdrawn',
    '- title: The pier EMBARGOED',
    '- topics: do not use this',
    '- publisher: embargoed until Monday',
    '- accessed: embargo',
  ])('is held back where its own source seems to take it back: %s', async (field) => {
    const { problems, visibility } = await read(field);
    expect(problems.length).toBeGreaterThan(0);
    expect([...visibility.values()][0]?.get('pier')).toMatchObject({ status: 'in doubt' });
  });

  it.each([
    ['- url: https://a.example', 9, '"url" belongs to a source that has no title'],
    ['- title: A call', 9, 'the source has no date'],
    ['- title: A call\n- published: soon', 10, '"published" cannot be read'],
    ['- title: A call\n- published: 2024\n- url: nowhere', 11, '"url" cannot be read'],
  ])('is told what is wrong with %j', async (fields, above, what) => {
    const { problems, corpus } = await read(fields);
    expect(problems).toContainEqual(expect.objectContaining({ line: above + 2, what }));
    expect(corpus.facts).toEqual([]);
  });
});
