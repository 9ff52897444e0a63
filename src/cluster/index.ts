export { readClusterAddress } from './cluster-address.ts';
export { ClusterError } from './cluster-error.ts';
export { type IndexShape, readPublished } from './cluster-index.ts';
export { clusterTerm } from './cluster-terms.ts';
export { type Cluster, type ClusterSettings, connectCluster } from './connect-cluster.ts';
export { type ClusterIndexing, type ClusterIndexingOptions, indexToCluster } from './index-to-cluster.ts';
export { hashWords, type PassageDocument } from './passage-document.ts';
export { readLexicon } from './read-lexicon.ts';
