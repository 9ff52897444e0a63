import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import { type AlteredValue, findAlteredValues } from '../altered-values.ts';
import { isNestedTooDeep } from '../yaml-depth.ts';

/** A value of the front matter with the line it stands in. */
export interface FrontMatterEntry {
  readonly value: unknown;
  readonly line: number;
}

/** The YAML head of a sheet, or why there is none. `end` is the offset at which the sections begin. */
export type FrontMatter = { readonly end: number } & (Read | { readonly kind: 'missing' });

type Read =
  | {
      readonly kind: 'read';
      readonly entries: ReadonlyMap<string, FrontMatterEntry>;
      readonly altered: readonly AlteredValue[];
    }
  | { readonly kind: 'broken'; readonly line: number; readonly why: string };

/** Ten lines hold all that a head may say. YAML takes the square of the time for some texts: here, milliseconds. */
const LONGEST_HEAD = 16 * 1024;

const NESTED = 'its lists are nested too deeply';

const FENCE = /^---[ \t]*(?:\r?\n|$)/gm;

/** Reads the head between two lines of `---` at the very start of a sheet. Never throws, whatever stands in it. */
export function parseFrontMatter(text: string): FrontMatter {
  const [opening, closing] = firstFences(text);
  if (opening?.index !== 0 || !closing) return { kind: 'missing', end: startOfSections(text) };
  const end = closing.index + closing[0].length;
  const yaml = text.slice(opening[0].length, closing.index);
  const longest = `it is longer than ${LONGEST_HEAD / 1024} kB`;
  if (yaml.length > LONGEST_HEAD) return { kind: 'broken', line: 1, why: longest, end };
  if (isNestedTooDeep(yaml)) return { kind: 'broken', line: 2, why: NESTED, end };
  try {
    return { ...readYaml(yaml), end };
  } catch {
    // A value may be one that the parser has no words for.
    return { kind: 'broken', line: 2, why: 'it is not YAML', end };
  }
}

function firstFences(text: string): readonly (RegExpExecArray | undefined)[] {
  const fences = text.matchAll(FENCE);
  return [fences.next().value, fences.next().value];
}

/** Above the first section of a sheet without a head may stand what was meant for one. */
function startOfSections(text: string): number {
  const start = text.search(/^##[ \t]/m);
  return start < 0 ? text.length : start;
}

function readYaml(yaml: string): Read {
  const lines = new LineCounter();
  // Every value is text as written: 007 is no 7, and "no" is a word.
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'failsafe' });
  // The head's own first line is the fence.
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  const [error] = document.errors;
  if (error) return { kind: 'broken', line: lineAt(error.pos[0]), why: firstLine(error.message) };
  const special = findSpecial(document);
  if (special) return { kind: 'broken', line: lineAt(special.offset), why: special.why };
  const { contents } = document;
  if (!isMap<ParsedNode, ParsedNode | null>(contents)) {
    return { kind: 'broken', line: 2, why: 'it is not a list of "name: value" lines' };
  }
  const entries = new Map<string, FrontMatterEntry>();
  for (const { key, value } of contents.items) {
    const line = lineAt(key.range[0]);
    if (!isScalar(key)) return { kind: 'broken', line, why: 'a name in it is not a word' };
    entries.set(String(key.value ?? ''), { value: value?.toJS(document), line });
  }
  const altered = findAlteredValues(document, yaml).map((value) => ({ ...value, line: value.line + 1 }));
  return { kind: 'read', entries, altered };
}

/** Anchors and the like are of no use in ten lines, and a few of them can blow up to gigabytes. */
function findSpecial(document: Document): { readonly offset: number; readonly why: string } | undefined {
  let found: { readonly offset: number; readonly why: string } | undefined;
  visit(document, (_, node) => {
    const why = isNode(node) ? specialIn(node) : undefined;
    if (why === undefined) return undefined;
    found = { offset: isNode(node) ? (node.range?.[0] ?? 0) : 0, why };
    return visit.BREAK;
  });
  return found;
}

function specialIn(node: { readonly tag?: string; readonly anchor?: string }): string | undefined {
  if (isAlias(node)) return `"*${node.source}" at the beginning of a value is a YAML alias`;
  if (node.anchor !== undefined) return `it uses YAML anchors (&${node.anchor})`;
  return node.tag === undefined ? undefined : `it uses YAML tags (${node.tag})`;
}

/** YAML's own messages end in a drawing of the place; the first line says it all. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}
