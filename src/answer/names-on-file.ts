import type { Passage } from '../corpus/index.ts';
import { nearestNames, resembles, type SearchIndex } from '../search/index.ts';
import type { NameLists } from './stock/archive-names.ts';

/** What a filter can name. */
export type NameKind = 'source' | 'topic' | 'speaker';

/** Names to offer instead of one that is not on file. */
export interface NamesInstead {
  readonly names: readonly string[];
  /** Whether they are like what was typed; otherwise they are the commonest. */
  readonly areAlike: boolean;
}

/** What sources, topics and speakers on file are called. */
export interface NamesOnFile {
  /** Undefined when a name on file is the typed one, holds it, or is a slip away; case and accents aside. */
  instead(kind: NameKind, typed: string): NamesInstead | undefined;
}

/** Where names are looked up. */
export interface NameSources {
  /** The desk's facts: they are few, so each of their names is looked at. */
  readonly facts: readonly Passage[];
  readonly index: SearchIndex;
  /** Names of the archive. */
  readonly names: NameLists;
  /** The commonest first. */
  readonly topics: readonly string[];
  /** Topics that questions are narrowed to; undefined when they are not. */
  readonly narrowedTo: ReadonlySet<string> | undefined;
}

const NAMES_SHOWN = 3;
/** Fuse takes some ten microseconds a name, so of an archive only the likeliest are judged: those of so many passages, */
const PASSAGES_JUDGED = 50;
/** and so many of the commonest. */
const COMMONEST_JUDGED = 100;

/** Looks names up. What takes longer is worked out when it is first asked for. */
export function lookUpNames({ facts, index, names, topics, narrowedTo }: NameSources): NamesOnFile {
  const known = new Map<NameKind, KindOfNames>();
  const ofKind = (kind: NameKind): KindOfNames => {
    const before = known.get(kind);
    if (before) return before;
    // A channel that is narrowed to topics is not told of names beyond them.
    const listed = narrowedTo ? '' : kind === 'topic' ? topics.join('\n') : names[kind];
    const made = { folded: foldRoughly(listed), common: commonest(listed), ofFacts: namesOf(facts, kind) };
    known.set(kind, made);
    return made;
  };
  const ofPassagesLike = (kind: NameKind, typed: string): readonly string[] => {
    if (index.size === facts.length) return [];
    const { hits } = index.search(typed, { limit: PASSAGES_JUDGED, topics: narrowedTo });
    return hits.flatMap(({ passage }) => NAMES[kind](passage));
  };
  return {
    instead(kind, typed) {
      const { folded, ofFacts, common } = ofKind(kind);
      const wanted = foldRoughly(typed).trim();
      if (wanted !== '' && folded.includes(wanted)) return undefined;
      const likely = [...new Set([...ofFacts, ...common, ...ofPassagesLike(kind, typed)])];
      const ids = kind === 'source' ? new Set(facts.map(({ source }) => source.id)) : [];
      if ([...likely, ...ids].some((name) => resembles(typed, name))) return undefined;
      const nearest = nearestNames(typed, likely, NAMES_SHOWN);
      const areAlike = nearest.length > 0;
      return { names: areAlike ? nearest : likely.slice(0, NAMES_SHOWN), areAlike };
    },
  };
}

interface KindOfNames {
  /** All names of the archive, folded, a line each: one search through a few megabytes takes a millisecond. */
  readonly folded: string;
  /** The commonest of the archive. */
  readonly common: readonly string[];
  /** Of the desk's facts, the commonest first. */
  readonly ofFacts: readonly string[];
}

const NAMES = {
  source: ({ source }) => [source.title, ...(source.publisher === undefined ? [] : [source.publisher])],
  topic: ({ topics }) => topics,
  speaker: ({ attribution }) => [attribution],
} as const satisfies Record<NameKind, (passage: Passage) => readonly string[]>;

/** Case and accents aside. */
function foldRoughly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function commonest(listed: string): readonly string[] {
  const names: string[] = [];
  let from = 0;
  while (from < listed.length && names.length < COMMONEST_JUDGED) {
    const end = listed.indexOf('\n', from);
    names.push(listed.slice(from, end < 0 ? listed.length : end));
    from = end < 0 ? listed.length : end + 1;
  }
  return names;
}

function namesOf(facts: readonly Passage[], kind: NameKind): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of facts.flatMap(NAMES[kind])) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
