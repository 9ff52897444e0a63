import { amount } from '../amount.ts';
import { type Problem, WARNING_KINDS, type Warning, type WarningKind } from '../corpus/index.ts';
import { jsonLine } from './json-line.ts';
import { problemLine } from './problem-line.ts';

/** Ways to tell what a check found. */
export const CHECK_FORMATS = ['text', 'json', 'github'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** What a check found. */
export interface CheckFindings {
  readonly facts: number;
  readonly sheets: number;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/** What goes where: reports for programs are results, remarks for people are not. */
export interface Rendered {
  readonly stdout: string;
  readonly stderr: string;
}

interface Group {
  readonly title: string;
  /**
   * How many are listed for people. News are listed in full; what is the same every day is only recalled, so that it
   * does not bury them.
   */
  readonly listed: number;
}

const GROUPS: Readonly<Record<WarningKind, Group>> = {
  overdue: { title: 'Reviews overdue', listed: Number.POSITIVE_INFINITY },
  contradiction: { title: 'Facts that contradict each other', listed: Number.POSITIVE_INFINITY },
  marks: { title: 'Quotes with marks that readers see', listed: Number.POSITIVE_INFINITY },
  'asked-as': { title: 'Questions that do not find their fact first', listed: Number.POSITIVE_INFINITY },
  settings: { title: 'Settings that name what is not there', listed: Number.POSITIVE_INFINITY },
  calibration: { title: 'A calibration to be made again', listed: Number.POSITIVE_INFINITY },
  'no-link': { title: 'Sources without a link', listed: 3 },
  unchecked: { title: 'Sheets with facts nobody checked', listed: 3 },
};

/** Tells what a check found. Problems come first, then warnings, the most pressing first. */
export function renderCheck(findings: CheckFindings, format: CheckFormat): Rendered {
  switch (format) {
    case 'text':
      return renderText(findings);
    case 'json':
      return { stdout: jsonLine(toReport(findings)), stderr: '' };
    case 'github':
      return { stdout: renderAnnotations(findings), stderr: '' };
    default:
      return format satisfies never;
  }
}

function renderText({ warnings, ...findings }: CheckFindings): Rendered {
  const groups = WARNING_KINDS.map((kind) => renderGroup(GROUPS[kind], ofKind(warnings, kind)));
  const problems = findings.problems.map(problemLine).join('');
  const remarks = [...groups, problems].filter((text) => text !== '').join('\n');
  const summary = `${summarise({ warnings, ...findings })}\n`;
  // Problems stand last, where the eye is when the command has ended.
  if (problems !== '') return { stdout: '', stderr: remarks + summary };
  return { stdout: summary, stderr: remarks };
}

function renderGroup({ title, listed }: Group, warnings: readonly Warning[]): string {
  if (warnings.length === 0) return '';
  const lines = warnings.slice(0, listed).map(problemLine);
  const more = warnings.length - lines.length;
  const rest = more > 0 ? [`… and ${more} more: --format json lists them all.\n`] : [];
  return [`${title}: ${warnings.length}\n`, ...lines, ...rest].join('');
}

function summarise({ facts, sheets, problems, warnings }: CheckFindings): string {
  if (problems.length > 0) return `${amount(problems.length, 'problem')} in the corpus.`;
  const found = warnings.length > 0 ? `, ${amount(warnings.length, 'warning')}` : '';
  return `${amount(facts, 'fact')} in ${amount(sheets, 'sheet')}, no problems${found}.`;
}

/** The interface that other programs rely on. */
function toReport({ facts, sheets, problems, warnings }: CheckFindings) {
  const plain = ({ file, line, what, mend }: Problem) => ({ file, line: line ?? null, what, mend });
  return {
    facts,
    sheets,
    problems: problems.map(plain),
    warnings: inOrder(warnings).map((warning) => ({ kind: warning.kind, ...plain(warning) })),
  };
}

/**
 * Workflow commands of GitHub Actions, which mark the lines in a pull request. GitHub marks ten errors and ten warnings
 * of a step and no more; all of them stand in its log.
 */
function renderAnnotations(findings: CheckFindings): string {
  const errors = findings.problems.map((problem) => annotate('error', 'Problem', problem));
  const warnings = inOrder(findings.warnings).map((warning) =>
    annotate('warning', GROUPS[warning.kind].title, warning),
  );
  return `${[...errors, ...warnings, summarise(findings)].join('\n')}\n`;
}

function annotate(level: 'error' | 'warning', title: string, { file, line, what, mend }: Problem): string {
  const place = line === undefined ? '' : `,line=${line}`;
  const properties = `file=${escapeProperty(file)}${place},title=${escapeProperty(title)}`;
  return `::${level} ${properties}::${escapeData(`${what}. ${mend}.`)}`;
}

/** As the runner undoes it: a line end would end the command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function inOrder(warnings: readonly Warning[]): readonly Warning[] {
  return WARNING_KINDS.flatMap((kind) => ofKind(warnings, kind));
}

function ofKind(warnings: readonly Warning[], kind: WarningKind): readonly Warning[] {
  return warnings.filter((warning) => warning.kind === kind);
}
