import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { createColors } from 'picocolors';
import { type Answer, type FactDesk, openFactDesk, TookTooLongError } from '../answer/index.ts';
import { readConfig } from '../config.ts';
import { loadCorpus, type Problem, soundReading, UnreachableFileError } from '../corpus/index.ts';
import { archiveIndexFile, openIndexProvider } from '../corpus-index/index.ts';
import { splitQuestions } from '../search/index.ts';
import { archiveOption } from './archive-option.ts';
import { beginTalk, type Talk } from './begin-talk.ts';
import { escapeLine } from './escape-controls.ts';
import { jsonLine } from './json-line.ts';
import { openMeaning } from './open-meaning.ts';
import { problemLine } from './problem-line.ts';
import { renderExplanation } from './render-explanation.ts';
import { renderTold, renderToldLine } from './render-told.ts';
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
      const { facts, archive, data, encoder, reviewAfterDays } = { ...readConfig(terminal.env), ...options };
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
          ...{ now: terminal.now, indexProvider, report, encodeQuestion, similarity, reviewAfterDays },
        });
        if (words.length > 0) await answerOne(desk, words.join(' '), options, terminal);
        else await answerLines(desk, options, terminal);
      } finally {
        await meaning.close();
      }
    });
}

async function answerOne(desk: FactDesk, words: string, options: AskOptions, { stdout, env }: Terminal) {
  const explain = options.explain ?? false;
  if (options.json) {
    stdout.write(toJsonLine(await desk.ask(words, { explain })));
    return;
  }
  const colors = createColors(stdout.isTTY === true && !env.NO_COLOR);
  const look = { colors, columns: stdout.columns ?? 80 };
  const talk = beginTalk(desk);
  const questions = splitQuestions(words, 'factdesk');
  for (const [index, question] of questions.entries()) {
    const told = await talk.ask(question, { explain });
    const heading = questions.length === 1 ? '' : `${index === 0 ? '' : '\n'}${escapeLine(question)}\n\n`;
    stdout.writeStyled(heading + renderTold(told, look));
    if (told.kind === 'answer' && told.answer.explanation)
      stdout.writeStyled(`\n${renderExplanation(told.answer.explanation, colors)}`);
  }
}

/** Who types line after line goes on talking; the lines of a pipe are questions of their own. */
async function answerLines(desk: FactDesk, options: AskOptions, terminal: Terminal) {
  const { stdin, stderr } = terminal;
  if (stdin.isTTY) stderr.write('Type a question and press Enter; Ctrl-D ends.\n');
  const typed = stdin.isTTY ? beginTalk(desk) : undefined;
  let asked = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    asked++;
    await answerLine(line, asked, {
      desk,
      talk: typed ?? beginTalk(desk),
      options,
      terminal,
    });
  }
  if (asked === 0)
    stderr.write('No question came in. Write one behind ask, or one a line on standard input.\n');
}

interface Asking {
  readonly desk: FactDesk;
  readonly talk: Talk;
  readonly options: AskOptions;
  readonly terminal: Terminal;
}

/** A question that could not be looked up is told: the other lines are answered all the same. */
async function answerLine(
  question: string,
  number: number,
  { desk, talk, options, terminal: { stdout, stderr, setExitCode } }: Asking,
): Promise<void> {
  const explain = options.explain ?? false;
  try {
    stdout.write(
      options.json
        ? toJsonLine(await desk.ask(question, { explain }))
        : renderToldLine(await talk.ask(question, { explain })),
    );
  } catch (error) {
    if (!(error instanceof TookTooLongError || error instanceof UnreachableFileError)) throw error;
    stderr.write(`Line ${number}: ${error.message}\n`);
    setExitCode(1);
  }
}

/** The interface that other programs rely on: exactly these keys, and `explanation` where it was asked for. */
function toJsonLine({ question, outcome, quotes, tookMs, explanation }: Answer): string {
  const plain = quotes.map(({ isUndated: _, ...quote }) => quote);
  return jsonLine({ question, outcome, quotes: plain, tookMs, explanation });
}
