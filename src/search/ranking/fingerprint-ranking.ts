import { createHash } from 'node:crypto';
import { FEATURES } from './features.ts';

/** Tells whether two versions of factdesk score passages by the same features with the same weights. */
export function fingerprintRanking(): string {
  const weights = FEATURES.map(({ name, weight }) => `${name} ${weight}\n`);
  return createHash('sha256').update(weights.join('')).digest('hex').slice(0, 16);
}
