import { amount } from '../amount.ts';
import {
  ClusterError,
  type ClusterSettings,
  connectCluster,
  type IndexShape,
  indexToCluster,
} from '../cluster/index.ts';
import { openVisibleArchive } from '../corpus/index.ts';
import { CommandError } from './command-error.ts';
import { openProgressLine } from './import-progress.ts';
import { problemLine } from './problem-line.ts';
import type { Terminal } from './terminal.ts';

/** Brings the archive into a search cluster, with its progress, and tells what was done. */
export async function fillCluster(
  folders: readonly string[],
  settings: ClusterSettings,
  { shards, replicas }: IndexShape,
  { stdout, stderr, now }: Terminal,
): Promise<void> {
  const start = performance.now();
  const progress = openProgressLine({ stderr, now });
  try {
    const cluster = await connectCluster(settings);
    const archive = await openVisibleArchive(folders, { now: now() });
    const done = await indexToCluster(cluster, archive, {
      ...{ shards, replicas },
      onProgress: progress.show,
      report: (problem) => {
        progress.clear();
        stderr.write(problemLine(problem));
      },
    }).finally(() => cluster.close());
    progress.clear();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const changes = `${amount(done.written, 'article')} written, ${done.removed.toLocaleString('en')} removed`;
    const contents = `${amount(done.passages, 'passage')} of ${amount(done.articles, 'article')}`;
    stdout.write(`${contents} in ${seconds} s, asked as ${cluster.name} (${done.index}): ${changes}\n`);
  } catch (error) {
    progress.clear();
    if (error instanceof ClusterError) throw new CommandError(error.message, { cause: error });
    throw error;
  }
}
