import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeJson, escapeLine, escapeText } from '../../src/cli/escape-controls.ts';
import { guardOutput } from '../../src/cli/text-output.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';
import { aZip } from '../corpus/importing/a-package.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { newQuestion } from '../ledger/sample-questions.ts';
import { type Circumstances, run } from './run.ts';

/** Everything that may steer a terminal; line ends alone are left to the command. */
const STEERING = /(?!\n|\r\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
/**
 * A title, a screen cleared by either form of the sequence, a line turned round, a line end that is none, a deletion.
 */
const EVIL =
  '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eevil\u2069\u200f\u061c\u2028\u0085\u007f\u001b[1mbold';

/** Bold, dim and cyan, and their ends. */
const OURS = ['\u001b[1m', '\u001b[2m', '\u001b[22m', '\u001b[36m', '\u001b[39m'];

async function runBare(words: readonly string[], circumstances: Circumstances = {}) {
  const outcome = await run(words, circumstances);
  expect(outcome.stdout).not.toMatch(STEERING);
  expect(outcome.stderr).not.toMatch(STEERING);
  return outcome;
}

describe('a terminal', () => {
  it('is not steered by words of others, and loses no word of them', () => {
    const steering = fc.constantFrom(...EVIL, '\r', '\r\n', '\t', '\ufeff', '👩‍🔬', 'שלום');
    fc.assert(
      fc.property(fc.array(fc.oneof(steering, fc.string({ unit: 'binary' }))), (parts) => {
        const text = parts.join('');
        expect(escapeText(text).replaceAll('\t', '')).not.toMatch(STEERING);
        expect(escapeLine(text)).not.toMatch(/\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]/u);
        expect(JSON.parse(escapeJson(JSON.stringify({ text })))).toEqual({ text });
        const kept = (words: string) => words.replaceAll(new RegExp(STEERING, 'gu'), '');
        if (!STEERING.test(text)) expect(escapeText(text)).toBe(text);
        else expect(escapeText(text).length).toBeGreaterThan(kept(text).length);
      }),
    );
  });

  it('is shown what would have steered it', () => {
    expect(escapeText('a\u001b[2Jb\u009bc\u202ed\u007fe\u2028f\rg\r\nh')).toBe(
      'a\\x1b[2Jb\\x9bcU+202Ed\\x7feU+2028f\\x0dg\r\nh',
    );
    expect(escapeLine('a\r\nb\nc\td\re')).toBe('a b c d e');
  });

  it('gets colours of ours, and none where words alone are written', () => {
    let written = '';
    const output = guardOutput({ write: (text) => (written += text) });
    output.writeStyled('\r\u001b[1mbold\u001b[22m \u001b[2J \u001b]8;;x\u0007');
    output.write('\u001b[1m');
    expect(written).toBe('\r\u001b[1mbold\u001b[22m \\x1b[2J \\x1b]8;;x\\x07\\x1b[1m');
  });
});

