import { WORD_CLASS } from '../analysis/word-classes.ts';
import { SPELLING } from '../analysis/words.ts';
import type { QuestionTerm } from '../question/question.ts';
import type { IndexData } from '../store/index-data.ts';
import { impactAt, impactOf } from '../store/posting-lists.ts';
import { wordOfToken } from '../store/token-lists.ts';
import { type AnswerGrade, gradeAnswer } from './answer-grade.ts';
import { likenessOfLines } from './line-likeness.ts';
import { type Matches, matchWords } from './matches.ts';
import type { QuestionTable } from './question-table.ts';
import { ANSWER_WEIGHTS, type PartName, TEXT_SATURATION } from './weights.ts';

/** How each part of the score stands for one passage, before weighing. */
export type Parts = Readonly<Record<PartName, number>>;

/** What was found out about one passage. */
export interface Findings {
  readonly parts: Parts;
  readonly matches: Matches;
  readonly answer: AnswerGrade;
  /** By number of the question's term: how surely the passage or what surrounds it holds the term, 0 to 1. */
  readonly certainties: Float64Array;
}

/** Words from the start within which a sentence names its subject. */
const OPENING_WORDS = 6;
/** Words between a subject and the verb that says what it is. */
const LINK_REACH = 4;
/** This many words beyond the question's are enough for an answer. */
const ENOUGH_NEW_WORDS = 6;

/** The strongest alternative of a term in the surroundings. */
function impactAround(index: IndexData, { alternatives }: QuestionTerm, surroundings: number) {
  let impact = 0;
  let certainty = 0;
  for (const { term, certainty: sure } of alternatives) {
    const found = impactAt(index.surroundings.postings, term, surroundings);
    if (found * sure > impact) impact = found * sure;
    if (found > 0 && sure > certainty) certainty = sure;
  }
  return { impact, certainty };
}

/** Matches of a neighbouring passage of the same paragraph; undefined when there is none. */
function matchNeighbour(
  index: IndexData,
  table: QuestionTable,
  ordinal: number,
  step: -1 | 1,
): Matches | undefined {
  const surroundings = index.surroundingsOf[ordinal] ?? 0;
  const isNeighbour =
    index.surroundingsOf[ordinal + step] === surroundings && index.hasParagraph[surroundings] === 1;
  return isNeighbour ? matchWords(index, table, index.text.words, ordinal + step) : undefined;
}

/** Position of the first verb that says what a subject is, or -1. */
function firstLink(index: IndexData, ordinal: number): number {
  const { starts, tokens } = index.text.words;
  const from = starts[ordinal] ?? 0;
  for (let at = from; at < (starts[ordinal + 1] ?? 0); at++) {
    if (((index.wordClasses[wordOfToken(tokens[at] ?? 0)] ?? 0) & WORD_CLASS.link) !== 0) return at - from;
  }
  return -1;
}

