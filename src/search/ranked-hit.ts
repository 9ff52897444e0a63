import type { Passage } from '../corpus/index.ts';
import { type AnswerType, isFigure } from './query/answer-type.ts';
import { belongsToAnswer } from './ranking/answer-type-match.ts';
import { type Explanation, explain } from './ranking/explain.ts';
import { findMismatches } from './ranking/find-mismatches.ts';
import { highlight } from './ranking/highlight.ts';
import type { Mismatch } from './ranking/mismatch.ts';
import type { Ranked } from './ranking/rank.ts';
import { byName, type Features, judgeFeatures } from './ranking/score.ts';
import type { Hit } from './search-index.ts';
import type { CountryAt } from './text/country-names.ts';
import type { Range } from './text/split-words.ts';

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
    const { context, ordinal, own, answer } = this.#ranked.evidence;
    const { index, query } = context;
    const { type } = query.expected;
    const lists = index.text.words;
    return highlight(this.passage.text, {
      isMatched: (position) => own.isMatched[position] === 1,
      answerAt: isShown(type) ? answer.at : -1,
      belongsToAnswer: (position) => belongsToAnswer(index, type, { lists, list: ordinal, position }),
    });
  }
}
