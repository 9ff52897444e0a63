/**
 * Fits what the questions that the desk wrote for a fact count: the second weights of the score, and the log odds of
 * `known` facts in the decision. Every fact of the project's own sheets loses one line, which is then asked. Takes a
 * minute and prints both, to be written into src/search/ranking/features.ts and src/answer/confidence.ts by hand. The log
 * odds are those of the weights that stand there: run it once more when the weights have changed. Other draws of the
 * lines that are left to each fact move a weight by a tenth or two.
 *
 *   node --max-old-space-size=8192 --import ./bin/typescript.js tools/fit-known-facts.ts
 */
import { readFileSync } from 'node:fs';
import { type ConfidenceFeature, type Found, readConfidence } from '../src/answer/confidence.ts';
import { loadCorpus, readVisiblePassages } from '../src/corpus/index.ts';
import { createIndex, type Hit } from '../src/search/index.ts';
import { FEATURES, type FeatureName } from '../src/search/ranking/features.ts';
import { askHeldOut, type HeldOut } from './held-out-lines.ts';
import { minimize } from './minimize.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

const TURNS = 21;
/** Lots of facts; each is judged by weights fitted on the others. */
const LOTS = 3;
const HITS_OF_DECISION = 10;

const corpus = await loadCorpus({ sheets: 'facts', archive: [] });
const { passages } = await readVisiblePassages(corpus, new Date('2026-11-22T12:00:00Z'));
const facts = passages.map(({ id }) => id);
const lotOf = (fact: string) => facts.indexOf(fact) % LOTS;
const whole = [...askHeldOut(passages, corpus.synonyms, { turns: TURNS, varied: false })];
const varied = [...askHeldOut(passages, corpus.synonyms, { turns: TURNS, varied: true })];

// ---- the score: the right fact is to be first (softmax over the passages that were looked at)

const CHANGED: readonly FeatureName[] = [
  'exampleCount',
  ...FEATURES.filter(({ weights: [without, covered] }) => without !== covered).map(({ name }) => name),
];
const WITHOUT = new Map<FeatureName, number>(FEATURES.map(({ name, weights: [without] }) => [name, without]));
/** The weight of a feature for facts that nobody wrote questions for. */
const weightOf = (name: FeatureName) => (name === 'exampleCount' ? 0 : (WITHOUT.get(name) ?? 0));
/** How much a change of a weight has to pay for itself. */
const PRIOR = 0.0015;

interface Ranking {
  readonly fact: string;
  readonly isRight: readonly boolean[];
  /** Scores with the weights of facts that nobody wrote questions for. */
  readonly base: readonly number[];
  /** What a change of each weight in `CHANGED` adds to the score of each hit. */
  readonly levers: readonly (readonly number[])[];
}

function toRanking({ fact, found: { hits } }: HeldOut): Ranking {
  const leversOf = ({ features }: Hit) =>
    CHANGED.map((name) => (name === 'exampleCount' ? 1 : features[name]) * features.exampleCount);
  const baseOf = ({ features }: Hit) =>
    FEATURES.reduce((sum, { name }) => sum + weightOf(name) * features[name], 0);
  return {
    fact,
    isRight: hits.map(({ passage }) => passage.id === fact),
    base: hits.map(baseOf),
    levers: hits.map(leversOf),
  };
}

function scoresWith({ base, levers }: Ranking, changes: Float64Array): readonly number[] {
  return base.map((score, i) =>
    (levers[i] ?? []).reduce((sum, value, j) => sum + value * (changes[j] ?? 0), score),
  );
}

function fitScore(rankings: readonly Ranking[]): Float64Array {
  const usable = rankings.filter(({ isRight }) => isRight.includes(true));
  return minimize(
    CHANGED.map(() => 0),
    (changes, gradient) => {
      for (const ranking of usable) {
        const scores = scoresWith(ranking, changes);
        const top = Math.max(...scores);
        const odds = scores.map((score) => Math.exp(score - top));
        const all = odds.reduce((sum, value) => sum + value, 0);
        ranking.levers.forEach((levers, i) => {
          const pull = ((odds[i] ?? 0) / all - (ranking.isRight[i] ? 1 : 0)) / usable.length;
          levers.forEach((value, j) => {
            gradient[j] = (gradient[j] ?? 0) + pull * value;
          });
        });
      }
      changes.forEach((change, j) => {
        gradient[j] = (gradient[j] ?? 0) + PRIOR * change;
      });
    },
    150,
  );
}

