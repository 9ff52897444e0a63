/** The three states of IPTC. */
export type Status = 'usable' | 'withheld' | 'canceled';

const CANCELED = ['canceled', 'cancelled', 'cancel', 'killed', 'kill', 'withdrawn', 'retracted', 'deleted'];
const WITHHELD =
  'withheld,embargoed,hold,draft,pending,on hold,private,future,trash,auto-draft,inherit'.split(',');
const USABLE = ['usable', 'published', 'publish', 'corrected', 'correction', 'live', 'final'];

/** Reads a status as formats and content systems write it (`stat:usable`, `Killed`); undefined when unknown. */
export function readStatus(text: string): Status | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^.*[:/]/, '');
  if (CANCELED.includes(word)) return 'canceled';
  if (WITHHELD.includes(word)) return 'withheld';
  return USABLE.includes(word) ? 'usable' : undefined;
}

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
