import { describe, expect, it } from 'vitest';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { run } from './run.ts';

const HEAD = 'title: Harbour report\npublished: 2025\nurl: https://harbour.example/2025\ntopics: [harbour]';
const fact = (id: string, text: string, ...fields: readonly string[]) =>
  `${[`## ${id}`, `> ${text}`, '', '- kind: statement', ...fields.map((field) => `- ${field}`)].join('\n')}\n\n`;
const CHECKED = 'checked by: Research desk';
/** Runs the check on a new folder; gives what it printed without the folder's name. */
async function check(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const folder = await createFolder(files);
  const { stdout, stderr, exitCode } = await run(['check', folder, ...options]);
  const plain = (text: string) => text.replaceAll(`${folder}/`, '');
  return { stdout: plain(stdout), stderr: plain(stderr), exitCode };
}

/** One of each warning, and a broken sheet beside them when asked for. */
const WORRYING = {
  'a.md': createSheet(
    fact(
      'ferry',
      'Ferries carried 120,000 passengers in 2024.',
      'as of: 2024',
      CHECKED,
      'asked as: How many people took the ferry in 2024?',
    ) +
      fact(
        'pier',
        'The new pier is 40 metres long.',
        CHECKED,
        'review by: 2026-11-21',
        'asked as: How many people took the ferry in 2024?',
      ),
    HEAD,
  ),
  'b.md': createSheet(
    fact(
      'ferry-again',
      'In 2024, 130,000 people took the ferry.',
      'as of: 2024-12',
      'asked as: How many people took a ferry in 2024?',
    ),
    'title: Ferry line, 100 years\npublished: 2025\ntopics: [harbour]',
  ),
};

