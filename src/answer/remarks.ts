import type { Passage } from '../corpus/index.ts';
import { type Filter, nearestNames, parseQuery, resembles } from '../search/index.ts';

const NAMES_SHOWN = 3;

/** What the asker should know of how a question was read, in plain sentences: its filters, and what is wrong with them. */
export function remarksOn(question: string, known: KnownNames): readonly string[] {
  const { filters, unread } = parseQuery(question);
  return [
    ...unread.map(({ typed, problem }) => `“${typed}” was not used as a filter: ${problem}.`),
    ...(filters.length === 0 ? [] : [`Searched only: ${filters.map(tellFilter).join(', ')}.`]),
    ...filters.flatMap((filter) => tellUnknown(filter, known)),
  ];
}

function tellFilter({ name, value }: Filter): string {
  switch (name) {
    case 'source':
    case 'topic':
    case 'speaker':
      return `${name} “${value}”`;
    case 'before':
    case 'after':
      return `${name} ${value}`;
    case 'kind':
      return value === 'quote' ? 'quotes' : 'statements in desk wording';
    default:
      return name satisfies never;
  }
}

/** Passages whose names are known. */
export interface KnownNames {
  /** The desk's facts, and whatever was found. */
  readonly passages: readonly Passage[];
  /** Whether these are all that is on file; an archive is too large to look every name up. */
  readonly areAll: boolean;
}

/** A filter that names nothing on file is told with the names that are nearest to it, or else with the commonest. */
function tellUnknown({ name, value }: Filter, { passages, areAll }: KnownNames): readonly string[] {
  if (name !== 'source' && name !== 'topic' && name !== 'speaker') return [];
  // Few names stand over many passages, so each is looked at once.
  const known = commonestFirst(passages.flatMap(NAMES[name]));
  const ids = name === 'source' ? new Set(passages.map(({ source }) => source.id)) : [];
  if ([...known, ...ids].some((each) => resembles(value, each))) return [];
  const nearest = nearestNames(value, known, NAMES_SHOWN);
  const told = (nearest.length > 0 ? nearest : known.slice(0, NAMES_SHOWN)).map((each) => `“${each}”`);
  const hint = nearest.length > 0 ? 'Nearest' : 'Most facts';
  return [
    `${areAll ? `No ${name} on file is called` : `Nothing was found with the ${name}`} “${value}”.${told.length === 0 ? '' : ` ${hint}: ${told.join(', ')}.`}`,
  ];
}

const NAMES = {
  source: ({ source }) => [source.title, ...(source.publisher === undefined ? [] : [source.publisher])],
  topic: ({ topics }) => topics,
  speaker: ({ attribution }) => [attribution],
} as const satisfies Record<string, (passage: Passage) => readonly string[]>;

function commonestFirst(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
