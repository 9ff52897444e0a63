import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { isNestedTooDeep } from '../yaml-depth.ts';
import { RefusedError } from './importer.ts';
import type { Field } from './publication/read-item-state.ts';

/** What stands above the text of a Markdown file, and how long that is. */
export interface MarkdownHead {
  readonly fields: readonly Field[];
  readonly length: number;
}

interface HeadForm {
  /** Of the beginning of the file; the group is what stands between the rules. */
  readonly pattern: RegExp;
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

const FORMS: readonly HeadForm[] = [
  {
    pattern: /^\s*---(?:yaml)?[ \t]*\r?\n([\s\S]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/,
    name: 'YAML with "name: value" lines',
    parse: readYaml,
  },
  {
    pattern: /^\s*(?:\+\+\+|---toml)[ \t]*\r?\n([\s\S]*?)(?<=\n)(?:\+\+\+|---)[ \t]*(?:\r?\n|$)/,
    name: 'TOML with "name = value" lines',
    parse: parseToml,
  },
  { pattern: /^\s*(\{[ \t]*\r?\n[\s\S]*?\n\})[ \t]*(?:\r?\n|$)/, name: 'JSON', parse: JSON.parse },
  // Pelican and MultiMarkdown need no rules: two lines or more, and an empty one.
  {
    pattern: /^\s*((?:[A-Za-z][\w -]{0,30}:[ \t]+\S.*\r?\n){2,40})\r?\n/,
    name: '"name: value" lines',
    parse: readLines,
  },
];

/** The first rule of a head, and a field below it. */
const OPEN = /^\s*(?:---|\+\+\+)[ \t]*\r?\n\s*["']?[\w-]+["']?[ \t]*[:=]/;

/** All that is known of an article. YAML takes the square of the time for some texts: here, a tenth of a second. */
const LONGEST = 16 * 1024;
const SPLIT = 'Put the text below the head';
const MEND = 'Mend it: what it says of drafts and embargoes cannot be read';

/**
 * The head of a Markdown file, as Jekyll, Hugo and their kin write it; empty for a file without one. Throws a
 * RefusedError for a head that is too long, has no end or cannot be read: it may say that the text is a draft.
 */
export function readMarkdownHead(text: string): MarkdownHead {
  for (const { pattern, name, parse } of FORMS) {
    const [whole, inner = ''] = pattern.exec(text) ?? [];
    if (whole === undefined) continue;
    if (inner.length > LONGEST) throw new RefusedError('the head of the file is larger than 16 kB', SPLIT);
    const fields = parseFields(inner, parse);
    if (!fields) throw new RefusedError(`the head of the file is not ${name}`, MEND);
    return { fields, length: whole.length };
  }
  if (OPEN.test(text)) throw new RefusedError('the head of the file has no rule at its end', MEND);
  return { fields: [], length: 0 };
}

function parseFields(text: string, parse: (text: string) => unknown): readonly Field[] | undefined {
  try {
    const head: unknown = parse(text) ?? {};
    return typeof head !== 'object' || head === null || Array.isArray(head)
      ? undefined
      : Object.entries(head);
  } catch {
    return undefined;
  }
}

function readYaml(text: string): unknown {
  if (isNestedTooDeep(text)) throw new RefusedError('the head is nested too deep');
  try {
    return parseYaml(text, { logLevel: 'error' });
  } catch {
    return parseYaml(indentQuoted(text), { logLevel: 'error' });
  }
}

/** `name: "words` with no end on the line. */
const OPEN_QUOTE = /^[\w -]{1,80}: *"(?:[^"\\]|\\.)*$/;
/** What may be a field whose value above lost its last quotation mark: such a head cannot be trusted. */
const FIELD = /^[^:]{1,80}:(?:\s|$)/;

/** The lines of a quoted value with an indent, which YAML asks for and Jekyll does not. */
function indentQuoted(text: string): string {
  let isOpen = false;
  return text
    .split('\n')
    .map((line) => {
      const goesOn = isOpen && !FIELD.test(line);
      isOpen = goesOn ? !/"\s*$/.test(line) : OPEN_QUOTE.test(line);
      return goesOn ? `  ${line}` : line;
    })
    .join('\n');
}

function readLines(text: string): unknown {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
}
