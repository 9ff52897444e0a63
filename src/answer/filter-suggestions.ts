import type { Passage } from '../corpus/index.ts';
import type { NameLists } from '../corpus-index/index.ts';
import { commonestFirst } from '../corpus-index/index.ts';
import { fold, nearestNames, resembles, type SearchIndex } from '../search/index.ts';

/** What a filter can name. */
export type NameKind = 'source' | 'topic' | 'speaker';

/** Names to suggest instead of one that is not on file. */
export interface SuggestedNames {
  readonly names: readonly string[];
  /** Whether they are like what was typed; otherwise they are the commonest. */
  readonly areAlike: boolean;
}

/** Checks the values of filters against the sources, topics and speakers on file. */
export interface FilterSuggestions {
  /** Whether only some topics are looked through: what stands beyond them is treated as if it were not there. */
  readonly isNarrowed: boolean;
  /** Undefined when a name on file is the typed one, holds it, or is a slip away; case and accents aside. */
  instead(kind: NameKind, typed: string): SuggestedNames | undefined;
  /** The name on file that the typed one is a slip away from; undefined when one holds it as typed, or none is. */
  takenFor(kind: NameKind, typed: string): string | undefined;
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
/** Fuse takes some ten microseconds a name. Of an archive it judges the names of so many matching passages, ... */
const PASSAGES_JUDGED = 50;
/** ... and so many of the commonest names. */
const COMMONEST_JUDGED = 100;

/** Opens the suggestions. What takes longer is worked out when it is first asked for. */
export function createFilterSuggestions({
  facts,
  index,
  names,
  topics,
  narrowedTo,
}: NameSources): FilterSuggestions {
  const known = new Map<NameKind, KindOfNames>();
  const ofKind = (kind: NameKind): KindOfNames => {
    const before = known.get(kind);
    if (before) return before;
    // A channel that is narrowed to topics is not told of names beyond them.
    const listed = narrowedTo ? '' : kind === 'topic' ? topics.join('\n') : names[kind];
    const made = {
      folded: fold(listed),
      common: commonest(listed),
      ofFacts: commonestFirst(facts.flatMap(NAMES[kind])),
    };
    known.set(kind, made);
    return made;
  };
  const ofPassagesLike = (kind: NameKind, typed: string): readonly string[] => {
    if (index.size === facts.length) return [];
    const { hits } = index.search(typed, { limit: PASSAGES_JUDGED, topics: narrowedTo });
    return hits.flatMap(({ passage }) => NAMES[kind](passage));
  };
  const likelyNames = (kind: NameKind, typed: string): readonly string[] => {
    const { ofFacts, common } = ofKind(kind);
    return [...new Set([...ofFacts, ...common, ...ofPassagesLike(kind, typed)])];
  };
  const idsOf = (kind: NameKind) => (kind === 'source' ? new Set(facts.map(({ source }) => source.id)) : []);
  const isHeldAsTyped = (kind: NameKind, typed: string): boolean => {
    const wanted = fold(typed).trim();
    return wanted !== '' && ofKind(kind).folded.includes(wanted);
  };
  return {
    isNarrowed: narrowedTo !== undefined,
    instead(kind, typed) {
      if (isHeldAsTyped(kind, typed)) return undefined;
      const likely = likelyNames(kind, typed);
      if ([...likely, ...idsOf(kind)].some((name) => resembles(typed, name))) return undefined;
      const nearest = nearestNames(typed, likely, NAMES_SHOWN);
      const areAlike = nearest.length > 0;
      return { names: areAlike ? nearest : likely.slice(0, NAMES_SHOWN), areAlike };
    },
    takenFor(kind, typed) {
      if (isHeldAsTyped(kind, typed)) return undefined;
      const alike = [...likelyNames(kind, typed), ...idsOf(kind)].filter((name) => resembles(typed, name));
      return alike.some((name) => fold(name).includes(fold(typed).trim())) ? undefined : alike[0];
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

function commonest(listed: string): readonly string[] {
  return listed === '' ? [] : listed.split('\n', COMMONEST_JUDGED);
}
