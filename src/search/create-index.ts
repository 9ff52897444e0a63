import type { Passage } from '../corpus/index.ts';
import { highlight } from './matching/highlight.ts';
import { type QuestionTerm, readQuestionTerms } from './matching/question-terms.ts';
import { rarity, WEIGHTS } from './matching/weights.ts';
import type { Hit, SearchIndex } from './search-index.ts';
import { type BuiltIndex, buildIndex } from './store/built-index.ts';
import { frequencyOf, type PostingLists } from './store/posting-lists.ts';

/** Adds a term's impacts to the scores of the lists that hold it. */
function accumulate(scores: Float32Array, postings: PostingLists, term: number, weight: number): void {
  const to = postings.starts[term + 1] ?? 0;
  for (let at = postings.starts[term] ?? 0; at < to; at++) {
    const list = postings.lists[at] ?? 0;
    scores[list] = (scores[list] ?? 0) + weight * (postings.impacts[at] ?? 0);
  }
}

function rarityOf(index: BuiltIndex, term: number): number {
  const holders = Math.max(1, frequencyOf(index.textPostings, term));
  return rarity(holders, Math.max(holders, index.passages.length));
}

function scoreAll(index: BuiltIndex, terms: readonly QuestionTerm[]): Float32Array {
  const scores = new Float32Array(index.passages.length);
  const around = new Float32Array(index.surroundings.starts.length - 1);
  const lines = new Float32Array(index.ofLine.length);
  for (const { alternatives } of terms) {
    for (const { term, certainty } of alternatives) {
      const weight = rarityOf(index, term) * certainty;
      accumulate(scores, index.textPostings, term, weight);
      accumulate(lines, index.linePostings, term, weight * WEIGHTS.askedAs);
      accumulate(around, index.surroundingsPostings, term, weight * WEIGHTS.surroundingsShare);
    }
  }
  const bestLines = new Map<number, number>();
  lines.forEach((score, line) => {
    const ordinal = index.ofLine[line] ?? 0;
    if (score > (bestLines.get(ordinal) ?? 0)) bestLines.set(ordinal, score);
  });
  for (const [ordinal, score] of bestLines) scores[ordinal] = (scores[ordinal] ?? 0) + score;
  for (let i = 0; i < scores.length; i++) {
    const own = scores[i] ?? 0;
    if (own > 0) scores[i] = own + (around[index.surroundingsOf[i] ?? 0] ?? 0);
  }
  return scores;
}

function best(scores: Float32Array, limit: number): readonly number[] {
  const found: number[] = [];
  scores.forEach((score, ordinal) => {
    if (score > 0) found.push(ordinal);
  });
  return found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, limit);
}

function termsHeld(index: BuiltIndex, ordinal: number): ReadonlySet<number> {
  const held = new Set<number>();
  const collect = (lists: BuiltIndex['text'], list: number) => {
    for (let at = lists.starts[list] ?? 0; at < (lists.starts[list + 1] ?? 0); at++) {
      held.add(index.lexicon.termOf((lists.tokens[at] ?? 0) & 0x3fffff));
    }
  };
  collect(index.text, ordinal);
  collect(index.surroundings, index.surroundingsOf[ordinal] ?? 0);
  index.ofLine.forEach((owner, line) => {
    if (owner === ordinal) collect(index.lines, line);
  });
  return held;
}

function coverageOf(index: BuiltIndex, terms: readonly QuestionTerm[], ordinal: number): number {
  const held = termsHeld(index, ordinal);
  let total = 0;
  let met = 0;
  for (const { alternatives } of terms) {
    const first = alternatives[0];
    const weight = first ? rarityOf(index, first.term) : rarity(0.5, index.passages.length);
    total += weight;
    const matched = alternatives.find(({ term }) => held.has(term));
    if (matched) met += weight * matched.certainty;
  }
  return total === 0 ? 0 : met / total;
}

/** Builds the index of a corpus. Built once, then only asked. */
export function createIndex(passages: Iterable<Passage>): SearchIndex {
  const index = buildIndex(passages);
  const known = {
    lexicon: index.lexicon,
    deletions: index.deletions,
    isUsed: (term: number) =>
      [index.textPostings, index.linePostings, index.surroundingsPostings].some(
        (p) => frequencyOf(p, term) > 0,
      ),
  };
  return {
    size: index.passages.length,
    search(question, limit = 10) {
      const { terms, assumptions } = readQuestionTerms(question, known);
      const scores = scoreAll(index, terms);
      const matched = new Set(terms.flatMap(({ alternatives }) => alternatives.map(({ term }) => term)));
      const hits: Hit[] = [];
      for (const ordinal of best(scores, limit)) {
        const passage = index.passages[ordinal];
        if (!passage) continue;
        hits.push({
          passage,
          score: scores[ordinal] ?? 0,
          coverage: coverageOf(index, terms, ordinal),
          highlights: highlight(passage.text, index.lexicon, matched),
        });
      }
      return { hits, assumptions };
    },
  };
}
