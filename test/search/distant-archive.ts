import type { Passage } from '../../src/corpus/index.ts';
import { type CorpusStatistics, StatisticsBuilder, type WantedPassages } from '../../src/search/index.ts';
import { ParagraphGrouper } from '../../src/search/indexing/paragraphs.ts';
import { stem } from '../../src/search/text/stem.ts';
import { STOP_WORDS } from '../../src/search/text/stop-words.ts';
import { tokenise } from '../../src/search/text/tokenise.ts';

type Paragraph = readonly Passage[];

/** Passages that lie elsewhere, behind an engine that knows BM25 and nothing of our ranking. */
export interface DistantArchive {
  readonly statistics: CorpusStatistics;
  /** The paragraphs of the best `most` passages, and of a passage for each pair that stands together. */
  fetch(wanted: WantedPassages, most: number): readonly Paragraph[];
}

function formsIn(...texts: readonly string[]): readonly string[] {
  const forms: string[] = [];
  tokenise(texts.join('\n'), (form) => forms.push(form));
  return forms;
}

const termOf = (form: string) => (STOP_WORDS.has(form) ? form : stem(form));
const termsOf = (forms: readonly string[]) => forms.filter((form) => !STOP_WORDS.has(form)).map(termOf);

/** The words that surround the passages of a paragraph of an article: title, topics, who wrote it, the paragraph. */
function formsAround([first]: Paragraph): readonly string[] {
  if (!first) return [];
  const { source, topics, text, context, kind, attribution } = first;
  const writers = [source.writers, source.publisher].filter((name) => name && name !== source.title);
  const isSource = attribution === source.title || attribution === source.publisher;
  const speaker = isSource ? '' : attribution;
  const heading = [source.title, ...topics, kind === 'article' ? writers.join(', ') : speaker];
  return formsIn(...heading, ...(context === '' ? [] : [text, context]));
}

/** Lists of terms that are scored by BM25 with the constants of Lucene; without rarity, which a term's worth holds. */
class ScoredLists {
  readonly #frequencies = new Map<string, Map<number, number>>();
  readonly #lengths: readonly number[];
  readonly #ordinary: number;

  constructor(lists: readonly (readonly string[])[]) {
    this.#lengths = lists.map(({ length }) => length);
    this.#ordinary = lists.flat().length / lists.length;
    for (const [list, terms] of lists.entries()) {
      for (const term of terms) {
        const frequencies = this.#frequencies.get(term) ?? new Map<number, number>();
        this.#frequencies.set(term, frequencies.set(list, (frequencies.get(list) ?? 0) + 1));
      }
    }
  }

  /** By number of the list that holds any of the stems: its score. */
  score({ stems }: WantedPassages): ReadonlyMap<number, number> {
    const scores = new Map<number, number>();
    const [k1, b] = [1.2, 0.75];
    for (const { stem: wanted, worth } of stems) {
      for (const [list, frequency] of this.#frequencies.get(wanted) ?? []) {
        const length = 1 - b + (b * (this.#lengths[list] ?? 0)) / this.#ordinary;
        const score = (worth * frequency * (k1 + 1)) / (frequency + k1 * length);
        scores.set(list, (scores.get(list) ?? 0) + score);
      }
    }
    return scores;
  }
}

function groupParagraphs(passages: readonly Passage[]): readonly Paragraph[] {
  const grouper = new ParagraphGrouper();
  const complete = [...passages.map((passage) => grouper.add(passage)), grouper.end()];
  return complete.flatMap((paragraph) => (paragraph ? [paragraph.passages] : []));
}

/** Counts words one passage after the other, in the order of their letters. */
function countWords(passages: readonly Passage[], around: readonly (readonly string[])[]): CorpusStatistics {
  const words = new Set(around.flat());
  const holders = new Map<string, number>();
  for (const { text } of passages) {
    const forms = formsIn(text);
    for (const form of forms) words.add(form);
    for (const term of new Set(termsOf(forms))) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  const builder = new StatisticsBuilder();
  for (const word of [...words].sort()) builder.add(word, holders.get(termOf(word)) ?? 0);
  const articles = new Set(passages.map(({ source }) => source.id)).size;
  return builder.finish({ passages: passages.length, articles });
}

const holdsInOrder = (terms: readonly string[], sought: readonly string[]) =>
  terms.some((_, at) => sought.every((one, i) => terms[at + i] === one));

/** The ordinals of passages that a question of filters alone wants, the newest first, the last of a day first. */
function newestWithin(passages: readonly Passage[], { filters }: WantedPassages): readonly number[] {
  const isWithin = ({ asOf, isUndated }: Passage) =>
    filters.every(({ name, value }) => name !== 'after' || (!isUndated && asOf > value));
  return passages
    .map((passage, ordinal) => ({ passage, ordinal }))
    .filter(({ passage }) => isWithin(passage))
    .reverse()
    .sort((a, b) => b.passage.asOf.localeCompare(a.passage.asOf))
    .map(({ ordinal }) => ordinal);
}

/** Puts articles elsewhere. */
export function openDistantArchive(passages: readonly Passage[]): DistantArchive {
  const paragraphs = groupParagraphs(passages);
  const paragraphOf = paragraphs.flatMap((paragraph, number) => paragraph.map(() => number));
  const around = paragraphs.map(formsAround);
  const written = passages.map(({ text }) => formsIn(text).map(termOf));
  const own = new ScoredLists(passages.map(({ text }) => termsOf(formsIn(text))));
  const surroundings = new ScoredLists(around.map(termsOf));
  /** The ordinals of passages that hold any of the stems, the best first. */
  const bestBy = (wanted: WantedPassages): readonly number[] => {
    const scoresAround = surroundings.score(wanted);
    const scoreAround = (ordinal: number) => scoresAround.get(paragraphOf[ordinal] ?? 0) ?? 0;
    return [...own.score(wanted)]
      .map(([ordinal, score]) => ({ ordinal, score: score + 0.4 * scoreAround(ordinal) }))
      .sort((a, b) => b.score - a.score)
      .map(({ ordinal }) => ordinal);
  };
  return {
    statistics: countWords(passages, around),
    fetch(wanted, most) {
      const ranked = wanted.stems.length > 0 ? bestBy(wanted) : newestWithin(passages, wanted);
      const witnesses = wanted.pairs.map((pair) => written.findIndex((terms) => holdsInOrder(terms, pair)));
      const found = [...ranked.slice(0, most), ...witnesses.filter((ordinal) => ordinal >= 0)];
      const chosen = new Set(found.map((ordinal) => paragraphOf[ordinal]));
      return paragraphs.filter((_, number) => chosen.has(number));
    },
  };
}
