import { setImmediate } from 'node:timers/promises';
import type { Passage } from '../corpus/index.ts';
import type { ArchiveState, IndexContents } from '../corpus-index/index.ts';
import { type NameLists, NO_NAMES } from '../corpus-index/index.ts';
import { type CorpusStatistics, openIndex, type SearchIndex } from '../search/index.ts';
import { decide } from './decide.ts';
import { createFilterSuggestions, type FilterSuggestions } from './filter-suggestions.ts';
import type { OnFile, TopicCount } from './on-file.ts';
import type { Sureness } from './sureness.ts';
import type { OverdueSince } from './to-quote.ts';
import type { FetchedOnes } from './verify-quotes.ts';
import { type WithheldFacts, withheldFactsOf } from './withheld-facts.ts';

/** Searches what may be shown, from one moment until the next at which an embargo or an expiry changes that. */
export interface Searcher {
  readonly index: SearchIndex;
  /** The desk's facts, to browse in; the archive is too large for that. */
  readonly facts: readonly Passage[];
  /** Topics that questions are narrowed to; undefined when they are not. */
  readonly topics: ReadonlySet<string> | undefined;
  readonly onFile: Omit<OnFile, 'examples'>;
  readonly suggestions: FilterSuggestions;
  /** How likely a quote must be to be given as the answer. */
  readonly sureness: Sureness;
  /** Tells which passages are overdue for a review at the moment of asking. */
  readonly overdueSince: OverdueSince;
  readonly archive: ArchiveState;
  /** What is known of an archive that lies elsewhere; undefined without one, or before it was reached. */
  readonly elsewhere: CorpusStatistics | undefined;
  /** What was fetched from it for the question that is being answered. @default nothing */
  readonly fetched?: FetchedOnes;
  /** What it was opened from. */
  readonly contents: IndexContents;
  /** Facts that a broken save withholds. */
  readonly withheld: WithheldFacts;
  /** By the id of each fact that was superseded: the id of the fact that stands for it now. */
  readonly replacedBy: ReadonlyMap<string, string>;
  /** URIs of the articles that may be shown no longer by their own terms. */
  readonly expired: ReadonlySet<string>;
  /** Whether something could not be looked into when it was opened. */
  readonly isPartial: boolean;
  /** Questions of the desk that are answered; worked out when they are first asked for. */
  examples(): Promise<readonly string[]>;
  /** The moment of which it holds what may be shown. */
  readonly since: Date;
  /** When other passages become visible, or cease to be; undefined when nothing changes by itself. */
  readonly until: Date | undefined;
}

const MOST_EXAMPLES = 8;

/** How a searcher searches and decides. */
export interface SearcherOptions {
  /** Whether word vectors tell what questions and passages speak of. @default they do */
  readonly similarity?: 'off' | undefined;
  /** How likely a quote must be to be given as the answer. */
  readonly sureness: Sureness;
  readonly overdueSince: OverdueSince;
  /** What is known of an archive that lies elsewhere. @default there is none, or it was not reached yet */
  readonly elsewhere?: CorpusStatistics | undefined;
}

/** Opens a searcher of an index. `since` is the moment that the contents were put together for. */
export function openSearcher(
  contents: IndexContents,
  since: Date,
  { similarity, sureness, overdueSince, elsewhere }: SearcherOptions,
): Searcher {
  const { segments, facts, names, until, synonyms, archive, replacedBy, expired, isPartial } = contents;
  const index = openIndex(segments, synonyms, { similarity, elsewhere });
  const withheld = withheldFactsOf(contents, similarity);
  return build(
    {
      ...{ index, contents, facts, since, until, topics: undefined, sureness, overdueSince },
      ...{ archive, elsewhere, withheld, replacedBy, expired, isPartial },
    },
    names,
  );
}

/** Narrows a searcher to what is on any of some topics. */
export function narrowSearcher(whole: Searcher, topics: ReadonlySet<string>): Searcher {
  const onTopic = whole.facts.filter((fact) => isWithin(fact, topics));
  return build({ ...whole, facts: onTopic, topics }, NO_NAMES);
}

/** Whether a passage is on any of some topics; each one is where there are none to be on. */
export function isWithin(passage: Passage, topics: Searcher['topics']): boolean {
  return topics === undefined || passage.topics.some((topic) => topics.has(topic));
}

type SearcherParts = Omit<Searcher, 'onFile' | 'suggestions' | 'examples'>;

function build(parts: SearcherParts, names: NameLists): Searcher {
  const { index, facts, topics } = parts;
  const tally = index.tally(topics);
  const ranked = rankTopics(tally.topics);
  let examples: Promise<readonly string[]> | undefined;
  return {
    ...parts,
    onFile: { facts: tally.passages, sources: tally.sources, topics: ranked },
    suggestions: createFilterSuggestions({
      ...{ facts, index, names, narrowedTo: topics },
      topics: ranked.map(({ topic }) => topic),
    }),
    examples: () => {
      examples ??= findExamples(parts);
      return examples;
    },
  };
}

function rankTopics(counts: ReadonlyMap<string, number>): readonly TopicCount[] {
  const topics = [...counts].map(([topic, facts]) => ({ topic, facts }));
  return topics.sort((a, b) => b.facts - a.facts || a.topic.localeCompare(b.topic));
}

/**
 * Questions of the desk that do find their own fact, the first of every source before the second of any. Other
 * questions are answered between two searches: among very many facts each takes its time.
 */
async function findExamples(searcher: SearcherParts): Promise<readonly string[]> {
  const nthOfSource = new Map<string, number>();
  const ranks: Passage[][] = [];
  for (const passage of searcher.facts) {
    const nth = nthOfSource.get(passage.source.id) ?? 0;
    nthOfSource.set(passage.source.id, nth + 1);
    const rank = ranks[nth];
    if (rank) rank.push(passage);
    else ranks[nth] = [passage];
  }
  const examples: string[] = [];
  for (const passage of ranks.flat()) {
    for (const asked of passage.askedAs) {
      await setImmediate();
      if (!finds(searcher, asked, passage)) continue;
      examples.push(asked);
      break;
    }
    if (examples.length === MOST_EXAMPLES) break;
  }
  return examples;
}

function finds({ index, topics, sureness }: SearcherParts, question: string, passage: Passage): boolean {
  const result = index.search(question, { topics });
  return decide(result, sureness.sureFrom).outcome === 'answer' && result.hits[0]?.passage.id === passage.id;
}
