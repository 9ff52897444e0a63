import type { ImportOrder, ImportReport } from './importing/index.ts';

/**
 * Reads articles from files, packages, addresses and pipes into an archive folder. What is wrong with one of them
 * never stops the others. Rejects with ArchiveWriteError when the folder cannot be written.
 */
export async function importArticles(order: ImportOrder): Promise<ImportReport> {
  // The parsers of all formats take half a second to load, which a bot that starts has no use for.
  const { runImport } = await import('./importing/index.ts');
  return runImport(order);
}
