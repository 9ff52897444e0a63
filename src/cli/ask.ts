import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { createColors } from 'picocolors';
import { type Answer, type FactDesk, openFactDesk, TookTooLongError } from '../answer/index.ts';
import { readConfig } from '../config.ts';
import { loadCorpus, type Problem, soundReading, UnreachableFileError } from '../corpus/index.ts';
import { archiveIndexFile, openIndexProvider } from '../corpus-index/index.ts';
import { archiveOption } from './archive-option.ts';
import { jsonLine } from './json-line.ts';
import { openMeaning } from './open-meaning.ts';
import { problemLine } from './problem-line.ts';
import { renderAnswer, renderAnswerLine } from './render-answer.ts';
import { renderExplanation } from './render-explanation.ts';
import type { Terminal } from './terminal.ts';

interface AskOptions {
  readonly json?: true;
  readonly explain?: true;
  readonly facts?: string;
  readonly archive?: readonly string[];
}

/** `factdesk ask`: one question from the command line, or one a line from standard input. */
export function askCommand(terminal: Terminal): Command {
  return new Command('ask')
    .description('Answer a question from the facts on file. Without one, answer each line of standard input.')
    .argument('[question...]', 'the question; quotation marks around it are not needed')
    .option('--json', 'one JSON object for each answer')
    .option('--explain', 'say why the outcome is what it is')
    .option('--facts <folder>', 'folder of the fact sheets')
    .addOption(archiveOption())
    .action(async (words: readonly string[], options: AskOptions) => {
      const { facts, archive, data, encoder } = { ...readConfig(terminal.env), ...options };
      const corpus = await loadCorpus({ sheets: facts, archive });
      const report = (problem: Problem) => terminal.stderr.write(problemLine(problem));
      const indexFile = archive.length > 0 ? archiveIndexFile({ data, archive }) : undefined;
      const reading = soundReading(corpus);
      const meaning = await openMeaning({ encoder, data }, (reason) => terminal.stderr.write(`${reason}\n`));
      try {
        const { vectors, encodeQuestion } = meaning;
        const indexProvider = openIndexProvider(() => reading, { indexFile, readOnly: true, vectors });
        await vectors?.encode((await indexProvider.contents(terminal.now())).facts);
        const similarity = encoder === 'off' ? encoder : undefined;
        const desk = await openFactDesk({
          ...{ now: terminal.now, indexProvider, report, encodeQuestion, similarity },
        });
        if (words.length > 0) await answerOne(desk, words.join(' '), options, terminal);
        else await answerLines(desk, options, terminal);
      } finally {
        await meaning.close();
      }
    });
}

async function answerOne(desk: FactDesk, question: string, options: AskOptions, { stdout, env }: Terminal) {
  const answer = await desk.ask(question, { explain: options.explain ?? false });
  const colors = createColors(stdout.isTTY === true && !env.NO_COLOR);
  const lines = options.json
    ? toJsonLine(answer)
    : renderAnswer(answer, { colors, columns: stdout.columns ?? 80 });
  stdout.writeStyled(lines);
  if (answer.explanation && !options.json) {
    stdout.writeStyled(`\n${renderExplanation(answer.explanation, colors)}`);
  }
}

async function answerLines(desk: FactDesk, options: AskOptions, terminal: Terminal) {
  const { stdin, stdout, stderr } = terminal;
  if (stdin.isTTY) stderr.write('Type a question and press Enter; Ctrl-D ends.\n');
  let asked = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    asked++;
    const answer = await askOneOfMany(
      desk,
      line,
      { explain: options.explain ?? false, number: asked },
      terminal,
    );
    if (answer) stdout.write(options.json ? toJsonLine(answer) : renderAnswerLine(answer));
  }
  if (asked === 0)
    stderr.write('No question came in. Write one behind ask, or one a line on standard input.\n');
}

/** Undefined for a question that could not be looked up, which is told: the other lines are answered all the same. */
async function askOneOfMany(
  desk: FactDesk,
  question: string,
  { explain, number }: { readonly explain: boolean; readonly number: number },
  { stderr, setExitCode }: Terminal,
): Promise<Answer | undefined> {
  try {
    return await desk.ask(question, { explain });
  } catch (error) {
    if (!(error instanceof TookTooLongError || error instanceof UnreachableFileError)) throw error;
    stderr.write(`Line ${number}: ${error.message}\n`);
    setExitCode(1);
    return undefined;
  }
}

/** The interface that other programs rely on: exactly these keys, and `explanation` where it was asked for. */
function toJsonLine({ question, outcome, quotes, tookMs, explanation }: Answer): string {
  const plain = quotes.map(({ isUndated: _, ...quote }) => quote);
  return jsonLine({ question, outcome, quotes: plain, tookMs, explanation });
}
