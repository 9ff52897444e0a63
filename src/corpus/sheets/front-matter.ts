import { LineCounter, parseDocument } from 'yaml';

/** A value of the front matter with the line it stands in. */
export interface FrontMatterEntry {
  readonly value: unknown;
  readonly line: number;
}

/** The YAML head of a sheet, or why there is none. */
export type FrontMatter =
  | { readonly kind: 'read'; readonly entries: ReadonlyMap<string, FrontMatterEntry>; readonly end: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly line: number; readonly why: string };

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Reads the head between two lines of `---` at the very start of a sheet. `end` is the offset behind it. */
export function readFrontMatter(text: string): FrontMatter {
  const match = FENCED.exec(text);
  if (match?.index !== 0) return { kind: 'missing' };
  const lines = new LineCounter();
  const yaml = match[1] ?? '';
  const document = parseDocument(yaml, { lineCounter: lines });
  // The head's own first line is the fence.
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  const [error] = document.errors;
  if (error) return { kind: 'broken', line: lineAt(error.pos[0]), why: firstLine(error.message) };
  // Anchors are of no use in ten lines, and a few of them can blow up to gigabytes.
  if (/^[^#'"]*:\s*[&*]\w/m.test(yaml)) return { kind: 'broken', line: 2, why: 'it uses YAML anchors' };
  const data: unknown = document.toJS();
  if (!isRecord(data)) return { kind: 'broken', line: 2, why: 'it is not a list of "name: value" lines' };
  const entries = new Map<string, FrontMatterEntry>();
  for (const [name, value] of Object.entries(data)) entries.set(name, { value, line: lineOf(yaml, name) });
  return { kind: 'read', entries, end: match[0].length };
}

/** YAML's own messages end in a drawing of the place; the first line says it all. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}

function lineOf(yaml: string, name: string): number {
  const index = yaml
    .split(/\r?\n/)
    .findIndex((line) => line.replace(/^["']|["'](?=:)/g, '').startsWith(`${name}:`));
  return Math.max(index, 0) + 2;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
