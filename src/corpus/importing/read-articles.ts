import {
  describeUnknown,
  type Format,
  guessFormat,
  IMPORTERS,
  type ImportDefaults,
  type ImportDocument,
  type Imported,
  isJsonFormat,
  noArticle,
  problemAt,
  refuseForeign,
  warningAt,
} from '../importers/index.ts';
import { isLines } from './find-items.ts';
import { type ImportItem, ImportItemError, type ImportLimits } from './import-item.ts';
import { mediaKind } from './media-file.ts';
import { openDocument } from './open-document.ts';
import { projectFileName } from './project-file.ts';
import { readJsonLines } from './read-json-lines.ts';

/** How items are read. */
export interface ReadOptions {
  /** @default guessed from name and content */
  readonly format?: Format;
  readonly columns: ReadonlyMap<string, string>;
  /** What the documents may lack. */
  readonly defaults: ImportDefaults;
  readonly limits: ImportLimits;
}

/**
 * Every article of an item, and what could not be read. Pictures, sound and video are not even opened.
 * Never rejects.
 */
export async function* readArticles(item: ImportItem, options: ReadOptions): AsyncGenerator<Imported> {
  const other = mediaKind(item.name) ?? (item.isNamed ? undefined : projectFileName(item.name));
  if (other !== undefined) {
    yield noArticle(other);
    return;
  }
  try {
    const areLines = isLines(item.name) && (options.format === undefined || isJsonFormat(options.format));
    const { name, address, modified } = item;
    const document = { ...options.defaults, name, address, modified, columns: options.columns };
    if (areLines) yield* readJsonLines(item, document, options.format);
    else yield* readDocument(item, document, options);
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

async function* readDocument(
  item: ImportItem,
  document: Omit<ImportDocument, 'text'>,
  options: ReadOptions,
): AsyncGenerator<Imported> {
  const opened = await openDocument(item, options.limits);
  if (opened.kind === 'foreign') yield refuseForeign(opened.foreign);
  else if (opened.kind === 'fault')
    yield problemAt(1, opened.what, 'Leave the file out, or export it in a format that can be imported');
  else {
    const { text, parts, guessed } = opened;
    const format = parts ? 'docx' : (options.format ?? guessFormat(item.name, text));
    if (guessed) yield warnOfEncoding(guessed);
    if (format === undefined) yield refuseForeign(describeUnknown(item.name, text));
    else yield* IMPORTERS[format]({ ...document, text, ...(parts ? { parts } : {}) });
  }
}

function warnOfEncoding(guessed: string): Imported {
  const what = `the file does not tell its encoding; its letters are read as ${guessed}`;
  return warningAt(1, what, 'Check an accent or a quotation mark; if it is wrong, save the file as UTF-8');
}
