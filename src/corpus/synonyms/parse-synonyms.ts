import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { findAlteredValues } from '../altered-values.ts';
import type { Problem } from '../problem.ts';
import { isNestedTooDeep } from '../yaml-depth.ts';
import type { SynonymRule } from './synonym-rule.ts';

/** The valid rules of a file of synonyms, and every problem in it. */
export interface ParsedSynonyms {
  readonly rules: readonly SynonymRule[];
  readonly problems: readonly Problem[];
}

/** A name of more words is a sentence, and is searched as one. */
const MOST_WORDS = 8;

const MEND_FILE = 'Write "same:" or "one way:" and below it lines such as "- [UN, United Nations]"';
const MEND_SAME = 'Write two names or more: - [UN, United Nations]';
const MEND_ONE_WAY = 'Write what is asked, and what else it finds: - Kyiv: [Ukraine, Ukrainian]';
const MEND_NAME =
  'Write a name or a word of letters or digits, with quotation marks when YAML reads it otherwise';

type Report = (node: unknown, what: string, mend: string) => void;

/** Parses a file of synonyms. `file` is the name that problems carry. */
export function parseSynonyms(text: string, file: string): ParsedSynonyms {
  if (isNestedTooDeep(text)) {
    return {
      rules: [],
      problems: [{ file, line: 1, what: 'its lists are nested too deeply', mend: MEND_FILE }],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const problems: Problem[] = [];
  const lineOf = (node: unknown) => lines.linePos((node as Node | null)?.range?.[0] ?? 0).line;
  const report: Report = (node, what, mend) => problems.push({ file, line: lineOf(node), what, mend });
  const [error] = document.errors;
  if (error) {
    const what = `the file cannot be read: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}`;
    return { rules: [], problems: [{ file, line: lines.linePos(error.pos[0]).line, what, mend: MEND_FILE }] };
  }
  for (const altered of findAlteredValues(document, text)) problems.push({ file, ...altered });
  const { contents } = document;
  // A file of comments only is one that nobody has filled in yet.
  if (contents === null) return { rules: [], problems };
  if (!isMap(contents)) {
    report(contents, 'the file is not two lists of names', MEND_FILE);
    return { rules: [], problems };
  }
  const rules = parseLists(contents, report);
  reportTwice(rules, report);
  return { rules: rules.map(({ rule }) => rule), problems };
}

/** A rule with the place it stands at. */
interface PlacedRule {
  readonly rule: SynonymRule;
  readonly node: unknown;
}

function parseLists(contents: YAMLMap, report: Report): readonly PlacedRule[] {
  return contents.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? key.value : undefined;
    if (name !== 'same' && name !== 'one way') {
      report(key, `"${String(key)}" is not a list of synonyms`, MEND_FILE);
      return [];
    }
    if (isScalar(value) && value.value === null) return [];
    if (!isSeq(value)) {
      report(key, `"${name}" holds no list`, name === 'same' ? MEND_SAME : MEND_ONE_WAY);
      return [];
    }
    const parse = name === 'same' ? parseSame : parseOneWay;
    return value.items.flatMap((node) => {
      const rule = parse(node, report);
      return rule ? [{ rule, node }] : [];
    });
  });
}

function parseSame(node: unknown, report: Report): SynonymRule | undefined {
  const names = isSeq(node) ? parseNames(node.items, report) : undefined;
  if (names && names.length >= 2) return { asked: names, finds: names, isSame: true };
  if (!isSeq(node) || node.items.length < 2)
    report(node, 'a line of "same" does not hold two names', MEND_SAME);
  return undefined;
}

function parseOneWay(node: unknown, report: Report): SynonymRule | undefined {
  const [pair, second] = isMap(node) ? node.items : [];
  if (!pair || second) {
    report(node, 'a line of "one way" does not say what is asked and what it finds', MEND_ONE_WAY);
    return undefined;
  }
  const asked = parseNames([pair.key], report);
  const finds = parseNames(isSeq(pair.value) ? pair.value.items : [pair.value], report);
  return asked && finds && { asked, finds, isSame: false };
}

/** The names; undefined when one of them is none, which was then reported. */
function parseNames(nodes: readonly unknown[], report: Report): readonly string[] | undefined {
  let isValid = nodes.length > 0;
  const names = nodes.flatMap((node) => {
    const name = isScalar(node) && typeof node.value === 'string' ? node.value.trim() : '';
    const words = name.split(/\s+/).length;
    if (/[\p{L}\p{N}]/u.test(name) && words <= MOST_WORDS) return [name];
    isValid = false;
    const what =
      words > MOST_WORDS ? `"${name}" has more than ${MOST_WORDS} words` : 'a name here cannot be read';
    report(node, what, words > MOST_WORDS ? 'Write the name alone' : MEND_NAME);
    return [];
  });
  return isValid ? names : undefined;
}

/** A name in two groups would join them by half: a question for it finds both, one for another name only one. */
function reportTwice(rules: readonly PlacedRule[], report: Report): void {
  const groups = new Map<string, PlacedRule>();
  for (const placed of rules.filter(({ rule }) => rule.isSame)) {
    for (const name of placed.rule.asked) {
      const key = name.toLowerCase();
      if (groups.has(key))
        report(placed.node, `"${name}" stands twice`, 'Join the two groups, or take one out');
      else groups.set(key, placed);
    }
  }
}
