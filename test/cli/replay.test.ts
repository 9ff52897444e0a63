import { readFile, rm, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Outcome, openLedger, shownFact } from '../../src/ledger/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { newQuestion, reply } from '../ledger/sample-questions.ts';
import { openFilesDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../slack/sample-facts.ts';
import { run } from './run.ts';

const LINK = 'https://newsroom.slack.com/archives/C1/p1700000001000200?thread_ts=1700000000.000100&cid=C1';
const SOURCE_LINE = 'As of 3 December 1997 · The treaty';
const CHANGED_QUOTE = SIGNATURE_QUOTE.replace('3 December', '4 December');

describe('factdesk replay', () => {
  let files: Awaited<ReturnType<typeof openFilesDesk>>;
  let env: { FACTDESK_DATA: string; FACTDESK_FACTS: string };

  beforeEach(async () => {
    files = await openFilesDesk();
    env = { FACTDESK_DATA: await createFolder({}), FACTDESK_FACTS: files.folder };
  });

  interface Asked {
    readonly at: string;
    readonly isPrivate?: boolean;
    readonly outcome?: Outcome;
    readonly messageTs?: string;
    readonly frames?: readonly (readonly (string | number)[])[];
  }

  /** Ada asks in C1 and gets what is on file at that moment, or is told that nothing is. */
  async function ask({
    at,
    isPrivate = false,
    outcome = 'answer',
    messageTs = '1700000001.000200',
    frames,
  }: Asked) {
    const ledger = await openLedger({ directory: env.FACTDESK_DATA, now: () => new Date(at) });
    const fact = await files.factDesk.fact('treaty-signed-in-ottawa');
    const facts = fact === null || outcome === 'none' ? [] : [shownFact(fact.quote, SOURCE_LINE)];
    const eventKey = `C1:${messageTs}9`;
    const question = newQuestion({ eventKey, words: SIGNATURE_QUESTION, isPrivate });
    const { questionId } = await ledger.acceptQuestion(question);
    await ledger.recordAnswer(questionId, { outcome, quoted: facts, frames });
    await ledger.recordDelivery(reply(questionId, { facts, messageTs, seenBy: isPrivate ? 'UADA' : null }));
    await ledger.close();
  }

  async function changeSheet(): Promise<void> {
    const sheet = `${files.folder}/treaty.md`;
    await writeFile(
      sheet,
      (await readFile(sheet, 'utf8')).replace('on 3 December 1997.', 'on 4 December 1997.'),
    );
    await files.reload();
  }

  const replay = (...words: readonly string[]) => run(['replay', ...words], { env });

  it('shows the headings and remarks that stood beside the quotes, of a private reply to whoever may see it', async () => {
    const frames = [['You asked: When?', 'One close match:', 'Of 1997; you asked for 1996.', 0]];
    await ask({ at: '2026-11-20T09:00:00.000Z', outcome: 'choices', isPrivate: true, frames });
    const { stdout } = await replay('--message', LINK, '--with-private');
    expect(stdout).toContain(
      'Outcome: given as close matches\n\nYou asked: When?\nOne close match:\nOf 1997; you asked for 1996.\n\n1. treaty',
    );
    expect((await replay('--message', LINK)).stdout).not.toContain('1996');
    const ledger = await openLedger({ directory: env.FACTDESK_DATA, now: () => new Date('2026-12-31') });
    await ledger.forgetOldWords(30);
    await ledger.close();
    const later = (await replay('--message', LINK, '--with-private')).stdout;
    expect(later).toContain(SIGNATURE_QUOTE);
    expect(later).not.toContain('1996');
  });

  it('shows what was told where nothing was quoted', async () => {
    const frames = [['You asked: When?', 'Nothing on file answers this.']];
    await ask({ at: '2026-11-20T09:00:00.000Z', outcome: 'none', frames });
    const { stdout } = await replay('--at', '2026-11-20', SIGNATURE_QUESTION);
    expect(stdout).toContain(
      'Outcome: nothing on file\n\nYou asked: When?\nNothing on file answers this.\n\n',
    );
  });

  it('shows what a message showed beside how its fact stands after its sheet was changed', async () => {
    await ask({ at: '2026-11-20T09:00:00.000Z' });
    await changeSheet();
    const { stdout, exitCode } = await replay('--message', LINK);
    expect(exitCode).toBe(0);
    const [shown = '', now] = stdout.split('  Now changed:\n');
    expect(shown).toMatch(
      /^Shown 2026-11-20 09:00:00 UTC \(reply, to UADA, in C1, message 1700000001\.000200\)\nAsked: When was the convention opened for signature\?\nOutcome: given as the answer\n\n1\. treaty-signed-in-ottawa, version [0-9a-f]{8}\n/,
    );
    expect(shown).toContain(
      `  Desk wording:\n│ ${SIGNATURE_QUOTE}\n  ${SOURCE_LINE}\n  https://example.org/treaty?a=1&b=2\n`,
    );
    expect(now).toContain(CHANGED_QUOTE);
    expect(now).toContain('Asked now, by itself:');
    expect(now).not.toContain(SIGNATURE_QUOTE);
  });

  it('tells a corrected message as one that was changed, not as another reply', async () => {
    await ask({ at: '2026-11-20T09:00:00.000Z', isPrivate: true });
    await changeSheet();
    const ledger = await openLedger({
      directory: env.FACTDESK_DATA,
      now: () => new Date('2026-11-21T09:00:00.000Z'),
    });
    const [first] = await ledger.repliesIn({ channel: 'C1', ts: '1700000001.000200' });
    const fact = await files.factDesk.fact('treaty-signed-in-ottawa');
    const facts = fact === null ? [] : [shownFact(fact.quote, SOURCE_LINE)];
    await ledger.recordDelivery(reply(first?.questionId ?? '', { facts, messageTs: '1700000001.000200' }));
    await ledger.close();
    for (const more of [[], ['--with-private']]) {
      const { stdout } = await replay('--message', LINK, ...more);
      const [before = '', then = ''] = stdout.split('\n\nThen changed to, 2026-11-21 09:00:00 UTC (');
      expect(before).toContain('Outcome: given as the answer');
      expect(before).toContain(`│ ${SIGNATURE_QUOTE}`);
      expect(then).toContain(`│ ${CHANGED_QUOTE}`);
      expect(then).toContain('Now: the same.');
      expect(then).not.toMatch(/^Asked:|Outcome:/m);
    }
  });

  it('shows it too when the fact has gone, and says when it is the same', async () => {
    await ask({ at: '2026-11-20T09:00:00.000Z' });
    expect((await replay('--message', 'C1:1700000001.000200')).stdout).toContain('Now: the same.');
    await rm(`${files.folder}/treaty.md`);
    const { stdout } = await replay('--message', LINK);
    expect(stdout).toContain(SIGNATURE_QUOTE);
    expect(stdout).toContain('Now: not on file. It was withdrawn, removed or put under embargo.');
  });

  it('shows what a question had got by a time, in whatever case it was asked', async () => {
    await ask({ at: '2026-11-20T09:00:30.000Z' });
    await changeSheet();
    await ask({ at: '2026-11-21T09:00:00.000Z', messageTs: '1700000002.000200' });
    const by = async (time: string) =>
      (await replay('--at', time, 'when was the Convention opened for signature')).stdout;
    expect(await by('2026-11-20T09:00')).toContain(`│ ${SIGNATURE_QUOTE}`);
    expect(await by('2026-11-20')).toContain('Now changed:');
    expect(await by('2026-11-21')).toContain('Now: the same.');
    expect(await by('2026-11-21T09:30+01:00')).toContain('Now changed:');
  });

  it('shows that nothing was on file then, found by the message that asked', async () => {
    await ask({ at: '2026-11-20T09:00:00.000Z', outcome: 'none' });
    const { stdout } = await replay('--message', 'C1:1700000001.0002009');
    expect(stdout).toContain('Outcome: nothing on file');
    expect(stdout).toContain(SIGNATURE_QUOTE);
  });

  it('gives the words that were shown, and not the question or the person, of what is private', async () => {
    await ask({ at: '2026-11-20T09:00:00.000Z', isPrivate: true });
    const { stdout } = await replay('--message', LINK);
    expect(stdout).toContain(SIGNATURE_QUOTE);
    expect(stdout).not.toMatch(/UADA|When was/);
    expect(stdout).toContain(
      'What its question would get now is not known: its words are private or not kept.',
    );
    const named = await replay('--message', LINK, '--with-private');
    expect(named.stdout).toContain('(reply, to UADA, in C1, message 1700000001.000200, private)');
    expect(named.stdout).toContain(`Asked: ${SIGNATURE_QUESTION}`);
    const byWords = await replay('--at', '2026-11-20', SIGNATURE_QUESTION);
    expect(byWords.exitCode).toBe(1);
    expect(byWords.stderr).toContain('Private questions are looked at with --with-private.');
  });

  it('writes it for other programs', async () => {
    await ask({ at: '2026-11-20T09:00:00.000Z' });
    await changeSheet();
    expect(JSON.parse((await replay('--message', LINK, '--json')).stdout)).toMatchObject({
      replies: [
        {
          outcome: 'answer',
          shownAt: '2026-11-20T09:00:00.000Z',
          facts: [
            { words: { text: SIGNATURE_QUOTE }, now: { kind: 'changed', quote: { text: CHANGED_QUOTE } } },
          ],
        },
      ],
      now: { outcome: 'answer' },
    });
  });

  it.each([
    [['--message', 'yesterday'], '"yesterday" names no message. Give its link'],
    [['--message', 'C1:1700000009.000200'], 'Nothing is on record of this message.'],
    [['--at', '30 Nov', 'Who?'], '"30 Nov" is no time. Write a day or a time such as 2026-11-30'],
    [['--at', '2026-02-31', 'Who?'], '"2026-02-31" is no time.'],
    [
      ['--at', '2026-11-20', 'Who?'],
      'No reply to a question in these words is on record by 2026-11-20 23:59:59 UTC.',
    ],
    [['--at', '2026-11-20'], 'Give --message LINK, or --at TIME with the question behind it.'],
    [['Who?'], 'Give --message LINK, or --at TIME with the question behind it.'],
  ])('says what to do where %j finds nothing', async (words, message) => {
    const { stderr, exitCode } = await replay(...words);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(1);
  });
});
