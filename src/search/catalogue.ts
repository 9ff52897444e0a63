import type { Passage } from '../corpus/index.ts';
import { textAt } from './columns/text-store.ts';
import { documentsNamed } from './indexing/passage-metadata.ts';
import type { OpenSegment } from './indexing/segment.ts';
import { ordinalsWithSameWords } from './retrieval/same-words.ts';

/** How much can be found. */
export interface Tally {
  readonly passages: number;
  /** Articles, and sources of sheets. */
  readonly sources: number;
  /** Passages by topic. */
  readonly topics: ReadonlyMap<string, number>;
}

/** What an index holds, beside what a question finds in it. */
export interface Catalogue {
  /** @param topics count only what is on any of them @default everything is counted */
  tally(topics?: ReadonlySet<string>): Tally;
  /** The passage with this id; undefined when nothing that can be found has it. */
  passage(id: string): Passage | undefined;
  /** The passages of the same source as the one with this id, in its order; at most `most`, the nearest. */
  sameSource(id: string, most: number): readonly Passage[];
  /** The passages of an article, by its URI, in its order; at most `most`. */
  inArticle(uri: string, most: number): readonly Passage[];
  /** The words of those passages alone, which is far quicker to read. */
  textsOfSource(id: string, most: number): readonly string[];
  /**
   * The passages that say what the one with this id says, in the same words, the case of letters, marks and the
   * spelling of numbers aside; itself among them. At most `most`.
   * @param within only what is on any of these topics @default all passages
   */
  sameWords(id: string, most: number, within?: ReadonlySet<string>): readonly Passage[];
  /**
   * The first passage of articles and sheets on a topic, those that were read last first; at most `most`.
   * @param within only what is on any of these topics too @default no others are asked for
   */
  onTopic(topic: string, most: number, within?: ReadonlySet<string>): readonly Passage[];
}

/** An article or sheet of a segment. */
interface CataloguedDocument {
  readonly from: number;
  readonly to: number;
  /** Number of its source within the segment. */
  readonly source: number;
  readonly topics: readonly string[];
}

/** What of a segment is left, article by article; all passages of one are removed or none. */
class SegmentCatalogue {
  readonly #segment: OpenSegment;
  readonly #topics: readonly string[];

  constructor(segment: OpenSegment) {
    this.#segment = segment;
    const { topics } = segment.index.passages.columns.common;
    this.#topics = Array.from({ length: topics.offsets.length - 1 }, (_, n) => textAt(topics, n));
  }

  get documents(): number {
    return this.#segment.index.passages.columns.common.originStarts.length - 1;
  }

