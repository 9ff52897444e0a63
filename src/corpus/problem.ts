/** Something wrong in a corpus file, said so that a person at the desk can mend it. */
export interface Problem {
  readonly file: string;
  /** From 1. A problem of the whole file stands at line 1; what is no file, such as a folder, has no lines. */
  readonly line?: number;
  readonly what: string;
  readonly mend: string;
}

/** `file:line`, as editors and terminals open it. */
export function formatPlace({ file, line }: Pick<Problem, 'file' | 'line'>): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** `file:line: what. How to mend it.` */
export function formatProblem(problem: Problem): string {
  return `${formatPlace(problem)}: ${problem.what}. ${problem.mend}.`;
}

/** Sorts problems by file, then line. */
export function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

/** A corpus that cannot be used as it is. Carries every problem of every file. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}
