import type { ReportProblem } from './report-problem.ts';
import { findStrayMarkup } from './stray-markup.ts';
import { holdsField, isStamped, MEND_SHEET } from './taking-back.ts';

/** Whether a text says something, on one line. */
export function isLine(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/[\r\n]/.test(text);
}

/**
 * Whether a text of the head can be shown to readers: it has no marks of a writing tool, and no field went into it.
 * Reports why not.
 */
export function canBeShown(
  text: string,
  { name, line }: { readonly name: string; readonly line: number },
  report: ReportProblem,
): boolean {
  const markup = findStrayMarkup(text);
  for (const { name: mark, sample, mend } of markup)
    report(line, `"${name}" holds ${mark}: "${sample}"`, mend);
  const isTakingBack = holdsField(text) || isStamped(text);
  if (isTakingBack) report(line, `"${name}" seems to take the sheet back, which it cannot`, MEND_SHEET);
  return markup.length === 0 && !isTakingBack;
}
