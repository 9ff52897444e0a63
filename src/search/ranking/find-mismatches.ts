import type { CountryAt } from '../text/country-names.ts';
import { hasRolesReversed, isDeskWording } from './contradiction.ts';
import type { Evidence } from './evidence.ts';
import type { Mismatch } from './mismatch.ts';
import type { MismatchRule } from './mismatch-rule.ts';
import {
  countryMismatches,
  doubleNameMismatches,
  labelMismatches,
  missingNameMismatches,
} from './name-mismatches.ts';
import { answerMismatches, numberMismatches, yearMismatches } from './value-mismatches.ts';
import { readWritten } from './written-words.ts';

const rolesMismatches: MismatchRule = ({ evidence }) =>
  hasRolesReversed(evidence) ? [{ mismatch: { kind: 'roles' }, terms: [] }] : [];

const wordingMismatches: MismatchRule = ({ evidence }) =>
  isDeskWording(evidence) ? [{ mismatch: { kind: 'deskWording' }, terms: [] }] : [];

/** The weightiest first. */
const RULES: readonly MismatchRule[] = [
  yearMismatches,
  labelMismatches,
  numberMismatches,
  doubleNameMismatches,
  countryMismatches,
  missingNameMismatches,
  rolesMismatches,
  wordingMismatches,
  answerMismatches,
];

/** In what a passage does not fit the question, the weightiest first; empty where nothing tells against it. */
export function findMismatches(
  evidence: Evidence,
  { question, countryAt }: { readonly question: string; readonly countryAt: CountryAt },
): readonly Mismatch[] {
  const { context, ordinal } = evidence;
  const passage = readWritten(context.index.passages.textAt(ordinal));
  const shown = { evidence, passage, question: readWritten(question), countryAt };
  const told = new Set<number>();
  return RULES.flatMap((rule) => rule(shown)).flatMap(({ mismatch, terms }) => {
    if (terms.some((number) => told.has(number))) return [];
    for (const number of terms) told.add(number);
    return [mismatch];
  });
}
