import { performance } from 'node:perf_hooks';
import type { Passage } from '../corpus/index.ts';
import type { EncodedQuestion, EncodeQuestion } from '../encoder/index.ts';
import {
  asPart,
  type OnPart,
  type SearchIndex,
  type SearchOptions,
  type SearchResult,
} from '../search/index.ts';
import type { Answer, Quote, Quotes } from './answer.ts';
import { confidenceBeside, isKnownQuestion } from './confidence.ts';
import { type Decision, decide } from './decide.ts';
import { type Account, differingAccounts } from './differing-sources.ts';
import { explainAnswer } from './explain-answer.ts';
import { arrangeOverTime, type OtherFigure, type Standing } from './figures-over-time.ts';
import { listAnswers, MOST_LISTED, MOST_LOOKED_AT } from './list-answers.ts';
import { lookUpInTime } from './look-up-in-time.ts';
import { remarksOn } from './remarks.ts';
import type { Searcher } from './searcher.ts';
import { selectQuotes } from './select-quotes.ts';
import type { Spread } from './spread.ts';
import { type InTime, TookTooLongError } from './time-limit.ts';
import { type OverdueSince, toQuote } from './to-quote.ts';
import { keepVerified } from './verify-quotes.ts';
import { type Origins, openOrigins, withSpread } from './wire-copies.ts';

const MOST_TOPICS = 3;

/** So many passages are looked at when they must meet a second question too. */
const MOST_MEETING = 50;

/** How a question is answered. */
export interface AnswerOptions {
  /** Words that every quote must meet as well as any passage does, beside answering the question. */
  readonly mustMeet?: string;
  /** The moment of asking, from which `last year` is counted. */
  readonly now: Date;
  /** Say why the outcome is what it is. @default false */
  readonly explain?: boolean;
  /** Has all work on the question done in its time. */
  readonly inTime: InTime;
  /** Is told of each part of the work. @default nobody is */
  readonly onPart?: OnPart | undefined;
  /** Tells what the question means. @default no sentence encoder is asked */
  readonly encodeQuestion?: EncodeQuestion | undefined;
}

/** Answers one question from what a searcher finds. Rejects with a `TookTooLongError` when its time is over. */
export async function answerFrom(
  searcher: Searcher,
  question: string,
  { inTime, encodeQuestion, ...options }: AnswerOptions,
): Promise<Answer> {
  const start = performance.now();
  const mended =
    encodeQuestion && lookUpInTime(searcher, () => searcher.index.mend(question, options), inTime);
  const encoded = mended === undefined ? undefined : await encodeQuestion?.(mended);
  const origins = openOrigins(searcher);
  const found = lookUpInTime(
    searcher,
    () => lookUp(searcher, question, { ...options, encoded, origins }),
    inTime,
  );
  const { outcome, nearestTopics } = found;
  const standing = await keepStanding(found, searcher);
  const spreads = lookUpSpreads(standing, { searcher, origins, inTime });
  const quotesOf = (quotables: readonly Quotable[]): readonly Quote[] =>
    quotables
      .filter((quotable) => standing.has(quotable))
      .map(({ passage, quote }) => withSpread(quote, spreads.get(passage)));
  const quotes = quotesOf(found.candidates);
  const differing = quotesOf(found.differing);
  const listed = quotesOf(found.listed);
  const others = quotesOf(found.others);
  const tookMs = Math.round((performance.now() - start) * 1000) / 1000;
  const asked = { ...found.asked, tookMs };
  if (outcome === 'none' || !isFilled(quotes))
    return { ...asked, outcome: 'none', quotes: [], nearestTopics };
  if (isFilled(differing) && differing.length > 1) {
    return { ...asked, outcome: 'choices', quotes: [...differing, ...others], sourcesDiffer: true };
  }
  const shown = listed.slice(0, MOST_LISTED);
  if (isFilled(shown) && shown.length > 1)
    return { ...asked, outcome: 'list', quotes: shown, more: listed.length - shown.length };
  // The best candidate made the outcome: when its words are gone, the rest are only close matches.
  const isSure = outcome === 'answer' && quotes[0].factId === found.candidates[0]?.passage.id;
  return { ...asked, outcome: isSure ? 'answer' : 'choices', quotes: [...quotes, ...others] };
}

interface SpreadTools {
  readonly searcher: Searcher;
  readonly origins: Origins;
  readonly inTime: InTime;
}

/** In how many outlets articles' passages stand, as long as there is time: they answer without that too. */
function lookUpSpreads(
  quotables: ReadonlySet<Quotable>,
  { searcher, origins, inTime }: SpreadTools,
): ReadonlyMap<Passage, Spread> {
  const ofArticles = [...quotables].filter(({ passage }) => passage.place.item !== undefined);
  if (ofArticles.length === 0) return new Map();
  const lookUp = () =>
    ofArticles.flatMap(({ passage }) => {
      const spread = origins.spreadOf(passage);
      return spread === undefined ? [] : [[passage, spread] as const];
    });
  try {
    return new Map(lookUpInTime(searcher, lookUp, inTime));
  } catch (error) {
    if (error instanceof TookTooLongError) return new Map();
    throw error;
  }
}

