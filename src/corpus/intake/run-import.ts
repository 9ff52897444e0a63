import { openArchiveWriter, type Placement } from '../archive/index.ts';
import type { Format, Imported } from '../importers/index.ts';
import type { Problem } from '../problem.ts';
import { deliver, measure } from './deliver.ts';
import { INTAKE_LIMITS, type IntakeLimits, type Meter } from './delivery.ts';
import { importDelivery } from './import-delivery.ts';

/** What an import is to do. */
export interface ImportOrder {
  /** Paths of files, folders and packages, addresses, and `-` for `stdin`. */
  readonly sources: readonly string[];
  /** The archive folder that is written to. */
  readonly out: string;
  readonly stdin: AsyncIterable<unknown>;
  readonly now: () => Date;
  readonly format?: Format;
  readonly columns?: ReadonlyMap<string, string>;
  readonly dryRun?: boolean;
  readonly allowPrivate?: boolean;
  readonly limits?: IntakeLimits;
  /** Told after every article. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** How far an import has come. */
export interface ImportProgress {
  /** Articles so far. */
  readonly read: number;
  /** Share (0 to 1) of the bytes on disk; undefined when the size of the input is not known. */
  readonly done: number | undefined;
}

/** What an import did. */
export interface ImportReport {
  /** Articles that were found, in whatever state. */
  readonly read: number;
  readonly written: number;
  /** Newer versions of articles that were on file. */
  readonly replaced: number;
  /** On file already, word for word. */
  readonly unchanged: number;
  /** Older versions of what is on file. */
  readonly older: number;
  readonly skipped: readonly Problem[];
}

/** Reads all sources into an archive. What is wrong with one article or file never stops the others. */
export async function runImport(order: ImportOrder): Promise<ImportReport> {
  const {
    sources,
    out,
    dryRun = false,
    columns = new Map(),
    limits = INTAKE_LIMITS,
    onProgress = () => {},
  } = order;
  const total = await measure(sources, out);
  const meter: Meter = { bytes: 0 };
  const writer = await openArchiveWriter(out, { now: order.now(), dryRun });
  const counts = { read: 0, written: 0, replaced: 0, unchanged: 0, older: 0 };
  const skipped: Problem[] = [];
  const place = async (imported: Imported, file: string) => {
    const outcome = imported.kind === 'problem' ? imported : await addItem(imported);
    if (typeof outcome === 'string') counts[outcome] += 1;
    else skipped.push({ file, line: outcome.line, what: outcome.what, mend: outcome.mend });
    counts.read += 1;
    onProgress({ read: counts.read, done: total > 0 ? Math.min(1, meter.bytes / total) : undefined });
  };
  const addItem = async ({ item, line }: Extract<Imported, { kind: 'item' }>) => {
    const placement: Placement = await writer.add(item);
    return placement === 'duplicate' ? { line, ...duplicate(item.uri) } : placement;
  };
  try {
    for await (const delivery of deliver(sources, { ...order, meter, except: out, limits })) {
      if (delivery.kind === 'refusal')
        skipped.push({ file: delivery.name, what: delivery.what, mend: delivery.mend });
      else
        for await (const imported of importDelivery(delivery, { ...order, columns, limits }))
          await place(imported, delivery.name);
    }
  } finally {
    await writer.close();
  }
  return { ...counts, skipped };
}

function duplicate(uri: string) {
  const what = `another article of this import has the same id and version (${uri})`;
  return { what, mend: 'Give the two different ids, or one a later version' };
}
