import { LineCounter, parseDocument } from 'yaml';

/** A value of the front matter with the line it stands in. */
export interface FrontMatterEntry {
  readonly value: unknown;
  readonly line: number;
}

/** The YAML head of a sheet, or why there is none. `end` is the offset at which the sections begin. */
export type FrontMatter = { readonly end: number } & (
  | { readonly kind: 'read'; readonly entries: ReadonlyMap<string, FrontMatterEntry> }
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly line: number; readonly why: string }
);

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Reads the head between two lines of `---` at the very start of a sheet. */
export function readFrontMatter(text: string): FrontMatter {
  const match = FENCED.exec(text);
  if (match?.index !== 0) return { kind: 'missing', end: startOfSections(text) };
  const end = match[0].length;
  const lines = new LineCounter();
  const yaml = match[1] ?? '';
  const document = parseDocument(yaml, { lineCounter: lines });
  // The head's own first line is the fence.
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  const [error] = document.errors;
  const broken = (line: number, why: string): FrontMatter => ({ kind: 'broken', line, why, end });
  if (error) return broken(lineAt(error.pos[0]), firstLine(error.message));
  // Anchors are of no use in ten lines, and a few of them can blow up to gigabytes.
  if (/^[^#'"\r\n\u2028\u2029]*:\s*[&*]\w/m.test(yaml)) return broken(2, 'it uses YAML anchors');
  const data: unknown = document.toJS();
  if (!isRecord(data)) return broken(2, 'it is not a list of "name: value" lines');
  const entries = new Map<string, FrontMatterEntry>();
  for (const [name, value] of Object.entries(data)) entries.set(name, { value, line: lineOf(yaml, name) });
  return { kind: 'read', entries, end };
}

/** Above the first section of a sheet without a head may stand what was meant for one. */
function startOfSections(text: string): number {
  const start = text.search(/^##[ \t]/m);
  return start < 0 ? text.length : start;
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