function isRightFirst(ranking: Ranking, changes: Float64Array): boolean {
  const scores = scoresWith(ranking, changes);
  return ranking.isRight[scores.indexOf(Math.max(...scores))] === true;
}

const rankings = [...whole, ...varied].map(toRanking);
const unseen = Array.from({ length: LOTS }, (_, lot) => {
  const changes = fitScore(rankings.filter(({ fact }) => lotOf(fact) !== lot));
  return rankings.filter(
    (ranking, i) => i < whole.length && lotOf(ranking.fact) === lot && isRightFirst(ranking, changes),
  );
});
const changes = fitScore(rankings);
const none = new Float64Array(CHANGED.length);
const share = (count: number) => (count / whole.length).toFixed(3);
print('Lines held out, right first:');
print(
  `  without these weights ${share(rankings.slice(0, whole.length).filter((one) => isRightFirst(one, none)).length)}`,
);
print(`  judged by weights fitted on other facts ${share(unseen.flat().length)}`);
print('Weights of a fact that is known well:');
CHANGED.forEach((name, j) => {
  print(`  ${name}: ${(weightOf(name) + (changes[j] ?? 0)).toFixed(2)},`);
});

// ---- the decision: does the first quote answer? (logistic regression)

interface Judged {
  readonly features: readonly ConfidenceFeature[];
  readonly isRight: boolean;
  readonly weight: number;
}

/** Set by hand, see `LOG_ODDS`. */
const BY_HAND = new Set(['sameQuestion', 'contradiction']);
const RIDGE = 0.5;
/** A false answer costs more than a glance at a close match. */
const COST_OF_FALSE = 3;
/** Questions of reporters are few, and nearer to daily work than lines held out. */
const WORTH_OF_TUNING = 4;
/** Many, and harder than daily work: the words of a fact, and one thing more that nothing on file tells. */
const WORTH_OF_ASPECTS = 3;

function judge(found: Found, { isRight, weight }: Omit<Judged, 'features'>): readonly Judged[] {
  const hits = found.hits.slice(0, HITS_OF_DECISION);
  if (hits.length === 0) return [];
  const features = readConfidence({ ...found, hits }, 0).filter(({ name }) => !BY_HAND.has(name));
  return [{ features, isRight, weight }];
}

/** The line as it was asked, and once more as if its fact were not on file. */
function judgeHeldOut({ fact, found }: HeldOut): readonly Judged[] {
  const others = found.hits.filter(({ passage }) => passage.id !== fact);
  return [
    ...judge(found, { isRight: found.hits[0]?.passage.id === fact, weight: 1 }),
    ...judge({ ...found, hits: others }, { isRight: false, weight: COST_OF_FALSE }),
  ];
}

interface TuningQuestion {
  readonly question: string;
  readonly style: string;
  readonly expect: readonly string[];
}

function weigh({ style, expect }: TuningQuestion): number {
  if (style === 'aspect') return WORTH_OF_ASPECTS;
  return WORTH_OF_TUNING * (expect.length === 0 ? COST_OF_FALSE : 1);
}

function judgeTuning(): readonly Judged[] {
  const index = createIndex(passages, corpus.synonyms);
  const lines = readFileSync('tools/tuning-questions.jsonl', 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const tuning = JSON.parse(line) as TuningQuestion;
    const found = index.search(tuning.question);
    return judge(found, {
      isRight: tuning.expect.includes(found.hits[0]?.passage.id ?? ''),
      weight: weigh(tuning),
    });
  });
}

const judged = [...[...whole, ...varied].flatMap(judgeHeldOut), ...judgeTuning()];
const featureNames = judged[0]?.features.map(({ name }) => name) ?? [];
const total = judged.reduce((sum, { weight }) => sum + weight, 0);
const logOdds = minimize(
  featureNames.map(() => 0),
  (point, gradient) => {
    for (const { features, isRight, weight } of judged) {
      const odds = features.reduce((sum, { measure }, i) => sum + measure * (point[i] ?? 0), 0);
      const pull = (weight * (1 / (1 + Math.exp(-odds)) - (isRight ? 1 : 0))) / total;
      features.forEach(({ measure }, i) => {
        gradient[i] = (gradient[i] ?? 0) + pull * measure;
      });
    }
    for (let i = 1; i < point.length; i++)
      gradient[i] = (gradient[i] ?? 0) + (RIDGE * (point[i] ?? 0)) / total;
  },
  600,
);
print('Log odds of facts that the desk wrote questions for:');
featureNames.forEach((name, i) => {
  print(`  ${name}: ${(logOdds[i] ?? 0).toFixed(2)},`);
});
