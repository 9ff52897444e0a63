import { performance } from 'node:perf_hooks';
import type { Passage } from '../corpus/index.ts';
import type { Hit, SearchIndex, SearchResult } from '../search/index.ts';
import type { Answer, Quote, Quotes } from './answer.ts';
import { chooseCandidates } from './choose-candidates.ts';
import { decide } from './decide.ts';
import { explainAnswer } from './explain-answer.ts';
import { keepVerbatim } from './keep-verbatim.ts';
import { spellOutDates } from './relative-dates.ts';
import { remarksOn } from './remarks.ts';
import type { Shelf } from './shelf.ts';
import { differingAccounts } from './sources-differ.ts';
import { toQuote } from './to-quote.ts';

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
}

/** Answers one question from what is on the shelf. */
export async function answerFrom(
  { index, topics, names, onFile }: Shelf,
  question: string,
  { mustMeet, now, explain = false }: AnswerOptions,
): Promise<Answer> {
  const start = performance.now();
  const dated = spellOutDates(question, now);
  const found =
    mustMeet === undefined
      ? index.search(dated.text, { topics })
      : searchMeeting(index, dated.text, mustMeet, topics);
  const { hits, assumptions } = found;
  const decision = decide(found);
  const { outcome, confidences } = decision;
  const rated = hits.map((hit, rank) => ({ hit, confidence: confidences[rank] ?? 0 }));
  const candidates = chooseCandidates(rated, outcome);
  const quotes = outcome === 'none' ? [] : await quoteVerbatim(candidates);
  const differing = outcome === 'none' ? [] : await quoteVerbatim(differingAccounts(question, found));
  const searched = { facts: onFile.facts, sources: onFile.sources };
  const tookMs = Math.round((performance.now() - start) * 1000) / 1000;
  const explanation = explain ? { explanation: explainAnswer(found, decision) } : {};
  const remarks = remarksOn(question, names);
  const assumed = [...dated.assumptions, ...assumptions];
  const asked = { question, assumptions: assumed, remarks, searched, tookMs, ...explanation };
  if (outcome === 'none' || !isFilled(quotes)) {
    return {
      ...asked,
      outcome: 'none',
      quotes: [],
      nearestTopics: topicsOf(hits.map(({ passage }) => passage)),
    };
  }
  if (isFilled(differing) && differing.length > 1) {
    return { ...asked, outcome: 'choices', quotes: differing, sourcesDiffer: true };
  }
  // The best candidate made the outcome: when its words are gone, the rest are only close matches.
  const isSure = outcome === 'answer' && quotes[0].factId === candidates[0]?.hit.passage.id;
  return { ...asked, outcome: isSure ? 'answer' : 'choices', quotes };
}

function searchMeeting(
  index: SearchIndex,
  question: string,
  mustMeet: string,
  topics: Shelf['topics'],
): SearchResult {
  const found = index.search(question, { limit: MOST_MEETING, topics });
  const meeting = index.search(mustMeet, { limit: MOST_MEETING, topics }).hits;
  const best = Math.max(...meeting.map(({ parts }) => parts.coverage), 0);
  const ids = new Set(
    meeting.filter(({ parts }) => parts.coverage === best).map(({ passage }) => passage.id),
  );
  return { ...found, hits: found.hits.filter(({ passage }) => ids.has(passage.id)) };
}

interface RatedHit {
  readonly hit: Hit;
  readonly confidence: number;
}

/** Words that changed under the index are never quoted. */
async function quoteVerbatim(candidates: readonly RatedHit[]): Promise<readonly Quote[]> {
  const standing = await keepVerbatim(candidates, ({ hit }) => hit.passage);
  return standing.map(({ hit, confidence }) =>
    toQuote(hit.passage, { confidence, highlights: hit.highlights }),
  );
}

function isFilled(quotes: readonly Quote[]): quotes is Quotes {
  return quotes.length > 0;
}

function topicsOf(passages: readonly Passage[]): readonly string[] {
  return [...new Set(passages.flatMap(({ topics }) => topics))].slice(0, MOST_TOPICS);
}