/** Nearness of the pairs of neighbours in the question, weighed by their rarity, 0 to 1. */
function measureNearness(terms: readonly QuestionTerm[], gaps: Int32Array): number {
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

/** Whether a number of the question is missing while another of its kind stands in its place. */
function isContradicted(terms: readonly QuestionTerm[], met: Float64Array, matches: Matches): boolean {
  return terms.some(({ spelling }, i) => {
    if ((spelling & SPELLING.digits) === 0 || (met[i] ?? 0) > 0) return false;
    return (spelling & SPELLING.year) !== 0 ? matches.otherYear : matches.otherNumber;
  });
}

/** The order of a passage's sentence: which words of the question come before its verb. Only where it stands alone. */
function measureOpening(
  terms: readonly QuestionTerm[],
  shares: readonly number[],
  matches: Matches,
  link: number,
) {
  let subjectFirst = 0;
  let saysOfSubject = 0;
  let subjectLinked = 0;
  terms.forEach((_, i) => {
    const at = matches.firstAt[i] ?? -1;
    if (at < 0) return;
    if (at <= OPENING_WORDS) subjectFirst += shares[i] ?? 0;
    if (link <= at) return;
    saysOfSubject += shares[i] ?? 0;
    if (at <= OPENING_WORDS && link - at <= LINK_REACH) subjectLinked = 1;
  });
  return { subjectFirst, saysOfSubject, subjectLinked };
}

/** What a passage is looked at with. */
export interface Look {
  readonly index: IndexData;
  readonly table: QuestionTable;
  rarityOf(term: number): number;
}

/** What the parts that are summed over the question's terms are summed from. */
interface Met {
  readonly own: Matches;
  readonly before: Matches | undefined;
  readonly behind: Matches | undefined;
  readonly lineCertainties: Float64Array;
  readonly surroundings: number;
  readonly shares: readonly number[];
}

/** The parts that are sums over the terms of the question, each term weighed by its share in the question. */
function sumTerms({ index, table }: Look, met: Met) {
  const { own, before, behind, shares } = met;
  const certainties = new Float64Array(shares.length);
  const sums = { text: 0, coverage: 0, rareCoverage: 0, wording: 0, surroundings: 0, wholeCoverage: 0 };
  const beyond = { previous: 0, following: 0, missingNames: 0, heaviestMissing: 0 };
  let squares = 0;
  const lengths = { length: own.length, meanLength: index.text.postings.meanLength };
  table.question.terms.forEach((term, i) => {
    const share = shares[i] ?? 0;
    const certainty = own.certainties[i] ?? 0;
    const around = impactAround(index, term, met.surroundings);
    const anywhere = Math.max(certainty, around.certainty, met.lineCertainties[i] ?? 0);
    certainties[i] = anywhere;
    sums.text += share * certainty * impactOf(own.counts[i] ?? 0, lengths, TEXT_SATURATION);
    sums.coverage += share * certainty;
    sums.rareCoverage += share * share * certainty;
    squares += share * share;
    sums.wording += share * (own.exact[i] ?? 0);
    sums.surroundings += share * around.impact;
    sums.wholeCoverage += share * anywhere;
    if (certainty === 0) beyond.previous += share * (before?.certainties[i] ?? 0);
    if (certainty === 0) beyond.following += share * (behind?.certainties[i] ?? 0);
    beyond.heaviestMissing = Math.max(beyond.heaviestMissing, share * (1 - anywhere));
    const isName = (term.spelling & SPELLING.capital) !== 0 && term.position > 0;
    if (isName && anywhere === 0) beyond.missingNames += share;
  });
  sums.rareCoverage /= squares || 1;
  return { certainties, sums, beyond };
}

const NO_OPENING = { subjectFirst: 0, saysOfSubject: 0, subjectLinked: 0 };

/** Measures all parts of the score of one passage for the question that lies on the table. */
export function measureParts(look: Look, ordinal: number): Findings {
  const { index, table, rarityOf } = look;
  const { terms, expected, focus } = table.question;
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const shares = terms.map(({ weight }) => weight / total);
  const own = matchWords(index, table, index.text.words, ordinal);
  const before = matchNeighbour(index, table, ordinal, -1);
  const behind = matchNeighbour(index, table, ordinal, 1);
  const surroundings = index.surroundingsOf[ordinal] ?? 0;
  const lines = likenessOfLines(index, table, ordinal, rarityOf);
  const met = { own, before, behind, lineCertainties: lines.certainties, surroundings, shares };
  const { certainties, sums, beyond } = sumTerms(look, met);
  const answer = gradeAnswer(index, expected.type, { lists: index.text.words, list: ordinal, matches: own });
  const standsAlone = index.hasParagraph[surroundings] === 0;
  const rarest = shares.indexOf(Math.max(...shares));
  const parts: Parts = {
    ...sums,
    ...beyond,
    ...(standsAlone ? measureOpening(terms, shares, own, firstLink(index, ordinal)) : NO_OPENING),
    rarest: (own.counts[rarest] ?? 0) > 0 ? 1 : 0,
    nearness: measureNearness(terms, own.gaps),
    focus: (own.counts[focus] ?? 0) > 0 ? 1 : 0,
    askedAs: lines.likeness,
    answer: answer.grade * ANSWER_WEIGHTS[expected.type],
    answerNear: answer.near,
    newWords: Math.min(own.newWords, ENOUGH_NEW_WORDS) / ENOUGH_NEW_WORDS,
    length: Math.log((own.length + 1) / (index.text.postings.meanLength + 1)),
    contradiction: isContradicted(terms, certainties, own) ? 1 : 0,
    asksItself: index.asksItself[ordinal] ?? 0,
  };
  return { parts, matches: own, answer, certainties };
}
