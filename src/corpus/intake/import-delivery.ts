import { LONGEST_LINE_BYTES, readLines } from '../archive/index.ts';
import {
  decodeText,
  type Format,
  guessFormat,
  IMPORTERS,
  type Imported,
  importNinjsLine,
  noArticle,
} from '../importers/index.ts';
import { collectBytes } from './collect-bytes.ts';
import { isLines } from './deliver.ts';
import { type Delivery, DeliveryError, type IntakeLimits } from './delivery.ts';
import { mediaKind } from './media-file.ts';

/** How deliveries are to be read. */
export interface ReadingOptions {
  /** @default guessed from name and content */
  readonly format?: Format;
  readonly columns: ReadonlyMap<string, string>;
  readonly limits: IntakeLimits;
}

/** Every article of a delivery, and what could not be read. Pictures, sound and films are not even opened. Never rejects. */
export async function* importDelivery(delivery: Delivery, options: ReadingOptions): AsyncGenerator<Imported> {
  const media = mediaKind(delivery.name);
  if (media) {
    yield noArticle(media);
    return;
  }
  try {
    const areLines = isLines(delivery.name) && (options.format ?? 'ninjs') === 'ninjs';
    if (areLines) yield* importLines(delivery, options);
    else yield* await importWhole(delivery, options);
  } catch (error) {
    const what = describeFailure(error);
    const mend = error instanceof DeliveryError ? error.mend : 'Check the file and import it again';
    yield { kind: 'problem', line: 1, what, mend };
  }
}

/** Parsers descend into what is nested, and run out of room when somebody nested without end. */
function describeFailure(error: unknown): string {
  if (error instanceof RangeError) return 'the document is nested too deep';
  return error instanceof Error ? error.message : String(error);
}

async function* importLines(delivery: Delivery, { columns }: ReadingOptions): AsyncGenerator<Imported> {
  const { name, address, modified } = delivery;
  const document = { name, address, modified, columns, text: '' };
  const mend = 'Export it again, or take the line out';
  for await (const { number, bytes } of readLines(delivery.open())) {
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

async function importWhole(delivery: Delivery, options: ReadingOptions): Promise<Iterable<Imported>> {
  const { name, address, modified, charset } = delivery;
  const decoded = decodeText(await collectBytes(delivery.open(), options.limits.largestDocument), charset);
  const mend = 'Leave the file out, or export it in a format that can be imported';
  if ('fault' in decoded) return [{ kind: 'problem', line: 1, what: decoded.fault, mend }];
  const format = options.format ?? guessFormat(name, decoded.text);
  if (!format)
    return [{ kind: 'problem', line: 1, what: 'the format is not known', mend: 'Name it with --format' }];
  return IMPORTERS[format]({ name, address, modified, text: decoded.text, columns: options.columns });
}
