import { escapeLine } from '../escape-controls.ts';
import type { Finding } from './finding.ts';

const SIGNS: Readonly<Record<Finding['status'], string>> = {
  ok: 'ok     ',
  warning: 'look at',
  wrong: 'WRONG  ',
  'not set': '–      ',
};

/** A line each, and another with the way out. */
export function renderFindings(findings: readonly Finding[]): string {
  return findings
    .flatMap(({ of, status, says, mend }) => [
      `${SIGNS[status]}  ${of}: ${says}`,
      ...(mend === undefined ? [] : [`           ${mend}`]),
    ])
    .map(escapeLine)
    .join('\n');
}
