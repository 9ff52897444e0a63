import {
  type IndexMeta,
  indexNamed,
  MAPPING_VERSION,
  notesMapping,
  notesOf,
  passageAnalysis,
  passageMapping,
  passageSimilarity,
  readingFingerprint,
} from './cluster-mapping.ts';
import type { Cluster } from './connect-cluster.ts';

/** How an index is spread over the nodes. */
export interface IndexShape {
  readonly shards: number;
  /** Further copies of each shard. */
  readonly replicas: number;
}

const identity = () => ({ mapping: MAPPING_VERSION, reading: readingFingerprint() });

/** Makes the index that this version of factdesk fills, where it is not there yet. Gives its name. */
export async function prepareIndex(cluster: Cluster, { shards }: IndexShape): Promise<string> {
  const index = indexNamed(cluster.name);
  const settings = { number_of_shards: shards, number_of_replicas: 0, refresh_interval: '-1' };
  await createIndex(cluster, notesOf(index), {
    settings: { ...settings, number_of_shards: 1 },
    mappings: notesMapping,
  });
  await createIndex(cluster, index, {
    settings: { ...settings, similarity: passageSimilarity, analysis: passageAnalysis },
    mappings: { ...passageMapping, _meta: { ...identity() } },
  });
  return index;
}

async function createIndex(cluster: Cluster, index: string, body: object): Promise<void> {
  const { body: exists } = await cluster.call((client) => client.indices.exists({ index }));
  if (!exists) await cluster.call((client) => client.indices.create({ index, body }));
}

/** Lets an index be asked: everything written is found, shards get their copies, and the alias leads to it alone. */
export async function publishIndex(
  cluster: Cluster,
  index: string,
  contents: NonNullable<IndexMeta['contents']>,
  { replicas }: IndexShape,
): Promise<void> {
  const settings = { number_of_replicas: replicas, refresh_interval: '1s' };
  const both = [index, notesOf(index)];
  await cluster.call((client) => client.indices.putSettings({ index: both, body: { index: settings } }));
  await cluster.call((client) => client.indices.refresh({ index: both }));
  await cluster.call((client) =>
    client.indices.putMapping({ index, body: { _meta: { ...identity(), contents } } }),
  );
  await lead(cluster, index);
}

/** Lets the alias lead to one index alone, in one step. The others stay. */
async function lead(cluster: Cluster, index: string): Promise<void> {
  const alias = cluster.name;
  const others = (await indicesBehind(cluster)).filter((other) => other !== index);
  const actions = [
    ...others.map((other) => ({ remove: { index: other, alias } })),
    { add: { index, alias } },
  ];
  await cluster.call((client) => client.indices.updateAliases({ body: { actions } }));
}

/** The indices that the alias leads to: one, but for the work of other hands. */
async function indicesBehind({ call, name }: Cluster): Promise<readonly string[]> {
  const { body: exists } = await call((client) => client.indices.existsAlias({ name }));
  return exists ? Object.keys((await call((client) => client.indices.getAlias({ name }))).body) : [];
}

/** What the index behind the alias says of itself; undefined where the alias leads nowhere. */
export async function readPublished(
  cluster: Cluster,
): Promise<{ readonly index: string; readonly meta: IndexMeta | undefined } | undefined> {
  const [index] = await indicesBehind(cluster);
  if (index === undefined) return undefined;
  const { body } = await cluster.call((client) => client.indices.getMapping({ index }));
  const meta = body[index]?.mappings._meta;
  return { index, meta: meta as IndexMeta | undefined };
}
