import type { Hit } from '../search/index.ts';
import { confidenceBeside, type Found, isKnownQuestion } from './confidence.ts';
import { ANSWER_FROM } from './decide.ts';
import { asksForFigure, type Counted, countOf, isOfSamePeriod, measuresTheSame } from './same-measure.ts';

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
  if (!asksForFigure(found)) return [];
  const disputing = new Set(disputingHits(hits).map(({ hit }) => hit));
  const others = hits.filter((hit) => !disputing.has(hit));
  const accounts = [...disputing]
    .map((hit): Account => ({ hit, confidence: confidenceBeside(found, hit, others) }))
    .filter(({ confidence }) => confidence >= ACCOUNT_FROM)
    .slice(0, MOST_FIGURES);
  const noneAnswers = accounts.reduce((chance, { confidence }) => chance * (1 - confidence), 1);
  return accounts.length > 1 && 1 - noneAnswers >= sureFrom ? accounts.sort(newestFirst) : [];
}

/**
 * The best hit, and those that meet the question as well as it does and tell of the same time, each with a figure that
 * none before it has.
 */
function disputingHits([best, ...others]: readonly Hit[]): readonly Counted[] {
  if (best === undefined || best.features.contradiction > 0) return [];
  const first = countOf(best);
  const disputing = [first];
  for (const hit of others.filter((each) => meetsAsWell(each, best))) {
    const counted = countOf(hit);
    const isNew = disputing.every((other) => differ(counted, other));
    if (isNew && isOfSamePeriod(hit, best) && measuresTheSame(counted, first)) disputing.push(counted);
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

/** Whether they are of different sources, and have no figure in common. */
function differ(a: Counted, b: Counted): boolean {
  const values = new Set(b.figures.map(({ value }) => value));
  return (
    a.hit.passage.source.id !== b.hit.passage.source.id && a.figures.every(({ value }) => !values.has(value))
  );
}

/** Partial dates sort as text. */
function newestFirst({ hit: a }: Account, { hit: b }: Account): number {
  if (a.passage.asOf === b.passage.asOf) return 0;
  return a.passage.asOf < b.passage.asOf ? 1 : -1;
}
