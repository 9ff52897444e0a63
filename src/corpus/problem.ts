/** Something wrong in a corpus file, said so that a person at the desk can mend it. */
export interface Problem {
  readonly file: string;
  /** From 1. A problem of the whole file stands at line 1. */
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

/** `file:line: what. How to mend it.` */
export function formatProblem({ file, line, what, mend }: Problem): string {
  return `${file}:${line}: ${what}. ${mend}.`;
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
