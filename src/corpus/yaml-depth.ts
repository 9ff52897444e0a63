import { Parser } from 'yaml';

/** The parser's tree has some three levels for each of the text: this allows thirty lists inside each other. */
const DEEPEST = 100;

/**
 * Whether lists and maps of a YAML text are nested deeper than anybody means. Call it before parsing: the YAML composer
 * is recursive, and an exhausted stack may end the whole process. Linear in the length of the text, and not recursive.
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
