import { createHash } from 'node:crypto';

/**
 * A name for an article that brings none: the same words always get the same one. An edited article gets another,
 * so that no row of a table ever takes the place of a different one.
 */
export function nameByContent(texts: readonly string[]): string {
  return `urn:sha256:${createHash('sha256').update(texts.join('\u0000')).digest('hex').slice(0, 32)}`;
}
