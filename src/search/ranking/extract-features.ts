import { impactOf, TEXT_SATURATION } from '../indexing/bm25.ts';
import type { IndexData } from '../indexing/index-data.ts';
import { endOfLook, wordOfToken } from '../indexing/token-lists.ts';
import { isWrittenAsName, type QueryTerm } from '../query/query.ts';
import { WORD_CLASS } from '../text/word-classes.ts';
import { ANSWER_SCALES, type AnswerGrade, gradeAnswer } from './answer-type-match.ts';
import { isSpokenByAsked } from './attribution.ts';
import { contradicts } from './contradiction.ts';
import { isOfOtherKind, KNOWN_WELL } from './example-queries.ts';
import { matchLines } from './match-lines.ts';
import { matchWords } from './match-words.ts';
import { createMeasures, type Measures, type OpenMeasures, P } from './measures.ts';
import { noteNeighbours } from './neighbours.ts';
import type { ScoringContext, Scratch } from './scoring-context.ts';
import { noteSurroundings } from './surroundings.ts';

/** What was found out about one passage; the matches are valid until the next one is looked at. */
export interface Findings {
  readonly measures: Measures;
  readonly answer: AnswerGrade;
}

function add(measures: OpenMeasures, place: number, value: number): void {
  measures[place] = (measures[place] ?? 0) + value;
}

/** Words from the start within which a sentence names its subject. */
const OPENING_WORDS = 6;
/** Words between a subject and the verb that says what it is. */
const LINK_REACH = 4;
/** From this likeness on, a question and a known one are taken to ask the same. */
const ALIKE_FROM = 0.7;
/** This many words beyond the question's are enough for an answer. */
const ENOUGH_NEW_WORDS = 6;

/** Position of the first verb that says what a subject is, or -1. */
function firstLink(index: IndexData, ordinal: number): number {
  const { starts, tokens } = index.text.words;
  const from = starts[ordinal] ?? 0;
  const to = endOfLook(index.text.words, ordinal);
  for (let at = from; at < to; at++) {
    if (((index.wordClasses[wordOfToken(tokens[at] ?? 0)] ?? 0) & WORD_CLASS.link) !== 0) return at - from;
  }
  return -1;
}

/** Nearness of the pairs of neighbours in the question, weighed by their rarity, 0 to 1. */
function measureNearness(terms: readonly QueryTerm[], gaps: Int32Array): number {
  let total = 0;
  let near = 0;
  for (let i = 1; i < terms.length; i++) {
    const term = terms[i];
    const before = terms[i - 1];
    if (!term || !before) continue;
    const weight = term.weight + before.weight;
    total += weight;
    const gap = gaps[i] ?? 0;
    if (gap > 0) near += weight / (1 + Math.max(0, gap - (term.position - before.position)));
  }
  return total === 0 ? 0 : near / total;
}

/** The order of a passage's sentence: which words of the question come before its verb. Only where it stands alone. */
function measureOpening(
  { index, lookup, scratch }: ScoringContext,
  ordinal: number,
  measures: OpenMeasures,
): void {
  if (index.passages.columns.hasContext[index.passages.columns.paragraphOf[ordinal] ?? 0] === 1) return;
  const link = firstLink(index, ordinal);
  for (let i = 0; i < lookup.question.terms.length; i++) {
    const at = scratch.own.firstAt[i] ?? -1;
    if (at < 0) continue;
    const share = scratch.shares[i] ?? 0;
    if (at <= OPENING_WORDS) add(measures, P.subjectFirst, share);
    if (link <= at) continue;
    add(measures, P.saysOfSubject, share);
    if (at <= OPENING_WORDS && link - at <= LINK_REACH) measures[P.subjectLinked] = 1;
  }
}

