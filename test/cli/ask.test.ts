import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { run } from './run.ts';

const QUESTION = 'How many civilians were killed by mines in Ukraine?';

describe('factdesk ask', () => {
  it('prints the words, whose they are, the source and the place to check', async () => {
    const { stdout, stderr, exitCode } = await run(['ask', ...QUESTION.split(' ')]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toMatch(/^On file:\n\n│ A United Nations report .*407/);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'United Nations report, October 2024 · desk wording · as of October 2024',
    );
    expect(stdout).toContain('20 November 2024, publisher and link not recorded');
    expect(stdout).toMatch(/facts\/2024-11-20-us-mines-for-ukraine\.md:\d+/);
  });

  it('cites a source whose title YAML takes for a number as it is written', async () => {
    const head = 'title: 0099\npublisher: 3.10\npublished: 2024';
    const sections = '## hull\n> The hull of the tug Senna is made of oak.\n\n- kind: statement\n';
    const sheets = await createFolder({ 'a.md': createSheet(sections, head) });
    const { stdout } = await run(['ask', '--facts', sheets, 'What is the hull of the tug Senna made of?']);
    expect(stdout).toContain('  0099, 3.10, 2024, link not recorded\n');
  });

  it('explains in words what makes a quote surer or less sure, the weightiest first', async () => {
    const { stdout } = await run(['ask', '--explain', 'How many civilians did mines kill in 2025?']);
    const [, first = ''] = stdout.split(/\n\d\. (?=.* answers with )/);
    expect(first).toContain('does not fit: Of 2024; you asked for 2025.');
    const signs = [...first.matchAll(/^ +([+-]\d+\.\d\d) {3}(.+) \(\w+ -?\d+\.\d\d\)$/gm)];
    const odds = signs.map(([, points]) => Math.abs(Number(points)));
    expect(odds.length).toBeGreaterThan(3);
    expect(odds).toEqual(odds.toSorted((a, b) => b - a));
    for (const [, , words = ''] of signs) expect(words).toMatch(/ /);
  });

  it('answers two questions one by one, the second from the reply to the first', async () => {
    const { stdout } = await run(['ask', `${QUESTION} And what is the source?`]);
    expect(
      stdout.startsWith(`${QUESTION}

On file:`),
    ).toBe(true);
    expect(stdout).toContain('\nAnd what is the source?\n\nSource: ');
    expect(stdout.match(/407/g)).toHaveLength(2);
  });

  it('tells what is asked about the reply to the line before, where lines are typed', async () => {
    const stdin = `${QUESTION}\nsoruce?\nis that still true?\n`;
    const [, source, currency] = (await run(['ask'], { stdin, isTTY: true })).stdout.split('\n');
    expect(source).toMatch(/^Source: .*20 November 2024, publisher and link not recorded\./);
    expect(currency).toMatch(/^Still on file, unchanged since it was shown\. It speaks as of October 2024\./);
    const [, piped] = (await run(['ask'], { stdin })).stdout.split('\n');
    expect(piped).toMatch(/^This asks about an answer, and there is none here yet\./);
  });

  it.each(['help', 'what can you do?', 'how can I use this?', 'hi factdesk'])(
    'gives help to "%s"',
    async (words) => {
      const { stdout, stderr } = await run(['ask', ...words.split(' ')]);
      expect(stdout).toMatch(/^Ask a question, get quotes with their sources\.\n.*\nFor example: .+\?\n/);
      expect(stdout).toMatch(/\nOn file: \d+ facts from \d+ sources\.\n$/);
      expect(stdout + stderr).not.toContain('Nothing on file answers this');
    },
  );

  it('says a plain word to thanks, and goes on from the answer before', async () => {
    expect((await run(['ask', 'thanks'])).stdout).toBe('Glad to help. Ask the next one whenever you like.\n');
    const stdin = `${QUESTION}\nthanks, factdesk!\nsource?\nhelp\n`;
    const lines = (await run(['ask'], { stdin, isTTY: true })).stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^Glad to help\./);
    expect(lines[2]).toMatch(/^Source: /);
    expect(lines[3]).toMatch(/^Ask a question, .* On file: /);
  });

  it('is coloured on a terminal, and plain in a pipe or when NO_COLOR asks for it', async () => {
    const code = '\u001b[';
    expect((await run(['ask', QUESTION], { isTTY: true })).stdout).toContain(code);
    expect((await run(['ask', QUESTION], { isTTY: true, env: { NO_COLOR: '1' } })).stdout).not.toContain(
      escape,
    );
    expect((await run(['ask', QUESTION])).stdout).not.toContain(code);
  });

  it('gives the JSON that other programs rely on', async () => {
    const { stdout } = await run(['ask', '--json', QUESTION]);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['question', 'outcome', 'quotes', 'tookMs']);
    expect(answer).toMatchObject({ question: QUESTION, outcome: 'answer', tookMs: expect.any(Number) });
    expect(answer.quotes.length).toBeLessThanOrEqual(3);
    const [quote] = answer.quotes;
    expect(Object.keys(quote)).toEqual([
      'factId',
      'text',
      'kind',
      'attribution',
      'asOf',
      'published',
      'source',
      'confidence',
      'highlights',
    ]);
    expect(Object.keys(quote.source)).toEqual(['title', 'publisher', 'url', 'file', 'line']);
    expect(quote.factId).toBe('un-407-civilians-killed-by-mines-in-ukraine');
    expect(readFileSync(quote.source.file, 'utf8').split('\n')[quote.source.line - 1]).toBe(
      `> ${quote.text}`,
    );
    const marked = quote.highlights
      .map(([start, end]: [number, number]) => quote.text.slice(start, end))
      .join(' ');
    expect(marked).toMatch(/civilians killed.*mines/);
  });

  it('answers each line of standard input on a line of its own, blank ones too', async () => {
    const { stdout } = await run(['ask'], { stdin: `${QUESTION}\n\nWho makes the best ice cream?\n` });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('407');
    expect(lines.slice(1).join()).toMatch(/^(Nothing on file answers this\. .*){2}$/);
    const json = await run(['ask', '--json'], { stdin: `${QUESTION}\n\n` });
    expect(
      json.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).outcome),
    ).toEqual(['answer', 'none']);
  });

  it('tells of a line that takes too long, and answers the others', async () => {
    // Each filter is compared with every name on file: so many take several times the two seconds of a question.
    const hard = Array.from({ length: 40_000 }, (_, i) => `speaker:austn${i}`).join(' ');
    const { stdout, stderr, exitCode } = await run(['ask'], { stdin: `${hard}\n${QUESTION}\n` });
    expect(stdout).toContain('407');
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toBe(
      'Line 1: The question took too long to look up and was stopped. Ask it in fewer words.\n',
    );
    expect(exitCode).toBe(1);
  });

  it('says so when no question came in', async () => {
    expect(await run(['ask'])).toEqual({
      stdout: '',
      stderr: 'No question came in. Write one behind ask, or one a line on standard input.\n',
      exitCode: 0,
    });
  });

  it('asks the sheets of the folder it is given', async () => {
    const folder = await createFolder({
      'ferry.md': createSheet(
        '## ferry\n> The ferry costs 3 dollars.\n\n- kind: statement\n- asked as: What does the ferry cost?',
      ),
    });
    expect((await run(['ask', '--facts', folder, 'What does the ferry cost?'])).stdout).toContain(
      'costs 3 dollars',
    );
    const env = { FACTDESK_FACTS: folder };
    expect((await run(['ask', 'What does the ferry cost?'], { env })).stdout).toContain('costs 3 dollars');
  });

  it('asks archives too, one or several, with or without sheets', async () => {
    const archive = await createFolder({});
    await run(['import', 'test/fixtures/archive/nitf.xml', '--out', archive]);
    const second = await createFolder({});
    await run(['import', 'test/fixtures/archive/atom.xml', '--out', second]);
    const empty = await createFolder({});
    const words = [
      'ask',
      '--facts',
      empty,
      '--archive',
      archive,
      '--archive',
      second,
      'When will the paper mill close?',
    ];
    const { stdout, exitCode } = await run(words);
    expect({ stdout, exitCode }).toEqual({
      stdout: expect.stringContaining('will close in June'),
      exitCode: 0,
    });
    expect((await run(['ask', '--facts', empty, 'x'])).exitCode).toBe(1);
  });

  it('refuses a sheet with signs that could steer the terminal, and shows them in place of sending them', async () => {
    const folder = await createFolder({
      'evil.md': createSheet(
        '## evil\n> The ferry \u001b[2Jcosts\u0007\u0007nothing.\n\n- kind: statement\n- asked as: What does the ferry cost?',
      ),
    });
    const { stdout, stderr } = await run(['ask', '--facts', folder, 'What does the ferry cost?'], {
      isTTY: false,
    });
    expect(stdout).toBe('');
    expect(stderr).toContain('evil.md:');
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('refuses a corpus with problems, tells all of them and exits 1', async () => {
    const folder = await createFolder({ 'a.md': 'no head', 'b.md': createSheet('## x') });
    const { stdout, stderr, exitCode } = await run(['ask', '--facts', folder, 'x']);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/a\.md:1: the sheet has no source\. Begin it with/),
      expect.stringMatching(/b\.md:6: "x" has no quote\. Add/),
      expect.stringMatching(/b\.md:6: "x" does not say whose words/),
      '3 problems in the corpus.',
    ]);
  });
});

describe('the command line', () => {
  it.each([[[]], [['ask']], [['check']], [['serve']], [['eval']]])('tells how %j is used', async (words) => {
    const { stdout, exitCode } = await run([...words, '--help']);
    expect(stdout).toContain('Usage: factdesk');
    expect(exitCode).toBe(0);
    expect((await run([...words, '--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([[['ask', '--nope']], [['nope']], [['check', 'a', 'b']], [[]]])(
    'exits 2 when used as %j',
    async (words) => {
      const { stderr, exitCode } = await run(words);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/error|Usage/);
    },
  );
});
