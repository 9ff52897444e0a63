import { readStatus } from './read-status.ts';

/** Of several states of one article the first that keeps it back or is not known; `published` counts when all are. */
export function gravestState(states: readonly (string | undefined)[]): string | undefined {
  const told = states.filter((state) => state !== undefined);
  return told.find((state) => readStatus(state) !== 'usable') ?? told[0];
}

/** What a property such as `published` says of an article: what is neither true nor false is no known state. */
export function stateOfFlag(published: unknown): string | undefined {
  if (published === undefined || published === null) return undefined;
  if (typeof published === 'boolean') return published ? 'published' : 'draft';
  return JSON.stringify(published);
}
