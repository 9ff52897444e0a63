import { LONGEST_LINE_BYTES, readLines } from '../archive/index.ts';
import {
  describeUnknown,
  type ForeignFile,
  type Format,
  guessFormat,
  guessJson,
  IMPORTERS,
  type ImportDocument,
  type Imported,
  importNinjsLine,
  isJsonFormat,
  noArticle,
  problemAt,
  warningAt,
} from '../importers/index.ts';
import { isLines } from './find-items.ts';
import { type ImportItem, ImportItemError, type ImportLimits } from './import-item.ts';
import { mediaKind } from './media-file.ts';
import { openDocument } from './open-document.ts';

/** How items are read. */
export interface ReadOptions {
  /** @default guessed from name and content */
  readonly format?: Format;
  readonly columns: ReadonlyMap<string, string>;
  readonly limits: ImportLimits;
}

/**
 * Every article of an item, and what could not be read. Pictures, sound and video are not even opened.
 * Never rejects.
 */
export async function* readArticles(item: ImportItem, options: ReadOptions): AsyncGenerator<Imported> {
  const media = mediaKind(item.name);
  if (media) {
    yield noArticle(media);
    return;
  }
  try {
    const areLines = isLines(item.name) && (options.format === undefined || isJsonFormat(options.format));
    if (areLines) yield* readJsonLines(item, options);
    else yield* readDocument(item, options);
  } catch (error) {
    const what = describeFailure(error);
    const mend = error instanceof ImportItemError ? error.mend : 'Check the file and import it again';
    yield { kind: 'problem', line: 1, what, mend };
  }
}

/** Parsers descend into what is nested, and run out of room when somebody nested without end. */
function describeFailure(error: unknown): string {
  if (error instanceof RangeError) return 'the document is nested too deep';
  return error instanceof Error ? error.message : String(error);
}

/** The first line tells the format of all. */
async function* readJsonLines(item: ImportItem, options: ReadOptions): AsyncGenerator<Imported> {
  const { name, address, modified } = item;
  const document = { name, address, modified, columns: options.columns, text: '' };
  const mend = 'Export it again, or take the line out';
  let read: LineReader | undefined;
  for await (const { number, bytes } of readLines(item.open())) {
    const text = bytes && decodeLine(bytes);
    if (bytes === undefined) {
      const what = `the line is longer than ${LONGEST_LINE_BYTES / 1024 / 1024} MB`;
      yield problemAt(number, what, mend);
    } else if (text === undefined) yield problemAt(number, 'the line is not UTF-8 text', mend);
    else if (text.trim() !== '') {
      const fault = read ? undefined : notLines(name, text);
      if (fault) {
        yield fault;
        return;
      }
      read ??= lineReader(options.format ?? guessJson(text) ?? 'ninjs');
      yield* read(text, number, document);
    }
  }
}

type LineReader = (text: string, number: number, document: ImportDocument) => Iterable<Imported>;

function lineReader(format: Format): LineReader {
  if (format === 'ninjs') return (text, number, document) => [importNinjsLine(text, number, document)];
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

async function* readDocument(item: ImportItem, options: ReadOptions): AsyncGenerator<Imported> {
  const { name, address, modified } = item;
  const opened = await openDocument(item, options.limits);
  if (opened.kind === 'foreign') yield refuseForeign(opened.foreign);
  else if (opened.kind === 'fault')
    yield problemAt(1, opened.what, 'Leave the file out, or export it in a format that can be imported');
  else {
    const { text, parts, guessed } = opened;
    const format = parts ? 'docx' : (options.format ?? guessFormat(name, text));
    if (guessed) yield warnOfEncoding(guessed);
    if (format === undefined) yield refuseForeign(describeUnknown(name, text));
    else {
      const document = { name, address, modified, text, columns: options.columns };
      yield* IMPORTERS[format](parts ? { ...document, parts } : document);
    }
  }
}

function refuseForeign({ seems, mend, media }: ForeignFile): Imported {
  if (media) return noArticle(media);
  return problemAt(1, `the file seems to be ${seems}, which is not read`, mend);
}

function warnOfEncoding(guessed: string): Imported {
  const what = `the file does not tell its encoding; its letters are read as ${guessed}`;
  return warningAt(1, what, 'Check an accent or a quotation mark; if it is wrong, save the file as UTF-8');
}
