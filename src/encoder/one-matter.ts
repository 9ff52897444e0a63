/**
 * Sentences on one matter that say different things. How near they are to each other by a model tells where
 * nearness begins: every model puts its vectors into a corner of their space, some into a narrow one.
 */
export const ONE_MATTER: readonly string[] = [
  'Ferries in Exampleton carried 120,000 passengers in 2024.',
  'The council approved a second ferry for Exampleton in May.',
  'Captain Ann Berg has steered the Exampleton ferry for nineteen years.',
  'A ferry ticket for a car costs 48 euros since January.',
  'Storms kept all ferries in the harbour for three days.',
  'The mayor wants a bridge instead of the ferry.',
  'Ferry workers went on strike over pay in March.',
  'The oldest ferry of the fleet burns heavy oil.',
  'Two people were injured on board the ferry when a rope snapped.',
  'Fewer lorries took the ferry than in the year before.',
  'The ferry terminal at the north quay was built in 1971.',
  'An electric ferry will be delivered to the port in 2027.',
];

/** So many spreads below the mean, hardly any two of the sentences are. */
const FAR_SPREADS = 2;

/**
 * The cosine below which two texts have nothing to do with each other, from the vectors of the sentences: the mean of
 * every two less twice their spread.
 */
export function floorOf(vectors: readonly Float32Array[]): number {
  const cosines = vectors.flatMap((one, at) => vectors.slice(at + 1).map((other) => dot(one, other)));
  const mean = meanOf(cosines);
  return mean - FAR_SPREADS * Math.sqrt(meanOf(cosines.map((cosine) => (cosine - mean) ** 2)));
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
