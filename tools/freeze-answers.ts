/**
 * Writes down what is answered to every question there is, so that a change that must not change answers can be shown
 * not to: the golden and the tuning questions over a folder of sheets, and those of evaluation sets. A line a question:
 * the set, the question, its outcome, and each hit with its score and its confidence.
 *
 *   node --import ./bin/typescript.js tools/freeze-answers.ts before.jsonl [--facts DIR] [EVAL-DIR…]
 *   node --import ./bin/typescript.js tools/freeze-answers.ts after.jsonl [--facts DIR] [EVAL-DIR…] --against before.jsonl
 *
 * With `--against`, the questions whose answer differs are printed, and the exit code is 1 when there are any.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decide, openFactDesk } from '../src/answer/index.ts';
import { readEvalSet } from '../src/cli/eval-set.ts';
import { loadCorpus, readVisiblePassages } from '../src/corpus/index.ts';
import { createIndex, type SearchIndex } from '../src/search/index.ts';

/** The day on which the questions are asked: facts under embargo come and go. */
const NOW = new Date('2026-11-22T12:00:00Z');
const QUESTION_FILES = ['test/scenarios/golden.jsonl', 'tools/tuning-questions.jsonl'];
/** Beyond this many digits a sum in another order differs. */
const DIGITS = 9;

interface Frozen {
  readonly set: string;
  readonly question: string;
  readonly outcome: string;
  /** Id, score and confidence of each hit, best first; of the desk's own questions also what was shown. */
  readonly hits: readonly (readonly [id: string, score: number, confidence: number | null])[];
  readonly shown?: readonly string[];
}

const rounded = (value: number) => Number(value.toPrecision(DIGITS));

function search(index: SearchIndex, question: string): Pick<Frozen, 'outcome' | 'hits'> {
  const found = index.search(question);
  const { outcome, confidences } = decide(found);
  const hits = found.hits.map(({ passage, score }, i) => {
    const confidence = confidences[i];
    return [passage.id, rounded(score), confidence === undefined ? null : rounded(confidence)] as const;
  });
  return { outcome, hits };
}

async function* freezeSheets(sheets: string): AsyncGenerator<Frozen> {
  const corpus = await loadCorpus({ sheets, archive: [] });
  const desk = await openFactDesk({ corpus, now: () => NOW });
  const index = createIndex((await readVisiblePassages(corpus, NOW)).passages, corpus.synonyms);
  for (const file of QUESTION_FILES) {
    for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
      const { question } = JSON.parse(line) as { readonly question: string };
      const { outcome, quotes } = await desk.ask(question);
      const shown = quotes.map(({ factId }) => factId);
      yield { set: file, question, ...search(index, question), outcome, shown };
    }
  }
}

async function* freezeSet(folder: string): AsyncGenerator<Frozen> {
  for (const typos of [false, true]) {
    const { name, passages, questions } = await readEvalSet(folder, typos);
    const index = createIndex(passages);
    const set = typos ? `${name}, typos` : name;
    for (const { text } of questions) yield { set, question: text, ...search(index, text) };
  }
}

/** The lines of one run that the other lacks. Sets are files, which may be renamed: their names do not count. */
function differences(before: readonly string[], after: readonly string[]): readonly string[] {
  const answerIn = (line: string) => line.replace(/^\{"set":"[^"]*",/, '');
  const old = new Set(before.map(answerIn));
  return after.filter((line) => !old.has(answerIn(line)));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { facts: { type: 'string', default: 'facts' }, against: { type: 'string' } },
});
const [out, ...folders] = positionals;
if (out === undefined) throw new Error('Name the file to write: tools/freeze-answers.ts FILE [EVAL-DIR…]');

const lines: string[] = [];
for await (const frozen of freezeSheets(values.facts)) lines.push(JSON.stringify(frozen));
for (const folder of folders) {
  for await (const frozen of freezeSet(folder)) lines.push(JSON.stringify(frozen));
}
writeFileSync(out, `${lines.join('\n')}\n`);

if (values.against !== undefined) {
  const different = differences(readFileSync(values.against, 'utf8').trim().split('\n'), lines);
  process.stdout.write(`${different.length} of ${lines.length} answers differ.\n`);
  for (const line of different) process.stdout.write(`${line}\n`);
  if (different.length > 0) process.exitCode = 1;
}
