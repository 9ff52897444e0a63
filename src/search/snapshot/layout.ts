import type { IndexData } from '../store/index-data.ts';
import { openLexicon } from '../store/lexicon.ts';
import { type Common, createPassageTable, type PassageTable } from '../store/passage-table.ts';
import type { PostingLists } from '../store/posting-lists.ts';
import { type TextStore, TextStoreBuilder, textAt } from '../store/text-store.ts';

/** The arrays of an index by name. */
export type Arrays = Readonly<Record<string, ArrayBufferView>>;

/** What of an index is not an array; kept as JSON. */
export interface Remainder {
  readonly meanLengths: readonly [text: number, lines: number, surroundings: number];
  readonly common: readonly Common[];
  readonly unencodable: Readonly<Record<string, readonly (readonly [number, string])[]>>;
}

/** The texts of an index by what they are. */
type StoreName = 'ids' | 'texts' | 'contexts' | 'words';

function storesOf(index: IndexData): Readonly<Record<StoreName, TextStore>> {
  const words = new TextStoreBuilder();
  for (let id = 0; id < index.lexicon.size; id++) words.add(index.lexicon.wordOf(id));
  const { ids, texts, contexts } = index.passages.columns;
  return { ids, texts, contexts, words: words.finish() };
}

/** Takes an index apart. */
export function layOut(index: IndexData): { readonly arrays: Arrays; readonly remainder: Remainder } {
  const { text, lines, surroundings, passages, deletions, letters } = index;
  const { common, ids: _ids, texts: _texts, contexts: _contexts, ...columns } = passages.columns;
  const arrays: Record<string, ArrayBufferView> = {};
  const keep = (group: string, members: Readonly<Record<string, ArrayBufferView>>) => {
    for (const [name, array] of Object.entries(members)) arrays[`${group}.${name}`] = array;
  };
  const { wordClasses, termOfWord, isStopWord, passageOfLine, surroundingsOf, hasParagraph, asksItself } =
    index;
  keep('index', {
    wordClasses,
    termOfWord,
    isStopWord,
    passageOfLine,
    surroundingsOf,
    hasParagraph,
    asksItself,
  });
  keep('deletions', { starts: deletions.starts, words: deletions.words });
  keep('letters', { words: letters.words, letters: letters.letters, starts: letters.starts });
  keep('text.words', { ...text.words });
  keep('lines.words', { ...lines.words });
  for (const [name, { postings }] of Object.entries({ text, lines, surroundings })) {
    keep(`${name}.postings`, { starts: postings.starts, lists: postings.lists, impacts: postings.impacts });
  }
  keep('passages', columns);
  const unencodable: Record<string, (readonly [number, string])[]> = {};
  for (const [name, store] of Object.entries(storesOf(index))) {
    keep(name, { bytes: store.bytes, offsets: store.offsets });
    unencodable[name] = [...store.unencodable];
  }
  const mean = (field: { readonly postings: { readonly meanLength: number } }) => field.postings.meanLength;
  return {
    arrays,
    remainder: { meanLengths: [mean(text), mean(lines), mean(surroundings)], common, unencodable },
  };
}

/** Gives arrays of the expected kind by name; throws when one is missing or of another kind. */
export interface ArrayReader {
  int32(name: string): Int32Array;
  uint8(name: string): Uint8Array;
  float32(name: string): Float32Array;
  float64(name: string): Float64Array;
}

function openPassages(
  arrays: ArrayReader,
  { common }: Remainder,
  store: (name: StoreName) => TextStore,
): PassageTable {
  const column = (name: string) => arrays.int32(`passages.${name}`);
  return createPassageTable({
    ids: store('ids'),
    texts: store('texts'),
    contexts: store('contexts'),
    common,
    contextOf: column('contextOf'),
    commonOf: column('commonOf'),
    firstOfParagraph: column('firstOfParagraph'),
    lines: column('lines'),
    startOffsets: column('startOffsets'),
    endOffsets: column('endOffsets'),
  });
}

function openPostings({ int32, float32 }: ArrayReader, field: string, meanLength: number): PostingLists {
  return {
    starts: int32(`${field}.postings.starts`),
    lists: int32(`${field}.postings.lists`),
    impacts: float32(`${field}.postings.impacts`),
    meanLength,
  };
}

/** Puts an index together again. */
export function putTogether(arrays: ArrayReader, remainder: Remainder): IndexData {
  const { int32, uint8, float64 } = arrays;
  const store = (name: StoreName): TextStore => ({
    bytes: uint8(`${name}.bytes`),
    offsets: float64(`${name}.offsets`),
    unencodable: new Map(remainder.unencodable[name] ?? []),
  });
  const words = (field: string) => ({
    starts: int32(`${field}.words.starts`),
    tokens: int32(`${field}.words.tokens`),
  });
  const termOfWord = int32('index.termOfWord');
  const spellings = store('words');
  const lexicon = openLexicon(
    Array.from(termOfWord, (_, id) => textAt(spellings, id)),
    termOfWord,
  );
  const [textMean, lineMean, aroundMean] = remainder.meanLengths;
  return {
    passages: openPassages(arrays, remainder, store),
    lexicon,
    wordClasses: int32('index.wordClasses'),
    termOfWord,
    isStopWord: uint8('index.isStopWord'),
    deletions: { wordOf: lexicon.wordOf, starts: int32('deletions.starts'), words: int32('deletions.words') },
    letters: {
      words: int32('letters.words'),
      letters: int32('letters.letters'),
      starts: int32('letters.starts'),
    },
    text: { words: words('text'), postings: openPostings(arrays, 'text', textMean) },
    asksItself: uint8('index.asksItself'),
    lines: { words: words('lines'), postings: openPostings(arrays, 'lines', lineMean) },
    passageOfLine: int32('index.passageOfLine'),
    surroundings: { postings: openPostings(arrays, 'surroundings', aroundMean) },
    surroundingsOf: int32('index.surroundingsOf'),
    hasParagraph: uint8('index.hasParagraph'),
  };
}
