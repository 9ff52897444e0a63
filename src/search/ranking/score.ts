import type { Evidence } from './evidence.ts';
import { FEATURE_PLACES, FEATURES, type Feature, type FeatureName } from './features.ts';
import type { Similarity } from './similarity.ts';

/** The values of the features of one passage, before weighing; in the order of `FEATURES`. */
export type FeatureValues = readonly number[];

/** The same by name. */
export type Features = Readonly<Record<FeatureName, number>>;

const TABLE: readonly Feature[] = FEATURES;
const MEASURES = TABLE.map((feature) => ('measure' in feature ? feature.measure : undefined));
const COMPARISONS = TABLE.map((feature) => ('compare' in feature ? feature.compare : undefined));
const WITHOUT = Float64Array.from(FEATURES, ({ weights: [without] }) => without);
/** What comes to each weight for a passage that example queries cover well. */
const CHANGES = Float64Array.from(FEATURES, ({ weights: [without, covered] }) => covered - without);

/** Nothing found: the values of a passage that no word led to. */
export const NO_VALUES: FeatureValues = FEATURES.map(() => 0);

/** Measures all features of a passage but those that are costly to tell, which stay 0. */
export function measureFeatures(evidence: Evidence): FeatureValues {
  const values = NO_VALUES.slice();
  for (let place = 0; place < values.length; place++) values[place] = MEASURES[place]?.(evidence) ?? 0;
  return values;
}

/** Adds the features that are costly to tell. */
export function compareFeatures(measured: FeatureValues, similarity: Similarity): FeatureValues {
  const values = measured.slice();
  for (let place = 0; place < values.length; place++)
    values[place] = COMPARISONS[place]?.(similarity) ?? values[place] ?? 0;
  return values;
}

/** Values by name. */
export const byName = (values: FeatureValues): Features =>
  Object.fromEntries(FEATURES.map(({ name }, place) => [name, values[place] ?? 0])) as Features;

/** What a feature, by its place, counts for a passage that is covered by example queries as its values say. */
export function weightOf(place: number, values: FeatureValues): number {
  return (WITHOUT[place] ?? 0) + (values[FEATURE_PLACES.exampleCount] ?? 0) * (CHANGES[place] ?? 0);
}

/** The score: every feature times its weight. */
export function scoreOf(values: FeatureValues): number {
  let score = 0;
  for (let place = 0; place < WITHOUT.length; place++)
    score += (values[place] ?? 0) * weightOf(place, values);
  return score;
}
