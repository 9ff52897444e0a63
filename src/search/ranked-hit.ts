import type { Passage } from '../corpus/index.ts';
import type { AnswerType } from './query/answer-type.ts';
import type { Query } from './query/query.ts';
import { belongsToAnswer } from './ranking/answer-type-match.ts';
import { type Explanation, explain } from './ranking/explain.ts';
import { highlight } from './ranking/highlight.ts';
import { type Parts, partsOf } from './ranking/measures.ts';
import { measureAgain, type RankedOf } from './ranking/rank.ts';
import type { ScoringContext } from './ranking/scoring-context.ts';
import type { Hit } from './search-index.ts';
import type { Range } from './text/split-words.ts';

/** Answers that are a figure or a date, so that making it bold shows the answer. */
const SHOWN_ANSWERS: ReadonlySet<AnswerType> = new Set([
  'count',
  'money',
  'percentage',
  'duration',
  'measure',
  'date',
  'year',
]);

/** A hit that names its parts, reads its passage and marks its words only when asked to: most hits are never shown. */
export class RankedHit implements Hit {
  readonly score: number;
  readonly #context: ScoringContext;
  readonly #question: Query;
  readonly #ranked: RankedOf;
  #parts: Parts | undefined;
  #passage: Passage | undefined;
  #highlights: readonly Range[] | undefined;

  constructor(ranked: RankedOf) {
    this.#context = ranked.search.context;
    this.#question = ranked.search.question;
    this.#ranked = ranked;
    this.score = ranked.score;
  }

  get parts(): Parts {
    this.#parts ??= partsOf(this.#ranked.measures);
    return this.#parts;
  }

  get passage(): Passage {
    this.#passage ??= this.#context.index.passages.at(this.#ranked.ordinal);
    return this.#passage;
  }

  get highlights(): readonly Range[] {
    this.#highlights ??= this.#mark();
    return this.#highlights;
  }

  explain(): Explanation {
    return explain(this.#ranked);
  }

  #mark(): readonly Range[] {
    const { answer } = measureAgain(this.#ranked);
    const { index, scratch } = this.#context;
    const { isMatched } = scratch.own;
    const { type } = this.#question.expected;
    const [lists, list] = [index.text.words, this.#ranked.ordinal];
    return highlight(this.passage.text, {
      isMatched: (position) => isMatched[position] === 1,
      answerAt: SHOWN_ANSWERS.has(type) ? answer.at : -1,
      belongsToAnswer: (position) => belongsToAnswer(index, type, { lists, list, position }),
    });
  }
}
