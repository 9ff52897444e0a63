import { formatProblem, type Problem } from '../corpus/index.ts';
import { escapeLine } from './escape-controls.ts';

/**
 * A problem on a line of its own, with its line end; what its file is called and what it quotes cannot begin another.
 */
export function problemLine(problem: Problem): string {
  return `${escapeLine(formatProblem(problem))}\n`;
}
