import type { Passage, PassageKind, Place } from '../../corpus/index.ts';
import { GrowingInts } from '../columns/growing-array.ts';
import { lowerBound } from '../columns/lower-bound.ts';
import { type TextStore, TextStoreBuilder, textAt } from '../columns/text-store.ts';

/** Every kind of passage. */
export const PASSAGE_KINDS: readonly PassageKind[] = ['quote', 'statement', 'article'];

/** What all passages of one document, an article or a sheet, have in common. */
export interface DocumentMetadata {
  readonly source: Passage['source'];
  readonly topics: readonly string[];
  readonly file: string;
  readonly item?: Place['item'];
  /** How the ids begin. */
  readonly idStart: string;
}

/** What a passage often shares with its neighbours in the document: whose words they are, as of when. */
type OwnMetadata = Omit<Passage, 'id' | 'text' | 'context' | 'place' | 'source' | 'topics'> & {
  readonly line: number;
};

/** All that is known of a passage, beside its id, its text and where in its file it stands. */
export type PassageMetadata = Omit<Passage, 'id' | 'text' | 'context' | 'place'> & {
  readonly idStart: string;
  readonly place: Omit<Place, 'start' | 'end'>;
};

/**
 * The metadata of documents and of passages, each written once as JSON. The names of the fields are those of the
 * snapshot file.
 */
export interface MetadataColumns {
  /** Documents. */
  readonly origins: TextStore;
  /** What passages have beyond that, see `OwnMetadata`. */
  readonly voices: TextStore;
  /** By number of a voice: number of its document. Ascending. */
  readonly originOf: Int32Array;
  /** Ordinal of the first passage of each document, and at last the number of all passages. */
  readonly originStarts: Int32Array;
  /** By number of the document: number of its source. Facts of one source need not stand together. */
  readonly sourceOf: Int32Array;
  /** Names of topics. */
  readonly topics: TextStore;
  /** Place of each document's first topic in `topicsOf`, and at last the number of all. */
  readonly topicStarts: Int32Array;
  /** Numbers of topics, document by document. */
  readonly topicsOf: Int32Array;
}

function documentAt({ origins }: Pick<MetadataColumns, 'origins'>, number: number): DocumentMetadata {
  return JSON.parse(textAt(origins, number));
}

/** Reads what was written of passages, by the number that they were given. */
export function metadataAt(columns: MetadataColumns, number: number): PassageMetadata {
  const { voices, originOf } = columns;
  const { file, item, ...document } = documentAt(columns, originOf[number] ?? 0);
  const { line, ...own }: OwnMetadata = JSON.parse(textAt(voices, number));
  return { ...document, ...own, place: { file, line, ...(item && { item }) } };
}

/** A document of an index: the range of its passages' ordinals, and where it stands. */
export interface DocumentRange {
  readonly from: number;
  readonly to: number;
  readonly place: Pick<Place, 'file' | 'item'>;
}

/** Goes through the articles and sheets of an index. */
export function* documentsOf({
  passages: { common },
}: {
  readonly passages: { readonly common: MetadataColumns };
}): Generator<DocumentRange> {
  for (let number = 0; number < common.originStarts.length - 1; number++) {
    const { file, item } = documentAt(common, number);
    yield {
      from: common.originStarts[number] ?? 0,
      to: common.originStarts[number + 1] ?? 0,
      place: { file, ...(item && { item }) },
    };
  }
}

/**
 * The numbers of the documents whose ids begin so, all of them. They are found in the bytes that were written: to read
 * every document takes many times as long, and a list of their names would be held in memory for the few who ask.
 */
export function* documentsNamed({ origins }: MetadataColumns, idStart: string): Generator<number> {
  const { bytes, offsets } = origins;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const written = Buffer.from(`"idStart":${JSON.stringify(idStart)}`);
  for (let at = view.indexOf(written); at >= 0; at = view.indexOf(written, at + written.length)) {
    const number = lowerBound(offsets, at + 1) - 1;
    if (documentAt({ origins }, number).idStart === idStart) yield number;
  }
}

function documentOf({ source, topics, place: { file, item }, id }: Passage): DocumentMetadata {
  const idStart = id.startsWith(source.id) ? source.id : '';
  return { source, topics, file, ...(item && { item }), idStart };
}

