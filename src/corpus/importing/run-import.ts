import { openArchiveWriter } from '../archive/index.ts';
import type { Format, ImportDefaults, Imported } from '../importers/index.ts';
import { addArticle } from './add-article.ts';
import { findItems, measure } from './find-items.ts';
import { type ByteMeter, IMPORT_LIMITS, type ImportLimits } from './import-item.ts';
import { type ImportRemark, type ImportReport, openTally } from './import-tally.ts';
import { readArticles } from './read-articles.ts';
import { openUnmetItems } from './unmet-items.ts';

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
  /** What is said of all documents that say nothing of it themselves. @default nothing */
  readonly defaults?: ImportDefaults;
  readonly dryRun?: boolean;
  readonly allowPrivate?: boolean;
  readonly limits?: ImportLimits;
  /** Told what was skipped, and what else is wrong, as soon as it is met. */
  readonly onRemark?: (remark: ImportRemark) => void;
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

/** Reads all sources into an archive. What is wrong with one article or file never stops the others. */
export async function runImport(order: ImportOrder): Promise<ImportReport> {
  const {
    sources,
    out,
    dryRun = false,
    columns = new Map(),
    defaults = {},
    limits = IMPORT_LIMITS,
    onRemark = () => {},
    onProgress = () => {},
  } = order;
  const total = await measure(sources, out);
  const meter: ByteMeter = { bytes: 0 };
  const writer = await openArchiveWriter(out, { now: order.now(), dryRun });
  const tally = openTally(onRemark);
  const unmet = openUnmetItems();
  const place = async (imported: Imported, file: string) => {
    if (imported.kind === 'item') {
      await addArticle(imported, file, { writer, tally, unmet });
      tally.noteState(imported, file, order.now());
    } else tally.note(imported, file);
    const done = total > 0 ? Math.min(1, meter.bytes / total) : undefined;
    onProgress({ read: tally.report().read, done });
  };
  try {
    for await (const item of findItems(sources, { ...order, meter, except: out, limits })) {
      if (item.kind === 'refusal') tally.skip({ file: item.name, what: item.what, mend: item.mend });
      else
        for await (const imported of readArticles(item, { ...order, columns, defaults, limits }))
          await place(imported, item.name);
    }
  } finally {
    await writer.close();
  }
  unmet.problems().forEach(tally.leaveUnmet);
  return tally.report();
}
