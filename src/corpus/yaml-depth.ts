import { Parser } from 'yaml';

/**
 * The parser's tree has some three levels for each of the text: thirty lists inside each other are more than any head
 * has.
 */
const DEEPEST = 100;

/**
 * Whether lists and maps of a YAML text stand inside each other deeper than anybody means. To be asked before the text
 * is read: the reader calls itself for each level, and where that fills the stack, V8 may end the whole process. Takes
 * as long as the text is, and little of the stack.
 */
export function isNestedTooDeep(yaml: string): boolean {
  let level: readonly unknown[] = [...new Parser().parse(yaml)];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((token) => (isObject(token) ? Object.values(token).filter(isObject) : []));
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
