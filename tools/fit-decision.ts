/**
 * Fits what decides whether the first quote is given as the answer: the log odds for facts of the desk (`fact`), and for
 * sentences of articles (`article`). The first on questions that were once lines of the desk's own facts, on
 * `tools/tuning-questions.jsonl`, and on questions of the sets that nothing on file of the desk answers; the others on
 * those sets, in the form of the BEIR benchmark, of which some questions have no answer. Prints how questions fare with
 * today's log odds, with those fitted on all domains but the one that is judged, and with those fitted on all; and the
 * last, to be written into src/answer/confidence.ts. They are those of the weights in src/search/ranking/features.ts: run
 * it once more when these have changed. Takes a minute.
 *
 *   node --max-old-space-size=8192 --import ./bin/typescript.js tools/fit-decision.ts SET-DIR…
 */

import {
  type ConfidenceFeature,
  type ConfidenceFeatureName,
  probabilityOf,
  readConfidence,
} from '../src/answer/confidence.ts';
import { ANSWER_FROM } from '../src/answer/decide.ts';
import { loadCorpus, readVisiblePassages } from '../src/corpus/index.ts';
import { type Asked, askForeign, askLines, askSet, askTuning } from './asked-questions.ts';
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
/** A false answer costs more than a glance at a close match. */
const COST_OF_FALSE = 1.5;
/**
 * What the domains of the desk weigh. Most tuning questions without an answer are made from the words of a fact and one
 * thing more, which few people ask; most questions of a newsroom are of what is not on file.
 */
const WEIGHTS: Readonly<Record<string, number>> = { lines: 4, tuning: 1, foreign: 4 };

/** The first quote that was found for a question. */
interface Judged {
  readonly domain: string;
  readonly kind: 'fact' | 'article';
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
  const kind = first.passage.kind === 'article' ? 'article' : 'fact';
  const hasAnswer = answers.size > 0;
  const isRight = answers.has(first.passage.id);
  const cost = kind === 'fact' && !hasAnswer ? COST_OF_FALSE : 1;
  const features = readConfidence({ ...found, hits }, 0);
  return [{ domain, kind, hasAnswer, isRight, weight: weight * cost, features }];
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

const sets = process.argv.slice(2);
const corpus = await loadCorpus({ sheets: 'facts', archive: [] });
const { passages } = await readVisiblePassages(corpus, NOW);
const judged: Judged[] = [];
for (const folder of sets) {
  for await (const asked of askSet(folder)) judged.push(...judge(asked));
}
for (const asked of askTuning(passages, corpus.synonyms)) judged.push(...judge(asked));
for (const asked of askLines(passages, corpus.synonyms, NTH_LINE))
  judged.push(...judge(asked), ...judge(withoutAnswers(asked)));
for await (const asked of askForeign(passages, corpus.synonyms, sets)) judged.push(...judge(asked));

/** Each domain of the desk weighs what it is worth, however many questions it has; of articles each question alike. */
function balance(all: readonly Judged[]): readonly Judged[] {
  const totals = new Map<string, number>();
  for (const { domain, weight } of all) totals.set(domain, (totals.get(domain) ?? 0) + weight);
  return all.map((one) => {
    const worth = WEIGHTS[one.domain];
    if (worth === undefined) return one;
    return { ...one, weight: (one.weight * worth * all.length) / (totals.get(one.domain) ?? 1) };
  });
}

print('Answered, rightly of these, and falsely: today, fitted on other domains, fitted on all.');
for (const kind of ['fact', 'article'] as const) {
  const own = judged.filter((one) => one.kind === kind);
  const all = fitLogOdds(balance(own));
  for (const domain of new Set(own.map((one) => one.domain))) {
    const there = own.filter((one) => one.domain === domain);
    const others = fitLogOdds(balance(own.filter((one) => one.domain !== domain)));
    const figures = [
      fare(there, ({ features }) => probabilityOf(features)),
      fare(there, (one) => probabilityWith(one, others)),
      fare(there, (one) => probabilityWith(one, all)),
    ];
    print(`  ${kind} ${domain.padEnd(20)} ${figures.join('   ')}`);
  }
  print(`Log odds, ${kind}:`);
  for (const [name, odds] of all) print(`  ${name}: ${odds.toFixed(2)},`);
}
