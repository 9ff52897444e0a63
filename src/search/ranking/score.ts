import type { Evidence } from './evidence.ts';
import { FEATURES, type Feature, type FeatureName } from './features.ts';
import type { Similarity } from './similarity.ts';
import { findTold } from './told-words.ts';

/** The values of the features of one passage, before weighing; in the order of `FEATURES`. */
export type FeatureValues = readonly number[];

/** The same by name. */
export type Features = Readonly<Record<FeatureName, number>>;

const TABLE: readonly Feature[] = FEATURES;
const MEASURED = TABLE.flatMap((feature, place) =>
  'measure' in feature ? { place, measure: feature.measure } : [],
);
const COMPARED = TABLE.flatMap((feature, place) =>
  'compare' in feature ? { place, compare: feature.compare } : [],
);
const JUDGED = TABLE.flatMap((feature, place) => ('judge' in feature ? { place, judge: feature.judge } : []));
const WEIGHT_LIST = Float64Array.from(FEATURES, ({ weight }) => weight);
/** The weights by name. */
export const WEIGHTS = Object.fromEntries(FEATURES.map(({ name, weight }) => [name, weight])) as Features;

/** Nothing found: the values of a passage that no word led to. */
export const NO_VALUES: FeatureValues = FEATURES.map(() => 0);

/** Measures all features of a passage but those that are costly to tell, which stay 0. */
export function measureFeatures(evidence: Evidence): FeatureValues {
  const values = NO_VALUES.slice();
  for (const { place, measure } of MEASURED) values[place] = measure(evidence);
  return values;
}

/** Adds the features that are costly to tell. */
export function compareFeatures(measured: FeatureValues, similarity: Similarity): FeatureValues {
  const values = measured.slice();
  for (const { place, compare } of COMPARED) values[place] = compare(similarity);
  return values;
}

/** Adds the features that only the decision looks at. */
export function judgeFeatures(compared: FeatureValues, evidence: Evidence): FeatureValues {
  const values = compared.slice();
  const judged = { evidence, told: findTold(evidence) };
  for (const { place, judge } of JUDGED) values[place] = judge(judged);
  return values;
}

/** Values by name. */
export const byName = (values: FeatureValues): Features =>
  Object.fromEntries(FEATURES.map(({ name }, place) => [name, values[place] ?? 0])) as Features;

/** The score: every feature times its weight. */
export function scoreOf(values: FeatureValues): number {
  let score = 0;
  for (let place = 0; place < WEIGHT_LIST.length; place++)
    score += (values[place] ?? 0) * (WEIGHT_LIST[place] ?? 0);
  return score;
}
