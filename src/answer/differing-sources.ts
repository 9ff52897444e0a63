import { type Figure, type Hit, isFigure, readFigures } from '../search/index.ts';
import { type Found, isKnownQuestion } from './confidence.ts';
import { ANSWER_FROM, decide } from './decide.ts';

/** Two texts that share less than a quarter of all their words count different things under one noun. */
const SAME_SUBJECT = 0.25;
/** Where they do not name it alike ("834 people", "608 were hurt"), they must share half of all their words. */
const SAME_STATEMENT = 0.5;
const WORD = /\p{L}{3,}/gu;
/** More than three figures are a table, not an answer. */
const MOST_FIGURES = 3;

/**
 * The probability from which a passage is set beside one that answers. Below it stood what was counted of something
 * else: of the questions on the desk's own facts, nearly all false pairs ended at 0.1.
 */
const ACCOUNT_FROM = 0.1;

/** A passage that answers with a figure of its own, and the probability (0 to 1) that it answers. */
export interface Account {
  readonly hit: Hit;
  readonly confidence: number;
}

/**
 * The passages of different sources that answer the question with different figures, newest first; empty when the best
 * answer stands undisputed. Each is judged as if the others were not on file: what says the same in other figures makes
 * an answer disputed, not doubtful. Each must be likely to answer, and all together sure (0 to 1, from `sureFrom`) that
 * one of them does.
 */
export function differingAccounts(found: Found, sureFrom: number = ANSWER_FROM): readonly Account[] {
  const { hits } = found;
  if (!isFigure(found.asksFor)) return [];
  const disputing = new Set(disputingHits(hits).map(({ hit }) => hit));
  const others = hits.filter((hit) => !disputing.has(hit));
  const accounts = [...disputing]
    .map(
      (hit): Account => ({
        hit,
        confidence: decide({ ...found, hits: [hit, ...others] }).confidences[0] ?? 0,
      }),
    )
    .filter(({ confidence }) => confidence >= ACCOUNT_FROM)
    .slice(0, MOST_FIGURES);
  const noneAnswers = accounts.reduce((chance, { confidence }) => chance * (1 - confidence), 1);
  return accounts.length > 1 && 1 - noneAnswers >= sureFrom ? accounts.sort(newestFirst) : [];
}

interface Counted {
  readonly hit: Hit;
  /** The figures that answer. */
  readonly figures: readonly Figure[];
}

/** The best hit, and those that meet the question as well as it does, each with a figure that none before it has. */
function disputingHits([best, ...others]: readonly Hit[]): readonly Counted[] {
  if (best === undefined || best.features.contradiction > 0) return [];
  const first = { hit: best, figures: answeringFigures(best) };
  const disputing = [first];
  for (const hit of others.filter((each) => meetsAsWell(each, best))) {
    const counted = { hit, figures: answeringFigures(hit) };
    const isNew = disputing.every((other) => differ(counted, other));
    if (isNew && countTheSame(counted, first)) disputing.push(counted);
  }
  return disputing;
}

/**
 * Whether nothing that was asked for is missing, or stands there as another: another year is another question. Where
 * the desk wrote down that the best hit answers this very question, only what it wrote down for it too is as good.
 */
function meetsAsWell(hit: Hit, best: Hit): boolean {
  const { features } = hit;
  if (isKnownQuestion(best) && !isKnownQuestion(hit)) return false;
  return (
    features.coverage >= best.features.coverage && features.missingNames === 0 && features.contradiction === 0
  );
}

/** The figures that the search marked as the answer, or whose noun or unit was asked for. */
function answeringFigures({ passage, highlights }: Hit): readonly Figure[] {
  return readFigures(passage.text).filter((figure) =>
    highlights.some(([start, end]) => start < figure.end && figure.start < end),
  );
}

/** Whether they are of different sources, and have no figure in common. */
function differ(a: Counted, b: Counted): boolean {
  const values = new Set(b.figures.map(({ value }) => value));
  return (
    a.hit.passage.source.id !== b.hit.passage.source.id && a.figures.every(({ value }) => !values.has(value))
  );
}

/** Whether a figure of the one can stand against one of the other: it measures the same, of the same thing. */
function countTheSame(a: Counted, b: Counted): boolean {
  const pairs = a.figures.flatMap((one) => b.figures.map((other) => [one, other] as const));
  const comparable = pairs.filter(([one, other]) => one.quantity === other.quantity);
  if (comparable.length === 0) return false;
  const nameAlike = comparable.some(
    ([one, other]) => one.noun === other.noun || (isNounMarked(one, a.hit) && isNounMarked(other, b.hit)),
  );
  return likeness(a.hit.passage.text, b.hit.passage.text) >= (nameAlike ? SAME_SUBJECT : SAME_STATEMENT);
}

/** Whether the question names what the figure counts, in this word or in one like it. */
function isNounMarked({ noun, end }: Figure, { highlights }: Hit): boolean {
  return noun !== '' && highlights.some(([from, to]) => from < end && end - noun.length < to);
}

/** Share (0 to 1) of the words of both texts that stand in both. */
function likeness(a: string, b: string): number {
  const [wordsOfA, wordsOfB] = [wordsIn(a), wordsIn(b)];
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  return shared / Math.max(1, wordsOfA.size + wordsOfB.size - shared);
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(WORD) ?? []);
}

/** Partial dates sort as text. */
function newestFirst({ hit: a }: Account, { hit: b }: Account): number {
  if (a.passage.asOf === b.passage.asOf) return 0;
  return a.passage.asOf < b.passage.asOf ? 1 : -1;
}
