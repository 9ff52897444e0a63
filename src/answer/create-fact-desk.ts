import { performance } from 'node:perf_hooks';
import { type Corpus, standsInFile } from '../corpus/index.ts';
import type { Hit } from '../search/index.ts';
import type { Answer, Quote, Quotes } from './answer.ts';
import { decide } from './decide.ts';
import type { FactDesk } from './fact-desk.ts';
import { createShelf } from './shelf.ts';

/** More than three quotes is a reading list, not an answer. */
const MOST_QUOTES = 3;
const MOST_TOPICS = 3;

/** What a fact desk works with. */
export interface FactDeskOptions {
  readonly corpus: Corpus;
  readonly now: () => Date;
}

/** Opens the desk: from here on every question is answered from the facts visible at its moment. */
export function createFactDesk({ corpus, now }: FactDeskOptions): FactDesk {
  let shelf = createShelf(corpus, now());
  const currentShelf = () => {
    const moment = now();
    if (shelf.until && shelf.until <= moment) shelf = createShelf(corpus, moment);
    return shelf;
  };
  const ask = async (question: string): Promise<Answer> => {
    const start = performance.now();
    const { index, onFile } = currentShelf();
    const result = index.search(question);
    const { outcome, confidences } = decide(result);
    const candidates = outcome === 'none' ? [] : result.hits.slice(0, MOST_QUOTES);
    const quotes = await keepVerbatim(
      candidates.map((hit, rank) => toQuote(hit, confidences[rank] ?? 0)),
      candidates,
    );
    const { facts, sources } = onFile;
    const asked = { question, assumptions: result.assumptions, searched: { facts, sources } };
    const tookMs = () => Math.round((performance.now() - start) * 1000) / 1000;
    if (outcome === 'none' || !isFilled(quotes)) {
      const nearestTopics = [...new Set(result.hits.flatMap(({ passage }) => passage.topics))].slice(
        0,
        MOST_TOPICS,
      );
      return { ...asked, outcome: 'none', quotes: [], nearestTopics, tookMs: tookMs() };
    }
    // The first quote made the outcome: without it the rest are only close matches.
    const isSure = outcome === 'answer' && quotes[0].factId === candidates[0]?.passage.id;
    return { ...asked, outcome: isSure ? 'answer' : 'choices', quotes, tookMs: tookMs() };
  };
  return { ask, onFile: () => currentShelf().onFile };
}

/** Words that changed under the index are never quoted. */
async function keepVerbatim(quotes: readonly Quote[], hits: readonly Hit[]): Promise<readonly Quote[]> {
  const stands = await Promise.all(hits.map(({ passage }) => standsInFile(passage)));
  return quotes.filter((_, rank) => stands[rank]);
}

function isFilled(quotes: readonly Quote[]): quotes is Quotes {
  return quotes.length > 0;
}

function toQuote({ passage, highlights }: Hit, confidence: number): Quote {
  const { source, place } = passage;
  return {
    factId: passage.id,
    text: passage.text,
    kind: passage.kind,
    attribution: passage.attribution,
    asOf: passage.asOf,
    published: source.published ?? null,
    source: {
      title: source.title,
      publisher: source.publisher ?? null,
      url: source.url ?? null,
      file: place.file,
      line: place.line,
    },
    confidence,
    highlights,
  };
}