/** What a question finds, complete: nothing of it is worked out later. */
interface LookedUp {
  readonly outcome: Decision['outcome'];
  readonly candidates: readonly Quotable[];
  /** Passages that answer with different figures. */
  readonly differing: readonly Quotable[];
  /** Passages that give the same figure for other times, newest first. */
  readonly others: readonly Quotable[];
  /** All passages that answer, where a list is asked for. */
  readonly listed: readonly Quotable[];
  readonly nearestTopics: readonly string[];
  readonly asked: Omit<Answer, 'outcome' | 'quotes' | 'tookMs'>;
}

/** A passage, and the quote that it makes as long as it stands in its file. */
interface Quotable {
  readonly passage: Passage;
  readonly quote: Quote;
}

/** As an answer is looked up, once it is known what the question means. */
type LookUpOptions = Omit<AnswerOptions, 'inTime' | 'encodeQuestion'> & {
  readonly encoded: EncodedQuestion | undefined;
  readonly origins: Origins;
};

function lookUp(
  { index, topics, suggestions, onFile, overdueSince, sureness: { sureFrom } }: Searcher,
  question: string,
  { mustMeet, now, explain = false, onPart, encoded, origins }: LookUpOptions,
): LookedUp {
  const options = { topics, now, vector: encoded?.vector, onPart };
  const search = (except: ReadonlySet<string>) =>
    mustMeet === undefined
      ? index.search(question, { ...options, except, listLimit: MOST_LOOKED_AT })
      : searchMeeting(index, question, mustMeet, { ...options, except });
  const searched = origins.search(search);
  const { found, others } = arrangeOverTime(searched);
  const { hits, assumptions, parsed } = found;
  const decision = asPart('decision', onPart, () => decide(found, sureFrom));
  const { outcome, confidences } = decision;
  const rated = hits.map((hit, rank) => ({ hit, confidence: confidences[rank] ?? 0 }));
  const isNone = outcome === 'none';
  const quotable = (account: QuotedAccount) => toQuotable(account, overdueSince);
  const shown = isNone ? [] : selectQuotes(rated, outcome, { sureFrom, keepsOrder: found.asksForLatest });
  return {
    outcome,
    candidates: shown.map(quotable),
    ...(isNone ? NOTHING_BESIDE : lookBeside(found, others, { sureFrom, quotable })),
    nearestTopics: topicsOf(hits.map(({ passage }) => passage)),
    asked: {
      question,
      assumptions,
      remarks: remarksOn(
        parsed,
        suggestions,
        shown.map(({ hit }) => hit),
      ),
      searched: { facts: onFile.facts, sources: onFile.sources },
      ...(explain && {
        explanation: explainAnswer(found, decision, { sureFrom, withoutEncoder: encoded?.without }),
      }),
    },
  };
}

const NOTHING_BESIDE = { differing: [], others: [], listed: [] } as const;

/** What is shown instead of the candidates, or below them. */
function lookBeside(
  found: SearchResult,
  others: readonly OtherFigure[],
  {
    sureFrom,
    quotable,
  }: { readonly sureFrom: number; readonly quotable: (account: QuotedAccount) => Quotable },
): Pick<LookedUp, 'differing' | 'others' | 'listed'> {
  return {
    differing: differingAccounts(found, sureFrom).map(quotable),
    others: others.map((other) =>
      quotable({ ...other, confidence: confidenceBeside(found, other.hit, found.hits) }),
    ),
    listed: listAnswers(found, sureFrom).map(quotable),
  };
}

function searchMeeting(
  index: SearchIndex,
  question: string,
  mustMeet: string,
  options: SearchOptions,
): SearchResult {
  const found = index.search(question, { ...options, limit: MOST_MEETING });
  // What must be met are words: their meaning is nobody's concern.
  const meeting = index.search(mustMeet, { ...options, vector: undefined, limit: MOST_MEETING }).hits;
  const best = Math.max(...meeting.map(({ features }) => features.coverage), 0);
  const ids = new Set(
    meeting.filter(({ features }) => features.coverage === best).map(({ passage }) => passage.id),
  );
  return { ...found, hits: found.hits.filter(({ passage }) => ids.has(passage.id)) };
}

type QuotedAccount = Account & { readonly standing?: Standing };

function toQuotable({ hit, ...match }: QuotedAccount, overdueSince: OverdueSince): Quotable {
  const { passage, highlights } = hit;
  // The desk wrote down that it answers this.
  const mismatches = isKnownQuestion(hit) ? [] : hit.mismatches;
  return { passage, quote: toQuote(passage, { ...match, highlights, mismatches }, overdueSince) };
}

/** Words that changed under the index are never quoted. */
async function keepStanding(found: LookedUp, { fetched }: Searcher): Promise<ReadonlySet<Quotable>> {
  const { candidates, differing, listed, others } = found;
  const quotables = [...candidates, ...differing, ...listed, ...others];
  return new Set(await keepVerified(quotables, ({ passage }) => passage, fetched));
}

function isFilled(quotes: readonly Quote[]): quotes is Quotes {
  return quotes.length > 0;
}

function topicsOf(passages: readonly Passage[]): readonly string[] {
  return [...new Set(passages.flatMap(({ topics }) => topics))].slice(0, MOST_TOPICS);
}