/** The parts that are sums over the terms of the question, each term weighed by its share in the question. */
function sumTerms({ lookup, scratch }: ScoringContext, measures: OpenMeasures): void {
  const { own, shares, around, lines } = scratch;
  const { terms } = lookup.question;
  let squares = 0;
  for (let i = 0; i < terms.length; i++) {
    const share = shares[i] ?? 0;
    const certainty = own.certainties[i] ?? 0;
    const anywhere = Math.max(certainty, around.certainties[i] ?? 0, lines.certainties[i] ?? 0);
    scratch.anywhere[i] = anywhere;
    squares += share * share;
    add(measures, P.text, share * certainty * impactOf(own.counts[i] ?? 0, own.length, TEXT_SATURATION));
    add(measures, P.textCoverage, share * certainty);
    add(measures, P.rareCoverage, share * share * certainty);
    add(measures, P.wording, share * (own.exact[i] ?? 0));
    add(measures, P.surroundings, share * (around.impacts[i] ?? 0));
    add(measures, P.coverage, share * anywhere);
    if (certainty === 0) add(measures, P.previous, share * (scratch.before[i] ?? 0));
    if (certainty === 0) add(measures, P.following, share * (scratch.behind[i] ?? 0));
    const term = terms[i];
    if (anywhere === 0 && term && isWrittenAsName(term)) add(measures, P.missingNames, share);
    if (anywhere === 0) add(measures, P.unmetWords, 1 / terms.length);
    if (anywhere === 0) add(measures, P.akin, share * (own.akin[i] ?? 0));
    measures[P.heaviestMissing] = Math.max(measures[P.heaviestMissing] ?? 0, share * (1 - anywhere));
  }
  if (squares > 0) measures[P.rareCoverage] = (measures[P.rareCoverage] ?? 0) / squares;
}

/** What the desk wrote down that the passage answers. */
function measureLines({ lines, shares }: Scratch, terms: number, measures: OpenMeasures): void {
  const { questions, best, second, certainties, holders } = lines;
  measures[P.known] = Math.min(1, questions.count / KNOWN_WELL);
  measures[P.askedAs] = best;
  measures[P.secondAskedAs] = second;
  measures[P.sameQuestion] = Math.max(0, (best - ALIKE_FROM) / (1 - ALIKE_FROM));
  for (let i = 0; i < terms; i++) {
    const share = shares[i] ?? 0;
    add(measures, P.knownWords, share * (certainties[i] ?? 0));
    const often = Math.log1p(holders[i] ?? 0) / Math.log1p(Math.max(1, questions.count));
    add(measures, P.knownOften, share * often);
  }
}

/** Notes the terms' shares and gives the number of the weightiest term, -1 without terms. */
function shareOut({ lookup, scratch }: ScoringContext): number {
  const { terms } = lookup.question;
  let total = 0;
  let rarest = -1;
  for (let i = 0; i < terms.length; i++) {
    const weight = terms[i]?.weight ?? 0;
    total += weight;
    if (rarest < 0 || weight > (terms[rarest]?.weight ?? 0)) rarest = i;
  }
  for (let i = 0; i < terms.length; i++) scratch.shares[i] = (terms[i]?.weight ?? 0) / (total || 1);
  return rarest;
}

/**
 * Measures the parts of the score of one passage, all but its meaning, for the question that is bound. The order of the steps
 * matters: each notes in `scratch` what later ones read, first the passage's own words, then what surrounds them, then the lines
 * of the desk, then what any of these hold.
 */
export function measureParts(context: ScoringContext, ordinal: number): Findings {
  const { index, lookup, scratch } = context;
  const { own } = scratch;
  const { terms, expected, focus } = lookup.question;
  const rarest = shareOut(context);
  matchWords(context, index.text.words, ordinal, own);
  noteSurroundings(index, terms, index.passages.columns.paragraphOf[ordinal] ?? 0, scratch.around);
  noteNeighbours(context, ordinal);
  const measures = createMeasures();
  matchLines(context, ordinal, scratch.lines);
  measureLines(scratch, terms.length, measures);
  sumTerms(context, measures);
  measureOpening(context, ordinal, measures);
  const answer = gradeAnswer(index, expected.type, { lists: index.text.words, list: ordinal, matches: own });
  measures[P.rarest] = (own.counts[rarest] ?? 0) > 0 ? 1 : 0;
  measures[P.nearness] = measureNearness(terms, own.gaps);
  measures[P.focus] = focus >= 0 && (own.counts[focus] ?? 0) > 0 ? 1 : 0;
  measures[P.answer] = answer.grade * ANSWER_SCALES[expected.type];
  measures[P.answerNear] = answer.near;
  measures[P.newWords] = Math.min(own.newWords, ENOUGH_NEW_WORDS) / ENOUGH_NEW_WORDS;
  measures[P.length] = Math.log((own.length + 1) / (TEXT_SATURATION.ordinaryLength + 1));
  const isOtherKind = isOfOtherKind(context);
  if (isOtherKind) measures[P.otherKind] = measures[P.known] ?? 0;
  measures[P.contradiction] = contradicts(context, ordinal, { answer, isOtherKind }) ? 1 : 0;
  // The more of what was asked it holds, the more it counts that the words are theirs.
  if (lookup.question.asksForWords && isSpokenByAsked(context, ordinal))
    measures[P.spokenBy] = measures[P.coverage] ?? 0;
  measures[P.asksItself] = index.asksItself[ordinal] ?? 0;
  return { measures, answer };
}
