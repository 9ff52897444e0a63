/**
 * Fits what decides whether the first quote is given as the answer: the log odds for facts of the desk (`fact`), and for
 * sentences of articles (`article`). The first on questions that were once lines of the desk's own facts, on
 * `tools/tuning-questions.jsonl`, and on questions of the sets that nothing on file of the desk answers; the others on
 * those sets, in the form of the BEIR benchmark, of which some questions have no answer. No feature counts against its
 * sense, and the domains weigh more alike than their sizes. Prints for each domain how its questions fare with today's log
 * odds, with those fitted on all other domains, and with those fitted on all: the area under the ROC curve, the expected
 * calibration error, and at the threshold how many are answered, how many of these rightly, and how many are answered
 * that have no answer; and the last log odds, to be written into src/answer/confidence.ts. They are those of the weights in
 * src/search/ranking/features.ts: run it once more when these have changed. Takes some minutes.
 *
 *   node --max-old-space-size=8192 --import ./bin/typescript.js tools/fit-decision.ts SET-DIR…
 */

import {
  type ConfidenceFeature,
  type ConfidenceFeatureName,
  probabilityOf,
  readConfidence,
  SENSES,
} from '../src/answer/confidence.ts';
import { ANSWER_FROM } from '../src/answer/decide.ts';
import { calibrationError, reliabilityOf } from '../src/calibration/reliability.ts';
import { loadCorpus, readVisiblePassages } from '../src/corpus/index.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { type Asked, askForeign, askLines, askSet, askTuning } from './asked-questions.ts';
import { fitLogistic, type LogisticRow } from './fit-logistic.ts';
import { groupBy } from './group-by.ts';

/** The day on which the questions are asked. */
const NOW = new Date('2026-11-22T12:00:00Z');
/** Every second line is asked. */
const NTH_LINE = 2;
/** So many hits a decision sees. */
const HITS = 10;
/** Set by hand, see `LOG_ODDS`. */
const BY_HAND: ReadonlySet<ConfidenceFeatureName> = new Set(['sameQuestion', 'contradiction']);
/** Of questions alone: what a statement is worth is fitted behind all else, on statements. */
const STATEMENT: ConfidenceFeatureName = 'statement';
/** A false answer costs more than a glance at a close match. */
const COST_OF_FALSE = 2;
/**
 * What the domains of the desk weigh. Most tuning questions without an answer are made from the words of a fact and one
 * thing more, which few people ask; most questions of a newsroom are of what is not on file.
 */
const WEIGHTS: Readonly<Record<string, number>> = { lines: 6, tuning: 0.5, foreign: 2 };
/** Of articles, a domain weighs its size to the power of one minus this: more, and the smallest decide. */
const EVENNESS = 0.3;
/** Variants of one set, which share their questions, are one domain. */
const VARIANT = /-abstain$/;
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
  const cost = hasAnswer ? 1 : COST_OF_FALSE;
  const features = readConfidence({ ...found, hits }, 0);
  return [{ domain, kind, hasAnswer, isRight, weight: weight * cost, features }];
}

/** The same question, as if what answers it were not on file. */
function withoutAnswers(asked: Asked): Asked {
  const hits = asked.found.hits.filter(({ passage }) => !asked.answers.has(passage.id));
  return { ...asked, found: { ...asked.found, hits }, answers: new Set() };
}

const isFree = (name: ConfidenceFeatureName) => !BY_HAND.has(name) && name !== STATEMENT;
const measureOf = ({ features }: Judged, name: ConfidenceFeatureName) =>
  features.find((feature) => feature.name === name)?.measure ?? 0;

/** What the log odds come to without those that are not given. */
const oddsWith = ({ features }: Judged, fitted: LogOdds) =>
  features.reduce((sum, { name, measure }) => sum + measure * (fitted.get(name) ?? 0), 0);

/** The probability with other log odds; those set by hand stay. */
function probabilityWith(one: Judged, fitted: LogOdds): number {
  return probabilityOf(
    one.features.map((feature) => ({
      ...feature,
      logOdds: BY_HAND.has(feature.name)
        ? feature.logOdds
        : feature.measure * (fitted.get(feature.name) ?? 0),
    })),
  );
}