describe('factdesk check', () => {
  it('warns of a topic in the channel settings that no fact has, and names those there are', async () => {
    const settings = await createFolder({ 'channels.yml': 'everywhere: {topics: [harbor]}' });
    const sheets = await createFolder({
      'a.md': createSheet(fact('pier', 'The pier stands.', CHECKED), HEAD),
    });
    const env = { FACTDESK_CHANNELS: `${settings}/channels.yml` };
    const { stderr, exitCode } = await run(['check', sheets], { env });
    expect(stderr).toMatch(/name the topic "harbor", which no fact has\. Use one of harbour/);
    expect(exitCode).toBe(0);
  });

  it('finds the topics of the channel settings in a sheet that names its topics in one text', async () => {
    const settings = await createFolder({ 'channels.yml': 'everywhere: {topics: [quays]}' });
    const head = HEAD.replace('[harbour]', 'harbour, quays, piers');
    const sheets = await createFolder({
      'a.md': createSheet(fact('quay', 'The quay stands.', CHECKED), head),
    });
    const env = { FACTDESK_CHANNELS: `${settings}/channels.yml` };
    const { stdout, stderr } = await run(['check', sheets], { env });
    expect([stdout, stderr]).toEqual(['1 fact in 1 sheet, no problems.\n', '']);
  });

  it('tells what readers would see of a writing tool, and of a title that YAML cuts', async () => {
    const marked = fact('quay', 'The quay &amp; the pier stand. %%says Ulf%%', CHECKED);
    const { stderr, exitCode } = await check({
      'a.md': createSheet(marked, HEAD.replace('Harbour report', 'Report #4 on the harbour')),
    });
    expect(exitCode).toBe(1);
    expect(stderr.split('\n')).toEqual([
      'a.md:2: YAML reads only "Report" here: behind " #" it sees a comment. Put the words into quotation marks: "Report #4 on the harbour".',
      'a.md:9: readers would see a comment between %% in the quote: "%%says Ulf%%". Take it out; what is for the desk goes into "- note:".',
      'a.md:9: readers would see an HTML entity in the quote: "&amp; the pier stand. %%says U…". Write the sign itself, such as & or –.',
      '3 problems in the corpus.',
      '',
    ]);
  });

  it('tells of the review of a whole sheet once, and leaves alone what was checked when it was due', async () => {
    const sections = [
      fact('quay', 'The quay is closed.', CHECKED),
      fact('pier', 'The pier is open.', CHECKED),
      fact('mole', 'The mole is dry.', 'checked by: Ada Quill, 2 November 2026'),
      fact('dock', 'The dock is wet.', CHECKED, 'review by: 2026'),
    ];
    const { stderr } = await check({ 'a.md': createSheet(sections.join(''), `${HEAD}\nreview by: 2026-10`) });
    expect(stderr).toMatch(
      /^Reviews overdue: 1\na\.md:\d: "quay", "pier" were to be looked at again by 2026-10\. /,
    );
  });

  it('is silent about sheets that are well kept', async () => {
    const sound = fact(
      'pier',
      'The new pier is 40 metres long.',
      CHECKED,
      'review by: 2026-11-22',
      'asked as: How long is the pier?',
    );
    expect(await check({ 'a.md': createSheet(sound, HEAD) })).toEqual({
      stdout: '1 fact in 1 sheet, no problems.\n',
      stderr: '',
      exitCode: 0,
    });
  });

  it('tells every problem and exits 1', async () => {
    const { stdout, stderr, exitCode } = await check({
      'a.md': createSheet('## x\n> y\n\n- kind: statement\n- colour: red'),
    });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(
      /^a\.md:10: "colour" is not a field of a fact\. Use one of .*\n1 problem in the corpus\.\n$/,
    );
  });

  it('warns in groups, each with its number, one line a warning, and exits 0', async () => {
    const { stdout, stderr, exitCode } = await check(WORRYING);
    expect({ stdout, exitCode }).toEqual({
      stdout: '3 facts in 2 sheets, no problems, 5 warnings.\n',
      exitCode: 0,
    });
    expect(stderr.split('\n')).toEqual([
      'Reviews overdue: 1',
      'a.md:21: "pier" was to be looked at again by 2026-11-21. Compare it with its source, then write a later date or take the line out.',
      '',
      'Facts that contradict each other: 1',
      'a.md:9: to “How many people took the ferry in 2024?” "ferry" says 120000, and "ferry-again" (b.md:8) says 130000. Correct one of them, let one replace the other, or ask more exactly for what each counts.',
      '',
      'Questions that do not find their fact first: 1',
      'a.md:22: “How many people took the ferry in 2024?” finds "ferry-again" (b.md:8) before "pier". Ask in words that only this fact answers, or take the line out.',
      '',
      'Sources without a link: 1',
      'b.md:1: readers get no link to the source. Add "url: …" to its head, if the source has an address.',
      '',
      'Sheets with facts nobody checked: 1',
      'b.md:7: nobody is named to have checked its fact. Add "- checked by: …" where somebody has compared the fact with its source.',
      '',
    ]);
  });

  it('warns of sound sheets beside broken ones, the problems last', async () => {
    const { stdout, stderr, exitCode } = await check({ ...WORRYING, 'c.md': 'no head' });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(/^Reviews overdue: 1\n/);
    expect(stderr).toMatch(/\nc\.md:1: the sheet has no source\. .*\n1 problem in the corpus\.\n$/);
  });

  it('warns of nothing that is withdrawn or replaced, and of what waits for its embargo', async () => {
    const overdue = 'review by: 2020-01-01';
    const sections = [
      fact('gone', 'The pier is 30 metres long.', overdue, 'status: withdrawn'),
      fact('old', 'The pier is 35 metres long.', overdue),
      fact(
        'held',
        'The pier is 40 metres long.',
        CHECKED,
        overdue,
        'replaces: old',
        'embargo until: 2030-01-01T00:00:00Z',
      ),
    ];
    const { stderr } = await check({ 'a.md': createSheet(sections.join(''), HEAD) });
    expect(stderr).toMatch(/^Reviews overdue: 1\na\.md:\d+: "held" was to be .*\n$/);
  });

  it('names the facts of a sheet that nobody checked, and recalls only a few sheets, all in JSON', async () => {
    const some = ['a', 'b', 'c', 'd'].map((id) => fact(id, `The ${id} pier stands.`)).join('');
    const sheet = createSheet(fact('e', 'The e pier stands.', CHECKED) + some, HEAD);
    const others = ['2', '3', '4', '5'].map((name) => [
      `${name}.md`,
      createSheet(fact(`f${name}`, 'x'), HEAD),
    ]);
    const files = { '1.md': sheet, ...Object.fromEntries(others) };
    const { stderr } = await check(files);
    expect(stderr.split('\n')).toEqual([
      'Sheets with facts nobody checked: 5',
      expect.stringMatching(/^1\.md:14: nobody is named to have checked "a", "b", "c" and 1 more\. Add/),
      expect.stringMatching(/^2\.md:8: nobody is named/),
      expect.stringMatching(/^3\.md:8: nobody is named/),
      '… and 2 more: --format json lists them all.',
      '',
    ]);
    expect(JSON.parse((await check(files, '--format', 'json')).stdout).warnings).toHaveLength(5);
  });

  it('gives all of it as one JSON object to other programs', async () => {
    const { stdout, stderr, exitCode } = await check({ ...WORRYING, 'c.md': 'no head' }, '--format', 'json');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      facts: 3,
      sheets: 3,
      problems: [{ file: 'c.md', line: 1, what: 'the sheet has no source', mend: expect.any(String) }],
    });
    expect(
      report.warnings.map(({ kind, file, line }: Record<string, unknown>) => [kind, file, line]),
    ).toEqual([
      ['overdue', 'a.md', 21],
      ['contradiction', 'a.md', 9],
      ['asked-as', 'a.md', 22],
      ['no-link', 'b.md', 1],
      ['unchecked', 'b.md', 7],
    ]);
    expect(JSON.parse((await check({}, '--format', 'json')).stdout).problems[0]).toMatchObject({
      line: null,
    });
  });

  it('marks files and lines in GitHub Actions, whatever stands in them', async () => {
    const asked = [CHECKED, 'asked as: 50% :: of, what pier?'];
    const odd = fact('one', 'The pier stands.', ...asked) + fact('two', 'The pier fell.', ...asked);
    const { stdout, stderr, exitCode } = await check(
      { 'a, b: 5%.md': createSheet(odd, HEAD), 'c.md': 'no head' },
      '--format',
      'github',
    );
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(
        /^::error file=c\.md,line=1,title=Problem::the sheet has no source\. Begin it with/,
      ),
      expect.stringMatching(
        /^::warning file=a%2C b%3A 5%25\.md,line=20,title=Questions that do not .*::“50%25 :: of, what pier\?” finds "one" /,
      ),
      '1 problem in the corpus.',
      '',
    ]);
  });

  it('does not know other formats', async () => {
    const { stderr, exitCode } = await run(['check', '--format', 'xml']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('text, json, github');
  });
});