  /** Undefined when it is removed. */
  document(number: number): CataloguedDocument | undefined {
    const { index, removal } = this.#segment;
    const { originStarts, sourceOf, topicStarts, topicsOf } = index.passages.columns.common;
    const from = originStarts[number] ?? 0;
    if (removal?.isRemoved[from] === 1) return undefined;
    const topics = topicsOf.subarray(topicStarts[number], topicStarts[number + 1]);
    return {
      from,
      to: originStarts[number + 1] ?? 0,
      source: sourceOf[number] ?? 0,
      topics: Array.from(topics, (topic) => this.#topics[topic] ?? ''),
    };
  }

  /** The ordinal of the passage with this id that is left, or -1. */
  ordinalOf(id: string): number {
    const { index, removal } = this.#segment;
    const ordinal = index.passages.ordinalOf(id);
    return removal?.isRemoved[ordinal] === 1 ? -1 : ordinal;
  }

  at(ordinal: number): Passage {
    return this.#segment.index.passages.at(ordinal);
  }

  textAt(ordinal: number): string {
    return this.#segment.index.passages.textAt(ordinal);
  }

  withSameWords(text: string): Iterable<number> {
    return ordinalsWithSameWords(this.#segment, text);
  }

  /** The ordinals of the passages that are left of the article with this URI, in order. */
  ofDocument(uri: string, most: number): readonly number[] {
    const ordinals: number[] = [];
    for (const number of documentsNamed(this.#segment.index.passages.columns.common, uri)) {
      const { from = 0, to = 0 } = this.document(number) ?? {};
      for (let at = from; at < to && ordinals.length < most; at++) ordinals.push(at);
    }
    return ordinals;
  }

  /** The ordinals of all passages that are left of the same source, in order. */
  ofSameSource(ordinal: number): readonly number[] {
    const { common, commonOf } = this.#segment.index.passages.columns;
    const source = common.sourceOf[common.originOf[commonOf[ordinal] ?? 0] ?? 0];
    const ordinals: number[] = [];
    for (let number = 0; number < this.documents; number++) {
      if (common.sourceOf[number] !== source) continue;
      const document = this.document(number);
      for (let at = document?.from ?? 0; at < (document?.to ?? 0); at++) ordinals.push(at);
    }
    return ordinals;
  }
}

/** What segments hold together. */
export function catalogueOf(segments: readonly OpenSegment[]): Catalogue {
  const all = segments.map((segment) => new SegmentCatalogue(segment));
  const find = (id: string) => {
    for (const segment of all) {
      const ordinal = segment.ordinalOf(id);
      if (ordinal >= 0) return { segment, ordinal };
    }
    return undefined;
  };
  const ofSource = (id: string, most: number): readonly (readonly [SegmentCatalogue, number])[] => {
    const found = find(id);
    if (!found) return [];
    const ordinals = found.segment.ofSameSource(found.ordinal);
    const own = ordinals.indexOf(found.ordinal);
    const from = Math.max(0, Math.min(own - Math.floor(most / 2), ordinals.length - most));
    return ordinals.slice(from, from + most).map((ordinal) => [found.segment, ordinal]);
  };
  return {
    tally: (topics) => tally(all, topics),
    passage: (id) => {
      const found = find(id);
      return found?.segment.at(found.ordinal);
    },
    sameSource: (id, most) => ofSource(id, most).map(([segment, ordinal]) => segment.at(ordinal)),
    inArticle: (uri, most) =>
      all.flatMap((segment) => segment.ofDocument(uri, most).map((ordinal) => segment.at(ordinal))),
    textsOfSource: (id, most) => ofSource(id, most).map(([segment, ordinal]) => segment.textAt(ordinal)),
    sameWords: (id, most, within) => {
      const found = find(id);
      if (!found) return [];
      const { text } = found.segment.at(found.ordinal);
      const same: Passage[] = [];
      for (const segment of all) {
        for (const ordinal of segment.withSameWords(text)) {
          if (same.length === most) return same;
          const passage = segment.at(ordinal);
          if (isOnAny(passage, within)) same.push(passage);
        }
      }
      return same;
    },
    onTopic: (topic, most, within) => firstOnTopic(all, topic, { most, within }),
  };
}

function firstOnTopic(
  segments: readonly SegmentCatalogue[],
  topic: string,
  { most, within }: { readonly most: number; readonly within: ReadonlySet<string> | undefined },
): readonly Passage[] {
  const found: Passage[] = [];
  for (const segment of segments.toReversed()) {
    for (let number = segment.documents - 1; number >= 0 && found.length < most; number--) {
      const document = segment.document(number);
      if (document?.topics.includes(topic) && isOnAny(document, within))
        found.push(segment.at(document.from));
    }
  }
  return found;
}

const isOnAny = ({ topics }: Pick<Passage, 'topics'>, wanted: ReadonlySet<string> | undefined) =>
  wanted === undefined || topics.some((topic) => wanted.has(topic));

function tally(segments: readonly SegmentCatalogue[], wanted: ReadonlySet<string> | undefined): Tally {
  const topics = new Map<string, number>();
  let passages = 0;
  let sources = 0;
  for (const segment of segments) {
    const seen = new Set<number>();
    for (let number = 0; number < segment.documents; number++) {
      const document = segment.document(number);
      if (!document || !isOnAny(document, wanted)) continue;
      const size = document.to - document.from;
      passages += size;
      seen.add(document.source);
      for (const topic of new Set(document.topics)) topics.set(topic, (topics.get(topic) ?? 0) + size);
    }
    sources += seen.size;
  }
  return { passages, sources, topics };
}
