/**
 * Sentences on one matter that say different things. How near they are to each other by a model is where nearness
 * begins to tell something: every model puts its vectors into a corner of their space, some into a narrow one.
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

/** The mean cosine of every two of some vectors of length 1. */
export function meanCosine(vectors: readonly Float32Array[]): number {
  let sum = 0;
  let pairs = 0;
  vectors.forEach((one, at) => {
    for (const other of vectors.slice(at + 1)) {
      sum += one.reduce((product, value, i) => product + value * (other[i] ?? 0), 0);
      pairs++;
    }
  });
  return sum / pairs;
}
