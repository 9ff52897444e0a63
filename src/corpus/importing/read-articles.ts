import { LONGEST_LINE_BYTES, readLines } from '../archive/index.ts';
import {
  decodeText,
  type Format,
  guessFormat,
  IMPORTERS,
  type ImportDefaults,
  type Imported,
  importNinjsLine,
  noArticle,
} from '../importers/index.ts';
import { collectBytes } from './collect-bytes.ts';
import { isLines } from './find-items.ts';
import { type ImportItem, ImportItemError, type ImportLimits } from './import-item.ts';
import { mediaKind } from './media-file.ts';
import { projectFileName } from './project-file.ts';

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
    const areLines = isLines(item.name) && (options.format ?? 'ninjs') === 'ninjs';
    if (areLines) yield* readNinjsLines(item, options);
    else yield* await readDocument(item, options);
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

async function* readNinjsLines(
  item: ImportItem,
  { columns, defaults }: ReadOptions,
): AsyncGenerator<Imported> {
  const { name, address, modified } = item;
  const document = { ...defaults, name, address, modified, columns, text: '' };
  const mend = 'Export it again, or take the line out';
  for await (const { number, bytes } of readLines(item.open())) {
    if (bytes === undefined) {
      const what = `the line is longer than ${LONGEST_LINE_BYTES / 1024 / 1024} MB`;
      yield { kind: 'problem', line: number, what, mend };
      continue;
    }
    const decoded = decodeLine(bytes);
    if (decoded === undefined)
      yield { kind: 'problem', line: number, what: 'the line is not UTF-8 text', mend };
    else if (decoded.trim() !== '') yield importNinjsLine(decoded, number, document);
  }
}

function decodeLine(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function readDocument(item: ImportItem, options: ReadOptions): Promise<Iterable<Imported>> {
  const { name, address, modified, charset } = item;
  const decoded = decodeText(await collectBytes(item.open(), options.limits.largestDocument), charset);
  const mend = 'Leave the file out, or export it in a format that can be imported';
  if ('fault' in decoded) return [{ kind: 'problem', line: 1, what: decoded.fault, mend }];
  const format = options.format ?? guessFormat(name, decoded.text);
  if (!format)
    return [{ kind: 'problem', line: 1, what: 'the format is not known', mend: 'Name it with --format' }];
  const { columns, defaults } = options;
  return IMPORTERS[format]({ ...defaults, name, address, modified, text: decoded.text, columns });
}
