import type { Passage } from '../corpus/index.ts';
import { type AnswerType, isFigure } from './query/answer-type.ts';
import { belongsToAnswer } from './ranking/answer-type-match.ts';
import { type Explanation, explain } from './ranking/explain.ts';
import { highlight } from './ranking/highlight.ts';
import type { Ranked } from './ranking/rank.ts';
import { byName, type Features, judgeFeatures } from './ranking/score.ts';
import type { Hit } from './search-index.ts';
import type { Range } from './text/split-words.ts';

/** Whether an answer is a figure or a date, so that making it bold shows the answer. */
const isShown = (type: AnswerType) => isFigure(type) || type === 'date' || type === 'year';

/**
 * A hit that names its features, reads its passage and marks its words only when asked to: most hits are never shown.
 */
export class RankedHit implements Hit {
  readonly #ranked: Ranked;
  readonly #searchedFor: (term: number) => readonly string[];
  #features: Features | undefined;
  #passage: Passage | undefined;
  #highlights: readonly Range[] | undefined;

  /** @param searchedFor stems that were searched in all segments for a term of the question, by its number */
  constructor(ranked: Ranked, searchedFor: (term: number) => readonly string[]) {
    this.#ranked = ranked;
    this.#searchedFor = searchedFor;
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

  explain(): Explanation {
    return explain(this.#ranked, this.#searchedFor);
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
