import { MONTH } from '../text/months.ts';
import { isSearched, REFERRING_WORDS } from '../text/stop-words.ts';
import { type AnswerType, DEGREES, QUESTION_VERBS, readAnswerType, WH_WORDS } from './answer-type.ts';
import { readTyped } from './typed-words.ts';

/** Two words that name something can stand alone: "Ottawa treaty?" is a question, "and the wounded?" is not. */
const CONTENT_WORDS_ALONE = 2;
const OPENS_AS_FOLLOW_UP = /^(?:and|or|but|also|what about|how about|same)\b/i;
/** Other words for "why". */
const OTHER_WHY = /\b(?:how come|what for)\b/i;

/** What a question says of how it continues the one before it. */
export interface FollowUp {
  /** Whether it says too little to be answered without the one before it. */
  readonly leans: boolean;
  /** Whether it names anything: "source?" and "when was that?" only point back. */
  readonly namesAnything: boolean;
  /** Whether it begins as one that continues another: "and in Ukraine?". */
  readonly opensAsFollowUp: boolean;
  /** What it asks for, whatever was asked before. */
  readonly asksFor: AnswerType;
}

/** Reads how a question continues the one before it. */
export function readFollowUp(question: string): FollowUp {
  const words = wordsOf(question.replace(OTHER_WHY, 'why'));
  const content = words.filter((word) => isSearched(word) && !REFERRING_WORDS.has(word)).length;
  const opensAsFollowUp = OPENS_AS_FOLLOW_UP.test(question.trim());
  return {
    leans: content < CONTENT_WORDS_ALONE + (opensAsFollowUp ? 1 : 0),
    namesAnything: content > 0,
    opensAsFollowUp,
    asksFor: readAnswerType(words).type,
  };
}

const wordsOf = (text: string) => readTyped(text).map(({ form }) => form);

const JOINING_WORDS: ReadonlySet<string> = new Set(['and', 'but', 'or', 'so']);
const SOURCES: ReadonlySet<string> = new Set(['source', 'sources']);

/** Whether words that end in no question mark begin as a question does: "and how many", "is it true". */
export function opensAsQuestion(text: string): boolean {
  const [first = '', second = ''] = wordsOf(text);
  const opening = JOINING_WORDS.has(first) ? second : first;
  return WH_WORDS.has(opening) || QUESTION_VERBS.has(opening) || SOURCES.has(opening);
}

/** A year or a month, with the word and the blanks that lead to it: `in 2024`, `since May 2023`, `last year`. */
const PERIOD = new RegExp(
  [
    '(?<!\\s)\\s*\\b(?:(?:in|during|since|from|for|of|by)\\s+)?',
    `(?:(?:(?:${MONTH})\\s+)?(?:19|20)\\d{2}|(?:last|this)\\s+(?:year|month))\\b`,
  ].join(''),
  'gi',
);

/**
 * Two questions as one, of which the later leans on the earlier: of two periods the later one is meant, and `and in
 * 2023?` no longer asks for 2024.
 */
export function joinQuestions(earlier: string, later: string): string {
  const standing = later.search(PERIOD) < 0 ? earlier : earlier.replace(PERIOD, '').trim();
  return `${standing} ${later}`;
}

const QUESTION_WORD = new RegExp(
  `\\b(?:who|whom|whose|what|when|where|why|which|how(?: (?:${DEGREES.join('|')}))?)\\b ?`,
  'i',
);
const AT_END = /(?<![?.!\s])[?.!\s]+$/;

/** The earlier question asked for something else: "when did Finland leave?" and "why?" are "why did Finland leave?". */
export function askAnew(earlier: string, later: string): string {
  const asked = later.replace(AT_END, '').replace(OTHER_WHY, 'why');
  return `${asked} ${earlier.replace(QUESTION_WORD, '')}`;
}
