import type { Warning } from '../warning.ts';
import type { Fact } from './fact.ts';

/**
 * Marks of Markdown that people also write for themselves, so that they are shown as typed: a backslash before a sign,
 * which many programs add when they save Markdown, and words between stars or underlines.
 */
const MARKS = [/\\[!-/:-@[-`{-~]/, /(?<![\p{L}\p{N}*_])([*_]{1,3})[^\s*_][^*_]*\1(?![\p{L}\p{N}*_])/u];

/** Facts whose words hold marks that a writing tool may have added: one warning a fact. */
export function warnOfMarks(facts: readonly Fact[]): readonly Warning[] {
  return facts.flatMap(({ id, text, place: { file, line } }) => {
    const mark = MARKS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
    if (mark === undefined) return [];
    const what = `readers see the marks in "${mark}" of "${id}" as they are typed`;
    return [{ kind: 'marks', file, line, what, mend: 'Take them out unless they stand in the source' }];
  });
}