describe('no command lets through what steers a terminal', () => {
  const sheet = createSheet(
    `## crane\n> The ${EVIL} crane is 40 metres high.\n\n- kind: quote\n- said by: Office ${EVIL}\n- as of: 2024\n- asked as: How high is the crane?`,
    `title: A report ${JSON.stringify(EVIL).slice(1, -1)}\npublisher: "Desk ${JSON.stringify(EVIL).slice(1, -1)}"\npublished: 2024-10-01\ntopics: [cranes]`,
  );

  const crane = saying(`The ${EVIL} crane is 40 metres high.`, {
    headlines: [{ role: 'main', value: `A report ${EVIL}` }],
    by: `Office ${EVIL}`,
    infoSources: [{ role: 'publisher', name: `Desk ${EVIL}` }],
  });
  /** The arguments of a question to an archive with an article of others. */
  const askingArchive = async (...options: readonly string[]) => {
    const sources = ['--archive', aFolder({ 'a.jsonl': lines(crane) }), '--facts', await createFolder({})];
    return ['ask', ...sources, ...options];
  };
  const anEnvironment = async () => ({ FACTDESK_DATA: await createFolder({}) });

  it.each([[[]], [['--explain']], [['--json']]])('of an article: ask %j', async (options) => {
    const ask = await askingArchive(...options);
    const env = await anEnvironment();
    const { stdout } = await runBare([...ask, `How high ${EVIL} is the cranne?`], { env });
    expect(stdout).toContain('40 metres');
    const stdin = `How high is the crane?\n${EVIL} crane?\n`;
    const { stdout: ofMany } = await runBare(ask, { stdin, env });
    expect(ofMany).toContain('40 metres');
  });

  it('of an article on a terminal with colours', async () => {
    const env = await anEnvironment();
    for (const options of [[], ['--explain']]) {
      const question = `How high is ${EVIL} the crane?`;
      const { stdout } = await run([...(await askingArchive(...options)), question], { isTTY: true, env });
      const plain = OURS.reduce((text, style) => text.replaceAll(style, ''), stdout);
      expect(plain).not.toMatch(STEERING);
      expect(plain).toContain('The \\x1b]0;owned\\x07\\x1b[2J\\x9b31mU+202Eevil');
      // The words of the article are not made bold by the article.
      expect(stdout).not.toContain('\u001b[1mbold');
    }
  });

  it('keeps JSON as it is', async () => {
    const env = await anEnvironment();
    const ask = await askingArchive('--json', 'How high is the crane?');
    const [quote] = JSON.parse((await runBare(ask, { env })).stdout).quotes;
    expect(quote.text).toContain('\u202eevil\u2069\u200f\u061c');
  });

  it('of a sheet that is refused for them', async () => {
    const folder = await createFolder({ 'crane.md': sheet });
    const { stdout, stderr, exitCode } = await runBare(['ask', '--facts', folder, 'How high is the crane?']);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain('crane.md:');
  });

  it.each(['text', 'json', 'github'])('of a sheet: check --format %s', async (format) => {
    const folder = await createFolder({
      [`sheet${EVIL.replaceAll('/', '')}\nfake.md`]: createSheet(`## crane${EVIL}\n> x\n\n- kind: ${EVIL}`),
      'no-head.md': EVIL,
      'crane.md': sheet,
    });
    for (const isTTY of [true, false]) {
      const { stdout, stderr, exitCode } = await runBare(['check', folder, '--format', format], { isTTY });
      expect(exitCode).toBe(1);
      if (format === 'json') expect(JSON.parse(stdout).problems.length).toBeGreaterThan(0);
      else expect(stdout + stderr).toContain('U+202E');
      // A file's name cannot begin a line.
      expect(`\n${stdout}${stderr}`).not.toContain('\nfake');
    }
  });

  it('of what cannot be imported: names in packages, lines, addresses', async () => {
    const folder = await createFolder({
      'a.zip': aZip([
        { name: `a${EVIL}\nfake.html`, content: '<p>' },
        { name: `b${EVIL}.jsonl`, content: `{"${EVIL}"\n` },
      ]),
      [`c${EVIL}.csv`]: `${EVIL},b\n1,2\n`,
    });
    const out = await createFolder({});
    for (const isTTY of [true, false]) {
      const sources = [folder, `${folder}/none${EVIL}`];
      const { stderr } = await runBare(['import', ...sources, '--out', out], { isTTY });
      expect(stderr).toContain('U+202E');
      expect(`\n${stderr}`).not.toContain('\nfake');
    }
  });

  it('of an archive that has gone bad', async () => {
    const archive = aFolder({
      [`a${EVIL}.jsonl`]: `${lines(saying(`The ${EVIL} quay is long.`))}{${EVIL}\n`,
    });
    const data = await createFolder({});
    const env = { FACTDESK_DATA: data };
    const { stderr } = await runBare(['index', '--archive', archive], { env });
    expect(stderr).toContain('U+202E');
    await runBare(['ask', '--archive', archive, 'How long is the quay?'], { env });
  });

  it('of what the bot logs, which stays JSON', async () => {
    const archive = aFolder({ [`a${EVIL}.jsonl`]: `${lines(saying('The quay is long.'))}{${EVIL}\n` });
    const env = { PORT: '0', FACTDESK_DATA: await createFolder({}), FACTDESK_ARCHIVE: archive };
    const { stderr } = await runBare(['serve'], { env });
    const logged = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(logged.map(({ msg }) => msg)).toContainEqual(expect.stringContaining('\u202eevil'));
  });

  it('of a failure that nobody expected', () => {
    const program =
      "import { openProcessTerminal } from './src/cli/process-terminal.ts';" +
      `openProcessTerminal(); Promise.reject(new Error(${JSON.stringify(EVIL)}));`;
    const { stderr, status } = spawnSync(
      process.execPath,
      ['--import', './bin/typescript.js', '--input-type=module', '--eval', program],
      { encoding: 'utf8' },
    );
    expect(stderr).toContain('factdesk stops after an unexpected failure: Error: \\x1b]0;owned');
    expect(stderr).not.toMatch(STEERING);
    expect(status).toBe(1);
  });

  it.each(['csv', 'jsonl'])('of a question on record: ledger export --format %s', async (format) => {
    const directory = await createFolder({});
    const now = () => new Date('2026-03-02T09:00:00Z');
    const ledger = await openLedger({ directory, now });
    await ledger.acceptQuestion(newQuestion({ words: EVIL, isPrivate: false, eventKey: 'one' }));
    await ledger.close();
    const { stdout } = await runBare(['ledger', 'export', '--format', format], {
      env: { FACTDESK_DATA: directory },
    });
    if (format === 'jsonl') expect(JSON.parse(stdout).words).toBe(EVIL);
    else expect(stdout).toContain('U+202E');
  });

  it.each([
    [[`--${EVIL}`]],
    [[EVIL]],
    [['ask', `--${EVIL}`]],
    [['check', `/nowhere/${EVIL}`]],
    [['ask', '--facts', `/nowhere/${EVIL}`, 'x']],
    [['index', '--archive', `/nowhere/${EVIL}`]],
    [['eval', `/nowhere/${EVIL}`]],
    [['import', 'x', '--out', 'y', '--format', EVIL]],
    [['ledger', 'erase', '--person', EVIL, '--yes']],
  ])('of the command line: %j', async (words) => {
    const { exitCode } = await runBare(words);
    expect(exitCode).not.toBe(0);
  });
});
