import { type CsvError, parse } from 'csv-parse/sync';
import { buildItem } from './build-item.ts';
import { type ImportDocument, type Imported, problemAt } from './importer.ts';
import { nameByContent } from './name-by-content.ts';
import { isIdName, isTextName, readNamedFields } from './named-fields.ts';
import { stateFieldKind } from './publication/state-fields.ts';

/** A CSV or TSV row with where it ends. */
interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const MEND = 'Mend the line and import the file again';

/** CSV and TSV with a header line: one article a row, the columns found by what they are called. */
export function* importTable(document: ImportDocument): Generator<Imported> {
  const problems: Imported[] = [];
  const rows = readRows(document.text, problems);
  const [header, ...records] = rows;
  yield* problems;
  if (!header || (problems.length > 0 && records.length === 0)) {
    if (problems.length === 0) yield problemAt(1, 'the table is empty', 'Export it with a header line');
    return;
  }
  const names = header.record;
  const wanted = document.columns.get('text');
  const isOfTexts = names.some((name) => (wanted === undefined ? isTextName(name) : name.trim() === wanted));
  if (!isOfTexts && !isTakingBack(names)) {
    const mend = `Name it with --map text=COLUMN; the columns are ${names.join(', ')}`;
    yield problemAt(1, 'no column of the table holds the text of the articles', mend);
    return;
  }
  let line = header.info.lines + 1;
  for (const { record, info } of records) {
    yield importRow(line, names, record, document);
    line = info.lines + 1;
  }
}

/** A list of what was killed has ids and states, and no texts. */
function isTakingBack(names: readonly string[]): boolean {
  return (
    names.some(isIdName) &&
    names.some((name) => ['state', 'held', 'canceled'].includes(stateFieldKind(name) ?? ''))
  );
}

function importRow(
  line: number,
  names: readonly string[],
  record: readonly string[],
  document: ImportDocument,
) {
  if (record.length !== names.length) {
    return problemAt(line, `the row has ${record.length} columns, the header has ${names.length}`, MEND);
  }
  const cells = names.map((name, index) => [name, record[index] ?? ''] as const);
  const fields = readNamedFields(cells, document.columns);
  return buildItem({ ...fields, line, uri: fields.uri ?? fields.url ?? nameByContent(record) }, document);
}

function readRows(text: string, problems: Imported[]): readonly Row[] {
  try {
    const rows: unknown = parse(text.replace(SEPARATOR_LINE, ''), {
      bom: true,
      delimiter: findDelimiter(text),
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return Array.isArray(rows) ? rows.filter(isRow) : [];
  } catch (error) {
    const fault = error instanceof Error ? error : new Error(String(error));
    const line = isCsvError(fault) ? Number(fault.lines ?? 1) : 1;
    problems.push(problemAt(line, `the table cannot be read (${fault.message})`, MEND));
    return [];
  }
}

/** A first line in which Excel names the separator: "sep=;". Its place is kept, so that lines keep their numbers. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=([^\r\n"]?)"?[^\S\r\n]*(?=\r?\n|$)/i;

/** The separator that is named, or that the header line has most of: `.csv` often means semicolons. */
function findDelimiter(text: string): string {
  const named = SEPARATOR_LINE.exec(text)?.[1];
  if (named) return named;
  const [header = ''] = text.replace(SEPARATOR_LINE, '').trimStart().split(/\r?\n/, 1);
  const counts = [',', '\t', ';', '|'].map((separator) => ({
    separator,
    count: header.split(separator).length,
  }));
  return counts.sort((a, b) => b.count - a.count)[0]?.separator ?? ',';
}

function isCsvError(error: Error): error is CsvError {
  return 'lines' in error;
}

function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null && 'record' in row && 'info' in row;
}
