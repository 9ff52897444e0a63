import { type ImportDocument, type Imported, type Importer, problemAt } from './importer.ts';
import { findJsonFault } from './json-fault.ts';

/** Reads the articles of one JSON value, whose line (from 1) is that of the document it stands on. */
export type JsonReader = (value: unknown, line: number, document: ImportDocument) => Iterable<Imported>;

/** A value, or the problem that there is none. */
type Parsed = { readonly line: number; readonly value: unknown } | Imported;

/**
 * An importer of a format in JSON: one value, or JSON Lines with one value each. A document that is not JSON is one
 * problem, with line and column of the fault.
 */
export function ofJson(read: JsonReader): Importer {
  return function* importJson(document) {
    for (const parsed of readValues(document.text)) {
      if ('kind' in parsed) yield parsed;
      else yield* read(parsed.value, parsed.line, document);
    }
  };
}

/** The value of one line of JSON Lines, or the problem that it is none. */
export function parseJsonLine(text: string, line: number): Parsed {
  const parsed = parseJson(text);
  if (parsed) return { line, value: parsed.value };
  const fault = findJsonFault(text);
  const where = fault ? ` (column ${fault.column}: ${fault.what})` : '';
  return problemAt(line, `the line is not JSON${where}`, 'Export it again, or take the line out');
}

function* readValues(text: string): Generator<Parsed> {
  const whole = parseJson(text);
  if (whole) {
    yield { line: 1, value: whole.value };
    return;
  }
  const lines = text.split('\n').flatMap((line, index) => (line.trim() ? [[line, index + 1] as const] : []));
  // A document that is written over many lines has hardly a line that is JSON by itself.
  const areLines = lines.length > 1 && lines.slice(0, 2).some(([line]) => isObject(parseJson(line)?.value));
  if (areLines) for (const [line, number] of lines) yield parseJsonLine(line, number);
  else yield faultOf(text);
}

function faultOf(text: string): Imported {
  const fault = findJsonFault(text);
  if (!fault) return problemAt(1, 'the document is nested too deep', 'Leave it out');
  const { line, column, what } = fault;
  return problemAt(
    line,
    `the document is not JSON: at line ${line}, column ${column}, ${what}`,
    'Export it again',
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
