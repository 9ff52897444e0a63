import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { percentile } from '../src/cli/eval-figures.ts';
import { type IndexColumns, openIndex, writeSnapshot } from '../src/search/index.ts';
import { IndexBuilder } from '../src/search/indexing/build-index.ts';
import { openSegment } from '../src/search/indexing/segment.ts';
import { SharedLexicon } from '../src/search/indexing/shared-lexicon.ts';
import { wordsOfSegment } from '../src/search/indexing/word-source.ts';
import { readLanguage } from '../src/search/query/language.ts';
import { localiseQuery } from '../src/search/query/localise-query.ts';
import { createNameBook } from '../src/search/query/name-book.ts';
import { readQuery } from '../src/search/query/read-query.ts';
import { createVocabulary } from '../src/search/query/vocabulary.ts';
import { createQueryContext } from '../src/search/ranking/query-context.ts';
import { RERANKED, rerank } from '../src/search/ranking/rank.ts';
import { createSegmentContext } from '../src/search/ranking/segment-context.ts';
import { findCandidates } from '../src/search/retrieval/find-candidates.ts';
import { isAsGood } from './as-good.ts';
import { type Chosen, chooseQuestions } from './choose-questions.ts';
import { generatePassages } from './generate-corpus.ts';
import { createLanguage } from './language.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,30000,100000,300000,1000000' },
    questions: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const wanted = Number(values.questions);
if (![...sizes, wanted].every((value) => Number.isInteger(value) && value > 0)) {
  process.stderr.write('--sizes and --questions need whole numbers above 0, sizes with commas between.\n');
  process.exit(2);
}

const SEED = 1;
const language = createLanguage();
const folder = await mkdtemp(join(tmpdir(), 'factdesk-growth-'));

/** Where the time of a question goes, each the median of all questions in milliseconds. */
interface Steps {
  readonly read: number;
  readonly score: number;
  readonly look: number;
}

function build(size: number) {
  const start = performance.now();
  const builder = new IndexBuilder();
  for (const passage of generatePassages(language, size, SEED)) builder.add(passage);
  return { columns: builder.finish(), buildMs: performance.now() - start };
}

/** Generating takes time of its own, which is not the index's. */
function timeGenerating(size: number): number {
  const start = performance.now();
  for (const _ of generatePassages(language, size, SEED));
  return performance.now() - start;
}

/**
 * Starts timed. A virtual machine is slow to hand out memory it never used before, so the first one tells of the
 * machine.
 */
const LOADS = 5;

async function keepAndLoad(columns: IndexColumns) {
  const file = join(folder, 'index.snapshot');
  await writeSnapshot(file, columns, null);
  const loads = Array.from({ length: LOADS }, () =>
    Number(execFileSync(process.execPath, [...process.execArgv, 'bench/load-snapshot.ts', file])),
  );
  return { loadMs: percentile(loads, 0.5), megabytes: (await stat(file)).size / 1e6 };
}

function timeSteps(columns: IndexColumns, { timed, warmUp }: Chosen): Steps {
  const segment = openSegment({ columns });
  const sharedLexicon = new SharedLexicon([wordsOfSegment(segment)]);
  const language = readLanguage();
  const vocabulary = createVocabulary([segment], sharedLexicon, {
    language,
    names: createNameBook(language.countries, []),
  });
  const segmentContext = createSegmentContext(segment, language.vectors, (term) => vocabulary.idfIn(0, term));
  const times = { read: [] as number[], score: [] as number[], look: [] as number[] };
  for (const { clean: text } of [...warmUp, ...timed]) {
    const start = performance.now();
    const query = localiseQuery(readQuery(text, vocabulary), sharedLexicon.numbersIn(0));
    const wasRead = performance.now();
    const { ordinals } = findCandidates(segment.index, query.terms, {
      keep: { ...RERANKED, least: 10 },
      accepts: () => true,
    });
    const wasScored = performance.now();
    const context = createQueryContext(segmentContext, query);
    rerank(Array.from(ordinals, (ordinal) => ({ context, ordinal })));
    times.read.push(wasRead - start);
    times.score.push(wasScored - wasRead);
    times.look.push(performance.now() - wasScored);
  }
  const median = (all: readonly number[]) => percentile(all.slice(-timed.length), 0.5);
  return { read: median(times.read), score: median(times.score), look: median(times.look) };
}

function timeWhole(columns: IndexColumns, { timed, warmUp }: Chosen, which: 'clean' | 'misspelt') {
  const index = openIndex([{ columns }]);
  const times: number[] = [];
  let right = 0;
  let asGood = 0;
  for (const question of [...warmUp, ...timed]) {
    const start = performance.now();
    const { hits } = index.search(question[which]);
    times.push(performance.now() - start);
    if (times.length <= warmUp.length) continue;
    const [first] = hits;
    const meant = index.passage(question.answer);
    if (first?.passage.id === question.answer) right++;
    else if (first && meant && isAsGood(question, first.passage, meant)) asGood++;
  }
  const asked = times.slice(-timed.length);
  return {
    p50: percentile(asked, 0.5),
    p95: percentile(asked, 0.95),
    s1: right / timed.length,
    asGood: asGood / timed.length,
  };
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits));

try {
  for (const size of sizes) {
    const generatingMs = timeGenerating(size);
    const { columns, buildMs } = build(size);
    const { loadMs, megabytes } = await keepAndLoad(columns);
    const questions = chooseQuestions(() => generatePassages(language, size, SEED), {
      size,
      wanted,
      seed: SEED,
    });
    const [clean, misspelt] = [
      timeWhole(columns, questions, 'clean'),
      timeWhole(columns, questions, 'misspelt'),
    ];
    const steps = timeSteps(columns, questions);
    const sum = steps.read + steps.score + steps.look;
    const share = (ms: number) => round((ms / sum) * 100, 0);
    const figures = {
      passages: size,
      builtPerSecond: Math.round((size / (buildMs - generatingMs)) * 1000),
      loadMs: round(loadMs, 0),
      megabytes: round(megabytes, 0),
      clean: {
        p50Ms: round(clean.p50),
        p95Ms: round(clean.p95),
        s1: round(clean.s1, 3),
        asGood: round(clean.asGood, 3),
      },
      misspelt: {
        p50Ms: round(misspelt.p50),
        p95Ms: round(misspelt.p95),
        s1: round(misspelt.s1, 3),
        asGood: round(misspelt.asGood, 3),
      },
      sharePercent: { read: share(steps.read), score: share(steps.score), look: share(steps.look) },
    };
    process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : render(figures));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function render({
  passages,
  builtPerSecond,
  loadMs,
  megabytes,
  clean,
  misspelt,
  sharePercent,
}: {
  passages: number;
  builtPerSecond: number;
  loadMs: number;
  megabytes: number;
  clean: { p50Ms: number; p95Ms: number; s1: number; asGood: number };
  misspelt: { p50Ms: number; p95Ms: number; s1: number; asGood: number };
  sharePercent: { read: number; score: number; look: number };
}): string {
  const asked = ({ p50Ms, p95Ms, s1, asGood }: typeof clean) =>
    `${p50Ms} / ${p95Ms} ms, s1 ${s1} (another as good ${asGood})`;
  const { read, score, look } = sharePercent;
  return (
    `${passages.toLocaleString('en')} passages: clean ${asked(clean)}; two slips ${asked(misspelt)}; ` +
    `read ${read} %, score ${score} %, look ${look} %; built ${builtPerSecond.toLocaleString('en')} a second, ` +
    `${megabytes} MB, loaded in ${loadMs} ms\n`
  );
}
