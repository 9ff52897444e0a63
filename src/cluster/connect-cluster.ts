import { readFile } from 'node:fs/promises';
import type { Client } from '@opensearch-project/opensearch';
import { type ClusterAddress, readClusterAddress } from './cluster-address.ts';
import { ClusterError, explainFailure } from './cluster-error.ts';

/** How a cluster is reached. */
export interface ClusterSettings {
  /** See `readClusterAddress`. */
  readonly url: string;
  /** File of the authority that signed its certificate. @default those that Node trusts */
  readonly caFile?: string;
  /** Instead of a user with a password. */
  readonly apiKey?: string;
}

/** A cluster that can be asked. */
export interface Cluster extends Pick<ClusterAddress, 'name'> {
  readonly client: Client;
  /** Makes a call, and rejects with a ClusterError when it fails. */
  call<T>(request: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const REQUEST_TIMEOUT_MS = 30_000;

/** Makes a client, which connects with its first call. Rejects with a ClusterError for settings that cannot be used. */
export async function connectCluster({ url, caFile, apiKey }: ClusterSettings): Promise<Cluster> {
  const { nodes, name, username, password } = readClusterAddress(url);
  const ca = caFile === undefined ? undefined : await readAuthority(caFile);
  // A newsroom without a cluster does not load it.
  const { Client } = await import('@opensearch-project/opensearch');
  const client = new Client({
    nodes: [...nodes],
    requestTimeout: REQUEST_TIMEOUT_MS,
    maxRetries: nodes.length - 1,
    ...(ca !== undefined && { ssl: { ca } }),
    ...(apiKey !== undefined && { headers: { authorization: `ApiKey ${apiKey}` } }),
    ...(username !== undefined && password !== undefined && { auth: { username, password } }),
  });
  const call = async <T>(request: (client: Client) => Promise<T>): Promise<T> => {
    try {
      return await request(client);
    } catch (error) {
      throw explainFailure(error, nodes.join(', '));
    }
  };
  return { name, client, call, close: () => client.close() };
}

async function readAuthority(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ClusterError(`The certificate in FACTDESK_SEARCH_CA cannot be read: ${why}.`, { cause });
  }
}