function ownMetadataOf(passage: Passage): OwnMetadata {
  const {
    id: _id,
    text: _text,
    context: _context,
    place,
    source: _source,
    topics: _topics,
    ...own
  } = passage;
  return { ...own, line: place.line };
}

/**
 * Whether two passages, one behind the other, come from one article. Objects are compared first: they mostly are the
 * same.
 */
function areOfOneDocument(one: Passage, other: Passage): boolean {
  return (
    one.source === other.source &&
    one.topics === other.topics &&
    one.place.item === other.place.item &&
    one.place.file === other.place.file &&
    one.id.startsWith(one.source.id) === other.id.startsWith(other.source.id)
  );
}

function shareMetadata(one: Passage, other: Passage): boolean {
  return (
    one.attribution === other.attribution &&
    one.kind === other.kind &&
    one.asOf === other.asOf &&
    one.isUndated === other.isUndated &&
    one.checkedBy === other.checkedBy &&
    one.reviewBy === other.reviewBy &&
    one.place.line === other.place.line &&
    one.askedAs.length + other.askedAs.length + one.alsoCalled.length + other.alsoCalled.length === 0
  );
}

/** Numbers the topics of one document after another. */
class TopicBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #names = new TextStoreBuilder();
  readonly #starts = new GrowingInts();
  readonly #topicsOf = new GrowingInts();

  add(topics: readonly string[]): void {
    this.#starts.push(this.#topicsOf.length);
    for (const topic of topics) {
      const number = this.#numbers.get(topic) ?? this.#names.add(topic);
      this.#numbers.set(topic, number);
      this.#topicsOf.push(number);
    }
  }

  finish(): Pick<MetadataColumns, 'topics' | 'topicStarts' | 'topicsOf'> {
    this.#starts.push(this.#topicsOf.length);
    return {
      topics: this.#names.finish(),
      topicStarts: this.#starts.toArray(),
      topicsOf: this.#topicsOf.toArray(),
    };
  }
}

/** Collects what passages that arrive in reading order have in common. */
export class MetadataBuilder {
  readonly #documents = new TextStoreBuilder();
  readonly #own = new TextStoreBuilder();
  readonly #documentOf = new GrowingInts();
  readonly #documentStarts = new GrowingInts();
  readonly #sources = new Map<string, number>();
  readonly #sourceOf = new GrowingInts();
  readonly #topics = new TopicBuilder();
  #size = 0;
  #last: Passage | undefined;
  #document = -1;
  #documentJson = '';
  #idStart = '';
  /** By what was written: the numbers given within the document. Two speakers of an article take turns. */
  readonly #numbers = new Map<string, number>();
  #number = -1;

  /** Gives the number of what the passage has in common with others, and how its id begins. */
  add(passage: Passage): { readonly number: number; readonly idStart: string } {
    const last = this.#last;
    this.#last = passage;
    const isNewDocument = !(last && areOfOneDocument(last, passage)) && this.#open(passage);
    if (isNewDocument || !last || !shareMetadata(last, passage)) this.#note(passage);
    this.#size++;
    return { number: this.#number, idStart: this.#idStart };
  }

  finish(): MetadataColumns {
    this.#documentStarts.push(this.#size);
    return {
      originStarts: this.#documentStarts.toArray(),
      sourceOf: this.#sourceOf.toArray(),
      ...this.#topics.finish(),
      origins: this.#documents.finish(),
      voices: this.#own.finish(),
      originOf: this.#documentOf.toArray(),
    };
  }

  /** Begins a document; false when it is the one before, written differently. */
  #open(passage: Passage): boolean {
    const document = documentOf(passage);
    const json = JSON.stringify(document);
    if (json === this.#documentJson) return false;
    this.#documentJson = json;
    this.#idStart = document.idStart;
    this.#document = this.#documents.add(json);
    this.#documentStarts.push(this.#size);
    const source = this.#sources.get(document.source.id) ?? this.#sources.size;
    this.#sources.set(document.source.id, source);
    this.#sourceOf.push(source);
    this.#topics.add(document.topics);
    this.#numbers.clear();
    return true;
  }

  #note(passage: Passage): void {
    const json = JSON.stringify(ownMetadataOf(passage));
    const known = this.#numbers.get(json);
    if (known !== undefined) {
      this.#number = known;
      return;
    }
    this.#number = this.#own.add(json);
    this.#documentOf.push(this.#document);
    this.#numbers.set(json, this.#number);
  }
}