/** Whether most of what was asked in a domain are questions. */
function areQuestions(judged: readonly Judged[]): boolean {
  return judged.filter((one) => measureOf(one, STATEMENT) === 1).length * 2 < judged.length;
}

function byDomain(judged: readonly Judged[]): ReadonlyMap<string, readonly Judged[]> {
  return groupBy(judged, ({ domain }) => domain.replace(VARIANT, ''));
}

/** How likely is the first quote right? Fitted on questions, and then what a statement adds on statements. */
function fitLogOdds(judged: readonly Judged[]): LogOdds {
  const questions = [...byDomain(judged).values()].filter(areQuestions).flat();
  const names = (questions[0]?.features ?? []).map(({ name }) => name).filter(isFree);
  const rows = questions.map(
    (one): LogisticRow => ({ ...one, offset: 0, measures: names.map((name) => measureOf(one, name)) }),
  );
  const fitted = new Map(
    zip(
      names,
      fitLogistic(
        rows,
        names.map((name) => SENSES[name]),
      ),
    ),
  );
  const statements = judged.filter((one) => measureOf(one, STATEMENT) === 1);
  if (statements.length === 0) return fitted;
  const added = statements.map(
    (one): LogisticRow => ({ ...one, offset: oddsWith(one, fitted), measures: [1] }),
  );
  return fitted.set(STATEMENT, fitLogistic(added, ['either'])[0] ?? 0);
}

function zip<A, B>(one: readonly A[], other: readonly B[]): readonly [A, B][] {
  return one.flatMap((a, at) => (at < other.length ? [[a, other[at] as B] as [A, B]] : []));
}

/** See above for what is told. */
function fare(judged: readonly Judged[], probability: (one: Judged) => number): string {
  const claims = judged.map((one) => ({ factId: '', confidence: probability(one), isRight: one.isRight }));
  const isAnswered = (one: Judged) => probability(one) >= ANSWER_FROM;
  const share = (part: readonly Judged[], all: readonly Judged[]) =>
    all.length === 0 ? '  –  ' : (part.length / all.length).toFixed(3);
  const [open, others] = [
    judged.filter(({ hasAnswer }) => hasAnswer),
    judged.filter(({ hasAnswer }) => !hasAnswer),
  ];
  const answered = open.filter(isAnswered);
  const right = answered.filter(({ isRight }) => isRight);
  return [
    areaUnderCurve(claims).toFixed(3),
    (calibrationError(reliabilityOf(claims)) ?? 0).toFixed(3),
    share(answered, open),
    share(right, answered),
    share(others.filter(isAnswered), others),
  ].join(' ');
}

/** What a domain weighs altogether: one of the desk as it is worth, one of articles by its size. */
function worthOf(domain: string, questions: number): number {
  return WEIGHTS[domain] ?? questions ** (1 - EVENNESS);
}

function balance(all: readonly Judged[]): readonly Judged[] {
  return [...byDomain(all)].flatMap(([domain, own]) => {
    const total = own.reduce((sum, { weight }) => sum + weight, 0);
    const worth = worthOf(domain, own.length);
    return own.map((one) => ({ ...one, weight: (one.weight * worth) / total }));
  });
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

print('Area under the curve, calibration error, answered, rightly of these, falsely:');
print('today | fitted on other domains | fitted on all');
for (const kind of ['fact', 'article'] as const) {
  const own = judged.filter((one) => one.kind === kind);
  const all = fitLogOdds(balance(own));
  for (const [domain, there] of byDomain(own)) {
    const others = fitLogOdds(balance(own.filter((one) => !there.includes(one))));
    for (const [variant, questions] of groupBy(there, (one) => one.domain)) {
      const figures = [
        fare(questions, ({ features }) => probabilityOf(features)),
        fare(questions, (one) => probabilityWith(one, others)),
        fare(questions, (one) => probabilityWith(one, all)),
      ];
      print(`  ${kind} ${variant.padEnd(18)} of ${domain.padEnd(12)} ${figures.join(' | ')}`);
    }
  }
  print(`Log odds, ${kind}:`);
  for (const [name, odds] of all) print(`  ${name}: ${odds.toFixed(2)},`);
}
