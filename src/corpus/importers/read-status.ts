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
