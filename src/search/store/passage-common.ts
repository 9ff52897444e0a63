import type { Passage, Place } from '../../corpus/index.ts';
import { GrowingInts } from '../columns/growing-array.ts';
import { type TextStore, TextStoreBuilder, textAt } from '../columns/text-store.ts';

/** What all passages of one article, or of one sheet, have in common. */
export interface Origin {
  readonly source: Passage['source'];
  readonly topics: readonly string[];
  readonly file: string;
  readonly item?: Place['item'];
  /** How the ids begin. */
  readonly idStart: string;
}

/** What neighbours of one article often have in common: whose words they are, as of when. */
type Voice = Omit<Passage, 'id' | 'text' | 'context' | 'place' | 'source' | 'topics'> & {
  readonly line: number;
};

/** What a passage need not hold for itself. */
export type Common = Omit<Passage, 'id' | 'text' | 'context' | 'place'> & {
  readonly idStart: string;
  readonly place: Omit<Place, 'start' | 'end'>;
};

/** Origins and voices, each written once as JSON. */
export interface CommonColumns {
  readonly origins: TextStore;
  readonly voices: TextStore;
  /** By number of the voice: number of its origin. Ascending. */
  readonly originOf: Int32Array;
  /** Ordinal of the first passage of each origin, and at last the number of all passages. */
  readonly originStarts: Int32Array;
  /** By number of the origin: number of its source. Facts of one source need not stand together. */
  readonly sourceOf: Int32Array;
  /** Names of topics. */
  readonly topics: TextStore;
  /** Place of each origin's first topic in `topicsOf`, and at last the number of all. */
  readonly topicStarts: Int32Array;
  /** Numbers of topics, origin by origin. */
  readonly topicsOf: Int32Array;
}

/** What all passages of an origin have in common. */
export function originAt({ origins }: CommonColumns, number: number): Origin {
  return JSON.parse(textAt(origins, number));
}

/** Reads what was written. */
export function commonAt(columns: CommonColumns, number: number): Common {
  const { voices, originOf } = columns;
  const { file, item, ...origin } = originAt(columns, originOf[number] ?? 0);
  const { line, ...voice }: Voice = JSON.parse(textAt(voices, number));
  return { ...origin, ...voice, place: { file, line, ...(item && { item }) } };
}

function originOf({ source, topics, place: { file, item }, id }: Passage): Origin {
  const idStart = id.startsWith(source.id) ? source.id : '';
  return { source, topics, file, ...(item && { item }), idStart };
}

function voiceOf(passage: Passage): Voice {
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

/** Whether two passages, one behind the other, come from one article. Objects are compared first: they mostly are the same. */
function shareOrigin(one: Passage, other: Passage): boolean {
  return (
    one.source === other.source &&
    one.topics === other.topics &&
    one.place.item === other.place.item &&
    one.place.file === other.place.file &&
    one.id.startsWith(one.source.id) === other.id.startsWith(other.source.id)
  );
}

function shareVoice(one: Passage, other: Passage): boolean {
  return (
    one.attribution === other.attribution &&
    one.kind === other.kind &&
    one.asOf === other.asOf &&
    one.isUndated === other.isUndated &&
    one.checkedBy === other.checkedBy &&
    one.place.line === other.place.line &&
    one.askedAs.length + other.askedAs.length + one.alsoCalled.length + other.alsoCalled.length === 0
  );
}

/** Numbers the topics of one origin after another. */
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

  finish(): Pick<CommonColumns, 'topics' | 'topicStarts' | 'topicsOf'> {
    this.#starts.push(this.#topicsOf.length);
    return {
      topics: this.#names.finish(),
      topicStarts: this.#starts.toArray(),
      topicsOf: this.#topicsOf.toArray(),
    };
  }
}

/** Collects what passages that arrive in reading order have in common. */
export class CommonBuilder {
  readonly #origins = new TextStoreBuilder();
  readonly #voices = new TextStoreBuilder();
  readonly #originOf = new GrowingInts();
  readonly #originStarts = new GrowingInts();
  readonly #sources = new Map<string, number>();
  readonly #sourceOf = new GrowingInts();
  readonly #topics = new TopicBuilder();
  #size = 0;
  #last: Passage | undefined;
  #origin = -1;
  #originJson = '';
  #idStart = '';
  /** The voices of the current origin: two speakers of an article take turns. */
  readonly #numbers = new Map<string, number>();
  #number = -1;

  /** Gives the number of what the passage has in common with others, and how its id begins. */
  add(passage: Passage): { readonly number: number; readonly idStart: string } {
    const last = this.#last;
    this.#last = passage;
    const isNewOrigin = !(last && shareOrigin(last, passage)) && this.#open(passage);
    if (isNewOrigin || !last || !shareVoice(last, passage)) this.#speak(passage);
    this.#size++;
    return { number: this.#number, idStart: this.#idStart };
  }

  finish(): CommonColumns {
    this.#originStarts.push(this.#size);
    return {
      originStarts: this.#originStarts.toArray(),
      sourceOf: this.#sourceOf.toArray(),
      ...this.#topics.finish(),
      origins: this.#origins.finish(),
      voices: this.#voices.finish(),
      originOf: this.#originOf.toArray(),
    };
  }

  /** Begins an origin; false when it is the one before, written differently. */
  #open(passage: Passage): boolean {
    const origin = originOf(passage);
    const json = JSON.stringify(origin);
    if (json === this.#originJson) return false;
    this.#originJson = json;
    this.#idStart = origin.idStart;
    this.#origin = this.#origins.add(json);
    this.#originStarts.push(this.#size);
    const source = this.#sources.get(origin.source.id) ?? this.#sources.size;
    this.#sources.set(origin.source.id, source);
    this.#sourceOf.push(source);
    this.#topics.add(origin.topics);
    this.#numbers.clear();
    return true;
  }

  #speak(passage: Passage): void {
    const json = JSON.stringify(voiceOf(passage));
    const known = this.#numbers.get(json);
    if (known !== undefined) {
      this.#number = known;
      return;
    }
    this.#number = this.#voices.add(json);
    this.#originOf.push(this.#origin);
    this.#numbers.set(json, this.#number);
  }
}
