import { join } from 'node:path';
import { openArchive } from '../../../src/corpus/archive/index.ts';
import {
  type ImportOrder,
  type ImportRemark,
  type ImportReport,
  runImport,
} from '../../../src/corpus/importing/index.ts';
import { formatPlace } from '../../../src/corpus/index.ts';
import { aFolder, allPassages } from '../archive/a-folder.ts';

export const NOW = new Date('2026-04-01T12:00:00Z');

/** What an import reports, and what can be quoted afterwards. */
export interface Imported extends ImportReport {
  readonly out: string;
  readonly texts: readonly string[];
  readonly remarks: readonly ImportRemark[];
  /** `file:line: what` with the folder taken away. */
  readonly problems: readonly string[];
}

/** Runs a real import into a temporary folder and reads back what stands in it. */
export async function importing(
  sources: readonly string[],
  order: Partial<ImportOrder> = {},
): Promise<Imported> {
  const out = order.out ?? join(aFolder(), 'archive');
  const remarks: ImportRemark[] = [];
  const report = await runImport({
    sources,
    out,
    stdin: piping(''),
    now: () => NOW,
    onRemark: (remark) => remarks.push(remark),
    ...order,
  });
  const problems = remarks
    .filter(({ kind }) => kind === 'problem')
    .map((problem) => `${formatPlace(problem).replace(/^.*?factdesk-archive-\w+\//, '')}: ${problem.what}`);
  return { ...report, out, remarks, texts: order.dryRun ? [] : await textsIn(out), problems };
}

/** Every sentence that can be quoted from an archive folder. */
export async function textsIn(out: string): Promise<readonly string[]> {
  const archive = await openArchive([out], { now: NOW });
  if (archive.problems.length > 0) throw new Error(JSON.stringify(archive.problems));
  return (await allPassages(archive)).map(({ text }) => text);
}

export async function* piping(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
