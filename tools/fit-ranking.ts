/**
 * Fits the weights by which passages are put in order, on evaluation sets in the form of the BEIR benchmark, on
 * `tools/tuning-questions.jsonl`, and on questions that were lines of the desk's own facts. Never on the golden questions. Prints
 * how the right passage fares with today's weights, with weights fitted on all domains but the one that is judged, and
 * with weights fitted on all; and the last, to be written into src/search/ranking/features.ts. Takes three minutes for
 * nine sets.
 *
 *   node --max-old-space-size=8192 --import ./bin/typescript.js tools/fit-ranking.ts [--without FEATURE,…] SET-DIR…
 *
 * With `--without`, features are left out and the others fitted to do without them: what such a run prints tells
 * whether a feature pays.
 */
import { parseArgs } from 'node:util';
import { loadCorpus, readVisiblePassages } from '../src/corpus/index.ts';
import { FEATURES } from '../src/search/ranking/features.ts';
import { type Asked, askLines, askSet, askTuning } from './asked-questions.ts';
import { averaged, fare } from './ranking-figures.ts';
import { byDomain, fitWeights, leaveOut, type Ranking, rankingOf, TODAY } from './ranking-fit.ts';

/** The day on which the questions are asked. */
const NOW = new Date('2026-11-22T12:00:00Z');
/** Every third line is asked: more change no weight. */
const NTH_LINE = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { without: { type: 'string', default: '' } },
});
const left = values.without.split(',').filter((name) => name !== '');

async function* askAll(): AsyncGenerator<Asked> {
  for (const folder of positionals) yield* askSet(folder);
  const corpus = await loadCorpus({ sheets: 'facts', archive: [] });
  const { passages } = await readVisiblePassages(corpus, NOW);
  yield* askTuning(passages, corpus.synonyms);
  yield* askLines(passages, corpus.synonyms, NTH_LINE);
}

const rankings: Ranking[] = [];
for await (const asked of askAll()) {
  // A question that nothing answers tells nothing of the order.
  if (asked.answers.size > 0) rankings.push(rankingOf(asked));
}
const domains = byDomain(rankings);
const start = leaveOut(TODAY, left);
const all = fitWeights(rankings, start);

const print = (line: string) => process.stdout.write(`${line}\n`);
print(
  'Right first, and the mean of 1 / rank of the first right passage: today, fitted on other domains, fitted on all.',
);
const rows = [...domains].map(([domain, own]) => {
  const others = fitWeights(
    rankings.filter((ranking) => ranking.domain !== domain),
    start,
  );
  const figures = [TODAY, others, all].map((weights) => fare(own, weights));
  print(
    `  ${domain.padEnd(20)} ${figures.map(({ first, mrr }) => `${first.toFixed(3)} ${mrr.toFixed(3)}`).join('   ')}`,
  );
  return figures;
});
print(
  `  ${'mean'.padEnd(20)} ${averaged(rows)
    .map(({ first, mrr }) => `${first.toFixed(3)} ${mrr.toFixed(3)}`)
    .join('   ')}`,
);
print('Weights:');
for (const [place, { name }] of FEATURES.entries())
  print(`  ${name}: ${(all.values[place] ?? 0).toFixed(2)}`);
