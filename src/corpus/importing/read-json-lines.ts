import { LONGEST_LINE_BYTES, readLines } from '../archive/index.ts';
import {
  describeUnknown,
  type Format,
  guessJson,
  IMPORTERS,
  type ImportDocument,
  type Imported,
  importNinjsLine,
  problemAt,
  refuseForeign,
} from '../importers/index.ts';
import type { ImportItem } from './import-item.ts';

/**
 * The articles of JSON Lines, however many there are: they are never held together. Without a `format` the first line
 * tells that of all.
 */
export async function* readJsonLines(
  item: ImportItem,
  document: Omit<ImportDocument, 'text'>,
  format?: Format,
): AsyncGenerator<Imported> {
  const mend = 'Export it again, or take the line out';
  let read: LineReader | undefined;
  for await (const { number, bytes } of readLines(item.open())) {
    const text = bytes && decodeLine(bytes);
    if (bytes === undefined) {
      const what = `the line is longer than ${LONGEST_LINE_BYTES / 1024 / 1024} MB`;
      yield problemAt(number, what, mend);
    } else if (text === undefined) yield problemAt(number, 'the line is not UTF-8 text', mend);
    else if (text.trim() !== '') {
      const fault = read ? undefined : notLines(item.name, text);
      if (fault) {
        yield fault;
        return;
      }
      read ??= lineReader(format ?? guessJson(text) ?? 'ninjs');
      yield* read(text, number, document);
    }
  }
}

type LineReader = (
  text: string,
  number: number,
  document: Omit<ImportDocument, 'text'>,
) => Iterable<Imported>;

function lineReader(format: Format): LineReader {
  if (format === 'ninjs')
    return (text, number, document) => [importNinjsLine(text, number, { ...document, text })];
  const atLine = (number: number) => (imported: Imported) =>
    'line' in imported ? { ...imported, line: number } : imported;
  return (text, number, document) => [...IMPORTERS[format]({ ...document, text })].map(atLine(number));
}

/** What a file that is named as JSON Lines is by its first line, where that is no article. */
function notLines(name: string, first: string): Imported | undefined {
  if (/^[\s[{]+$/.test(first)) {
    const what = 'the file is one JSON document over many lines, and no JSON Lines';
    return problemAt(1, what, 'Give it a name that ends in .json');
  }
  return guessJson(first) === undefined ? refuseForeign(describeUnknown(name, first)) : undefined;
}

function decodeLine(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
