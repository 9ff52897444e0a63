import { performance } from 'node:perf_hooks';
import { type Passage, standsInFile } from '../corpus/index.ts';
import type { Hit } from '../search/index.ts';
import type { Answer, Quote, Quotes } from './answer.ts';
import { CHOICE_FROM, decide } from './decide.ts';
import type { Shelf } from './shelf.ts';
import { toQuote } from './to-quote.ts';

/** More than three quotes is a reading list, not an answer. */
const MOST_QUOTES = 3;
const MOST_TOPICS = 3;

/** Answers one question from what is on the shelf. */
export async function answerFrom({ index, onFile }: Shelf, question: string): Promise<Answer> {
  const start = performance.now();
  const { hits, assumptions } = index.search(question);
  const { outcome, confidences } = decide({ hits, assumptions });
  const rated = hits.map((hit, rank) => ({ hit, confidence: confidences[rank] ?? 0 }));
  const candidates = rated.filter(({ confidence }) => confidence >= CHOICE_FROM).slice(0, MOST_QUOTES);
  const quotes = outcome === 'none' ? [] : await keepVerbatim(candidates);
  const searched = { facts: onFile.facts, sources: onFile.sources };
  const tookMs = Math.round((performance.now() - start) * 1000) / 1000;
  const asked = { question, assumptions, searched, tookMs };
  if (outcome === 'none' || !isFilled(quotes)) {
    return {
      ...asked,
      outcome: 'none',
      quotes: [],
      nearestTopics: topicsOf(hits.map(({ passage }) => passage)),
    };
  }
  // The first hit made the outcome: when its words are gone, the rest are only close matches.
  const isSure = outcome === 'answer' && quotes[0].factId === hits[0]?.passage.id;
  return { ...asked, outcome: isSure ? 'answer' : 'choices', quotes };
}

interface RatedHit {
  readonly hit: Hit;
  readonly confidence: number;
}

/** Words that changed under the index are never quoted. */
async function keepVerbatim(candidates: readonly RatedHit[]): Promise<readonly Quote[]> {
  const stands = await Promise.all(candidates.map(({ hit }) => standsInFile(hit.passage)));
  return candidates
    .filter((_, rank) => stands[rank])
    .map(({ hit, confidence }) => toQuote(hit.passage, { confidence, highlights: hit.highlights }));
}

function isFilled(quotes: readonly Quote[]): quotes is Quotes {
  return quotes.length > 0;
}

function topicsOf(passages: readonly Passage[]): readonly string[] {
  return [...new Set(passages.flatMap(({ topics }) => topics))].slice(0, MOST_TOPICS);
}
