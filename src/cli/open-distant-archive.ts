import type { Config } from '../config.ts';
import type { ArchiveSource } from '../search/index.ts';
import { CommandError } from './command-error.ts';

/** An archive in a search cluster, and what closes it. */
export interface DistantArchive {
  readonly archive: ArchiveSource;
  close(): Promise<void>;
}

/**
 * Opens the archive in the cluster that is set; undefined where none is. Where it cannot be reached that is reported,
 * and questions are answered without it.
 */
export async function openDistantArchive(
  { search }: Pick<Config, 'search'>,
  { now, report }: { readonly now: () => Date; readonly report: (line: string) => void },
): Promise<DistantArchive | undefined> {
  if (search?.url === undefined) return undefined;
  const { ClusterError, connectCluster, openClusterArchive } = await import('../cluster/index.ts');
  const cluster = await connectCluster({ ...search, url: search.url }).catch((cause: unknown) => {
    throw cause instanceof ClusterError ? new CommandError(cause.message, { cause, exitCode: 2 }) : cause;
  });
  const archive = openClusterArchive(cluster, {
    now,
    report: ({ isReached, why }) => report(isReached ? 'The search cluster answers again.' : why),
  });
  await archive.refresh().catch((error: unknown) => {
    if (!(error instanceof ClusterError)) throw error;
    report(`${error.message} Questions are answered without the archive.`);
  });
  return { archive, close: () => cluster.close() };
}
