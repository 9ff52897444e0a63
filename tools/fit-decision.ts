/**
 * Fits what decides whether the first quote is given as the answer: on questions that were
 * lines of the desk's own facts, on `tools/tuning-questions.jsonl`, and on evaluation sets in the form of the BEIR
 * benchmark, of which some questions have no answer. Prints how questions fare with today's log odds, with those fitted on all domains but the
 * one that is judged, and with those fitted on all; and the last, to be written into src/answer/confidence.ts. They are
 * those of the weights in src/search/ranking/features.ts: run it once more when these have changed. Takes a minute.
 *
 *   node --max-old-space-size=8192 --import ./bin/typescript.js tools/fit-decision.ts SET-DIR…
 */

import {
  type ConfidenceFeature,
  type ConfidenceFeatureName,
  type Found,
  probabilityOf,
  readConfidence,
} from '../src/answer/confidence.ts';
import { ANSWER_FROM } from '../src/answer/decide.ts';
import { loadCorpus, readVisiblePassages } from '../src/corpus/index.ts';
import { type Asked, askLines, askSet, askTuning } from './asked-questions.ts';
import { minimize } from './minimize.ts';

/** The day on which the questions are asked. */
const NOW = new Date('2026-11-22T12:00:00Z');
/** Every second line is asked. */
const NTH_LINE = 2;
/** So many hits a decision sees. */
const HITS = 10;
/** Set by hand, see `LOG_ODDS`. */
const BY_HAND: ReadonlySet<ConfidenceFeatureName> = new Set(['sameQuestion', 'contradiction']);
/** What great log odds have to pay for themselves. */
const RIDGE = 0.5;
const STEPS = 600;
/** At the desk a false answer costs more than a glance at a close match. */
const COST_OF_FALSE = 3;

/** The first quote that was found for a question. */
interface Judged {
  readonly domain: string;
  /** Whether anything that could be found answers. */
  readonly hasAnswer: boolean;
  readonly isRight: boolean;
  readonly weight: number;
  readonly features: readonly ConfidenceFeature[];
}

type LogOdds = ReadonlyMap<ConfidenceFeatureName, number>;

function judge({ domain, found, answers, weight }: Asked): readonly Judged[] {
  const hits = found.hits.slice(0, HITS);
  const [first] = hits;
  if (!first) return [];
  const hasAnswer = answers.size > 0;
  const isRight = answers.has(first.passage.id);
  const cost = domain === 'tuning' && !hasAnswer ? COST_OF_FALSE : 1;
  const looked: Found = { ...found, hits };
  return [{ domain, hasAnswer, isRight, weight: weight * cost, features: readConfidence(looked, 0) }];
}

/** The same question, as if what answers it were not on file. */
function withoutAnswers(asked: Asked): Asked {
  const hits = asked.found.hits.filter(({ passage }) => !asked.answers.has(passage.id));
  return { ...asked, found: { ...asked.found, hits }, answers: new Set() };
}

const free = ({ features }: Judged) => features.filter(({ name }) => !BY_HAND.has(name));

/** The probability with other log odds; those set by hand stay. */
function probabilityWith({ features }: Judged, fitted: LogOdds): number {
  return probabilityOf(
    features.map((feature) => ({
      ...feature,
      logOdds: BY_HAND.has(feature.name)
        ? feature.logOdds
        : feature.measure * (fitted.get(feature.name) ?? 0),
    })),
  );
}

/** Logistic regression: how likely is the first quote right? */
function fitLogOdds(judged: readonly Judged[]): LogOdds {
  const names = judged[0] ? free(judged[0]).map(({ name }) => name) : [];
  const rows = judged.map((one) => ({ ...one, measures: free(one).map(({ measure }) => measure) }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const point = minimize(
    names.map(() => 0),
    (odds, gradient) => {
      for (const { measures, isRight, weight } of rows) {
        const sum = measures.reduce((all, measure, i) => all + measure * (odds[i] ?? 0), 0);
        const pull = (weight * (1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0))) / total;
        for (let i = 0; i < measures.length; i++)
          gradient[i] = (gradient[i] ?? 0) + pull * (measures[i] ?? 0);
      }
      // The constant is free.
      for (let i = 1; i < odds.length; i++)
        gradient[i] = (gradient[i] ?? 0) + (RIDGE * (odds[i] ?? 0)) / total;
    },
    STEPS,
  );
  return new Map(names.map((name, i) => [name, point[i] ?? 0]));
}

/** Of questions with an answer: answered, and rightly; of the others: answered all the same. */
function fare(judged: readonly Judged[], probability: (one: Judged) => number): string {
  const isAnswered = (one: Judged) => probability(one) >= ANSWER_FROM;
  const share = (part: readonly Judged[], all: readonly Judged[]) =>
    all.length === 0 ? '   – ' : (part.length / all.length).toFixed(3);
  const [open, others] = [
    judged.filter(({ hasAnswer }) => hasAnswer),
    judged.filter(({ hasAnswer }) => !hasAnswer),
  ];
  const answered = open.filter(isAnswered);
  const right = answered.filter(({ isRight }) => isRight);
  return [share(answered, open), share(right, answered), share(others.filter(isAnswered), others)].join(' ');
}

const print = (line: string) => process.stdout.write(`${line}\n`);

const corpus = await loadCorpus({ sheets: 'facts', archive: [] });
const { passages } = await readVisiblePassages(corpus, NOW);
const judged: Judged[] = [];
for (const folder of process.argv.slice(2)) {
  for await (const asked of askSet(folder)) judged.push(...judge(asked));
}
for (const asked of askTuning(passages, corpus.synonyms)) judged.push(...judge(asked));
for (const asked of askLines(passages, corpus.synonyms, NTH_LINE))
  judged.push(...judge(asked), ...judge(withoutAnswers(asked)));

/** Each domain counts alike, however many questions it has. */
function balance(all: readonly Judged[]): readonly Judged[] {
  const totals = new Map<string, number>();
  for (const { domain, weight } of all) totals.set(domain, (totals.get(domain) ?? 0) + weight);
  const share = all.length / totals.size;
  return all.map((one) => ({ ...one, weight: (one.weight * share) / (totals.get(one.domain) ?? 1) }));
}

print('Answered, rightly of these, and falsely: today, fitted on other domains, fitted on all.');
const all = fitLogOdds(balance(judged));
for (const domain of new Set(judged.map((one) => one.domain))) {
  const there = judged.filter((one) => one.domain === domain);
  const others = fitLogOdds(balance(judged.filter((one) => one.domain !== domain)));
  const figures = [
    fare(there, ({ features }) => probabilityOf(features)),
    fare(there, (one) => probabilityWith(one, others)),
    fare(there, (one) => probabilityWith(one, all)),
  ];
  print(`  ${domain.padEnd(20)} ${figures.join('   ')}`);
}
print('Log odds:');
for (const [name, odds] of all) print(`  ${name}: ${odds.toFixed(2)},`);
