import type { QueryTerm } from '../query/query.ts';
import type { CountryAt } from '../text/country-names.ts';
import type { Evidence } from './evidence.ts';
import type { Mismatch } from './mismatch.ts';
import { type WrittenWords, writtenTerms } from './written-words.ts';

/** What mismatches are told from: what was found out of a passage, and what passage and question say. */
export interface ShownEvidence {
  readonly evidence: Evidence;
  readonly passage: WrittenWords;
  readonly question: WrittenWords;
  readonly countryAt: CountryAt;
}

/** A mismatch, and the numbers of the question's terms that it tells of: each is told once. */
export interface TermMismatch {
  readonly mismatch: Mismatch;
  readonly terms: readonly number[];
}

/** One way in which a passage may not fit. */
export type MismatchRule = (shown: ShownEvidence) => readonly TermMismatch[];

/** A term of the question and its number. */
export type NumberedTerm = readonly [term: QueryTerm, number: number];

/** The mismatch of terms of the question, which stand side by side. */
export function mismatchOf(
  kind: 'year' | 'number' | 'name',
  { question, stands }: { readonly question: WrittenWords; readonly stands: string | null },
  asked: readonly NumberedTerm[],
): TermMismatch {
  const written = writtenTerms(
    question,
    asked.map(([term]) => term),
  );
  return { mismatch: { kind, asked: written, stands }, terms: asked.map(([, number]) => number) };
}
