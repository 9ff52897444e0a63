import { lowerBound } from '../columns/lower-bound.ts';
import { endOfLook, wordOfToken } from '../indexing/token-lists.ts';
import { MOST_TERMS } from '../query/query.ts';
import { WORD_CLASS } from '../text/word-classes.ts';
import { asksForOther, type KnownQuestions, NO_QUESTIONS } from './example-queries.ts';
import { noteCertainties } from './match-words.ts';
import { findNamePlaces, type NamePlace } from './name-places.ts';
import { orderIn } from './role-reversal.ts';
import type { ScoringContext } from './scoring-context.ts';

const isWithin = (names: readonly NamePlace[], position: number) =>
  names.some(({ first, last }) => first <= position && position <= last);

/** What the words of a line weigh that the question does not hold, by another name either. */
function weighOthers(
  { index, lookup, idfOf }: ScoringContext,
  line: number,
  names: readonly NamePlace[],
): number {
  const { starts, tokens } = index.lines.words;
  const to = endOfLook(index.lines.words, line);
  const from = starts[line] ?? 0;
  let others = 0;
  for (let at = from; at < to; at++) {
    const word = wordOfToken(tokens[at] ?? 0);
    const term = index.termOfWord[word] ?? 0;
    if (index.isStopWord[word] === 1 || lookup.termAt(term) >= 0) continue;
    if (names.length > 0 && isWithin(names, at - from)) continue;
    // Left out of questions, it must not tell a known question from the one that is asked.
    if (((index.wordClasses[word] ?? 0) & WORD_CLASS.asking) === 0) others += idfOf(term);
  }
  return others;
}

/** What the lines of a passage (`asked as`, `also called`) have of the question. Arrays go by the number of its term. */
export interface LineMatches {
  /** Those of the lines that are questions. */
  questions: KnownQuestions;
  /** How like the question the two likest of them are, 0 to 1. */
  best: number;
  second: number;
  /** How surely any of them holds the term, 0 to 1. */
  readonly certainties: Float64Array;
  /** How many of the questions hold the term, each counted as surely as it does. */
  readonly holders: Float64Array;
  /** How many of the questions name the first two countries of the question in its order, and how many the other way round. */
  readonly orders: { kept: number; turned: number };
}

/** Room for what is found out about the lines of a passage; used again for every passage that is looked at. */
export function createLineMatches(): LineMatches {
  return {
    questions: NO_QUESTIONS,
    best: 0,
    second: 0,
    certainties: new Float64Array(MOST_TERMS),
    holders: new Float64Array(MOST_TERMS),
    orders: { kept: 0, turned: 0 },
  };
}

/** Notes the terms that a line holds, and gives what they weigh in the question. */
function noteHeld(
  { lookup: { question } }: ScoringContext,
  met: Float64Array,
  { isQuestion, into }: { readonly isQuestion: boolean; readonly into: LineMatches },
): number {
  let shared = 0;
  for (let term = 0; term < question.terms.length; term++) {
    const certainty = met[term] ?? 0;
    if (certainty === 0) continue;
    shared += (question.terms[term]?.weight ?? 0) * certainty;
    into.certainties[term] = Math.max(into.certainties[term] ?? 0, certainty);
    if (isQuestion) into.holders[term] = (into.holders[term] ?? 0) + certainty;
  }
  return shared;
}

function clear(matches: LineMatches): void {
  matches.questions = NO_QUESTIONS;
  matches.best = 0;
  matches.second = 0;
  matches.certainties.fill(0);
  matches.holders.fill(0);
  matches.orders.kept = 0;
  matches.orders.turned = 0;
}

/**
 * Compares the question with every line of a passage. Likeness is the weight of the shared words by the weight of all words
 * of both.
 */
export function matchLines(context: ScoringContext, ordinal: number, into: LineMatches): void {
  const { lines, passageOfLine } = context.index;
  const { terms } = context.lookup.question;
  const first = lowerBound(passageOfLine, ordinal);
  clear(into);
  if (passageOfLine[first] !== ordinal) return;
  into.questions = context.questionsOf(ordinal);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const { type } = context.lookup.question.expected;
  const met = new Float64Array(terms.length);
  for (let line = first; passageOfLine[line] === ordinal; line++) {
    const names = findNamePlaces(context, lines.words, line);
    noteCertainties(context, lines.words, line, names, met);
    // Of the lines of a passage, its questions come first; its other names ask for nothing.
    const kind = into.questions.kinds[line - first];
    const isQuestion = kind !== undefined;
    const shared = noteHeld(context, met, { isQuestion, into });
    const order = isQuestion ? orderIn(context, line, names) : undefined;
    if (order) into.orders[order]++;
    // Other words can only make it less like.
    if (total === 0 || shared / total <= into.second) continue;
    const isOther = isQuestion && (order === 'turned' || asksForOther(type, kind));
    // Query words and the order of words are not searched. Where they differ, each question counts as having a word, of ordinary
    // weight, that the other lacks.
    const differing = isOther ? (2 * total) / terms.length : 0;
    const likeness = shared / (total + weighOthers(context, line, names) + differing);
    into.second = Math.max(into.second, Math.min(into.best, likeness));
    into.best = Math.max(into.best, likeness);
  }
}
