import { isFirstName } from '../query/double-name.ts';
import { type FoundName, isWrittenAsName, type QueryTerm } from '../query/query.ts';
import { SPELLING } from '../text/split-words.ts';
import { isElsewhere } from './contradiction.ts';
import type { Evidence } from './evidence.ts';
import { type MismatchRule, mismatchOf, type NumberedTerm } from './mismatch-rule.ts';
import { findOtherLabel } from './other-label.ts';
import { findOtherName } from './other-name.ts';
import { writtenFrom } from './written-words.ts';

const has = (spelling: number, bit: number) => (spelling & bit) !== 0;

/** Terms of the question by their numbers. */
function numberedTerms({ context }: Evidence, numbers: readonly number[]): readonly NumberedTerm[] {
  const { terms } = context.query;
  return numbers.flatMap((number): NumberedTerm[] => {
    const term = terms[number];
    return term ? [[term, number]] : [];
  });
}

/** Half of the name that was asked, beside another half. */
export const doubleNameMismatches: MismatchRule = ({ evidence, passage, question }) => {
  const other = findOtherName(evidence);
  if (!other) return [];
  const { pair, first } = other;
  const asked = numberedTerms(evidence, [pair.first, pair.second]);
  return [mismatchOf('name', { question, stands: writtenFrom(passage, first, first + 1) }, asked)];
};

/** Another thing of the name asked for: `vitamin D` for `vitamin B12`. */
export const labelMismatches: MismatchRule = ({ evidence, passage, question }) => {
  const other = findOtherLabel(evidence);
  if (!other) return [];
  const { label, position } = other;
  const asked = numberedTerms(
    evidence,
    label.isBefore ? [label.label, label.named] : [label.named, label.label],
  );
  const first = label.isBefore ? position : position - 1;
  return [mismatchOf('name', { question, stands: writtenFrom(passage, first, first + 1) }, asked)];
};

/** A country asked for, and the first other one that the passage names. */
export const countryMismatches: MismatchRule = ({ evidence, passage, question, countryAt }) => {
  const missing = new Map<FoundName, NumberedTerm[]>();
  evidence.context.query.terms.forEach((term, number) => {
    if (term.name && isElsewhere(evidence, number))
      missing.set(term.name, [...(missing.get(term.name) ?? []), [term, number]]);
  });
  if (missing.size === 0) return [];
  const forms = passage.words.map(({ form }) => form);
  const stands = passage.words.flatMap(({ spelling }, at) => {
    const isOther = has(spelling, SPELLING.capital) && evidence.own.isMatched[at] === 0;
    // Michael Jordan is no country.
    const before = forms[at - 1];
    return isOther && !(before && isFirstName({ form: before })) ? (countryAt(forms, at)?.name ?? []) : [];
  });
  return [...missing.values()].map((asked) =>
    mismatchOf('name', { question, stands: stands[0] ?? null }, asked),
  );
};

/** Names that stand nowhere in and around the passage; a first name beside a surname that is met is left out. */
export const missingNameMismatches: MismatchRule = ({ evidence: { context, anywhere }, question }) => {
  const { terms } = context.query;
  const isName = (term: QueryTerm | undefined): term is QueryTerm =>
    term !== undefined &&
    isWrittenAsName(term) &&
    !has(term.spelling, SPELLING.sentenceStart | SPELLING.digits);
  const runs: NumberedTerm[][] = [];
  terms.forEach((term, number) => {
    if (!isName(term)) return;
    const run = runs.at(-1);
    if (run?.at(-1)?.[0].position === term.position - 1) run.push([term, number]);
    else runs.push([[term, number]]);
  });
  const isMissing = ([, number]: NumberedTerm) => anywhere[number] === 0;
  return runs
    .filter((run) => run.every(isMissing))
    .map((run) => mismatchOf('name', { question, stands: null }, run));
};
