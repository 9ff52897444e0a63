import type { Passage } from '../corpus/index.ts';
import { wordOfToken } from './indexing/token-lists.ts';
import { type AnswerType, isFigure } from './query/answer-type.ts';
import { belongsToAnswer } from './ranking/answer-type-match.ts';
import { answeringFigure } from './ranking/answering-figure.ts';
import type { Evidence } from './ranking/evidence.ts';
import { type Explanation, explain } from './ranking/explain.ts';
import type { PassageWord } from './ranking/figure-statements.ts';
import { findMismatches } from './ranking/find-mismatches.ts';
import { highlight } from './ranking/highlight.ts';
import type { Mismatch } from './ranking/mismatch.ts';
import type { Ranked } from './ranking/rank.ts';
import { byName, type Features, judgeFeatures } from './ranking/score.ts';
import type { Hit } from './search-index.ts';
import type { CountryAt } from './text/country-names.ts';
import type { Range } from './text/split-words.ts';
import { tokenise } from './text/tokenise.ts';

/** Whether an answer is a figure or a date, so that making it bold shows the answer. */
const isShown = (type: AnswerType) => isFigure(type) || type === 'date' || type === 'year';

/** The question as its hits tell of it. */
export interface HitQuestion {
  /** As it was typed, without filters. */
  readonly text: string;
  /** Stems that were searched in all segments for a term of the question, by its number. */
  readonly searchedFor: (term: number) => readonly string[];
  readonly countryAt: CountryAt;
}

/** The words of a passage, and what the question has to do with each. */
function readWords({ context, ordinal, own }: Evidence, text: string): readonly PassageWord[] {
  const { index, lookup, query } = context;
  const { starts, tokens } = index.text.words;
  const from = starts[ordinal] ?? 0;
  const words: PassageWord[] = [];
  tokenise(text, (_form, start, end, spelling) => {
    const word = wordOfToken(tokens[from + words.length] ?? 0);
    const { number } = lookup.at(index.termOfWord[word] ?? 0);
    const isMatched = own.isMatched[words.length] === 1;
    words.push({
      start,
      end,
      spelling,
      isMatched,
      isAsked: isMatched && number === query.focus && number >= 0,
    });
  });
  return words;
}

/** Position of the word of a passage to be made bold as the answer, or -1. */
function placeOfAnswer(evidence: Evidence, text: string): number {
  const { type } = evidence.context.query.expected;
  if (!isShown(type)) return -1;
  const words = isFigure(type) ? readWords(evidence, text) : [];
  const figure = answeringFigure(text, words, type);
  return figure ? words.findIndex(({ end }) => end > figure.start) : evidence.answer.at;
}

/**
 * A hit that names its features, reads its passage and marks its words only when asked to: most hits are never shown.
 */
export class RankedHit implements Hit {
  readonly #ranked: Ranked;
  readonly #question: HitQuestion;
  #features: Features | undefined;
  #passage: Passage | undefined;
  #highlights: readonly Range[] | undefined;
  #mismatches: readonly Mismatch[] | undefined;

  constructor(ranked: Ranked, question: HitQuestion) {
    this.#ranked = ranked;
    this.#question = question;
  }

  get score(): number {
    return this.#ranked.score;
  }

  get features(): Features {
    this.#features ??= byName(judgeFeatures(this.#ranked.values, this.#ranked.evidence));
    return this.#features;
  }

  get passage(): Passage {
    const { context, ordinal } = this.#ranked.evidence;
    this.#passage ??= context.index.passages.at(ordinal);
    return this.#passage;
  }

  get highlights(): readonly Range[] {
    this.#highlights ??= this.#mark();
    return this.#highlights;
  }

  get mismatches(): readonly Mismatch[] {
    const { text, countryAt } = this.#question;
    this.#mismatches ??= findMismatches(this.#ranked.evidence, { question: text, countryAt });
    return this.#mismatches;
  }

  explain(): Explanation {
    return explain(this.#ranked, this.#question.searchedFor);
  }

  #mark(): readonly Range[] {
    const { evidence } = this.#ranked;
    const { context, ordinal, own } = evidence;
    const { index, query } = context;
    const { type } = query.expected;
    const lists = index.text.words;
    return highlight(this.passage.text, {
      isMatched: (position) => own.isMatched[position] === 1,
      answerAt: placeOfAnswer(evidence, this.passage.text),
      belongsToAnswer: (position) => belongsToAnswer(index, type, { lists, list: ordinal, position }),
    });
  }
}
