/** Starts three nodes of OpenSearch for work by hand, until it is ended: `node --import ./bin/typescript.js` this. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planCluster, TestCluster } from './cluster.ts';

const start = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'factdesk-opensearch-'));
const cluster = new TestCluster(await planCluster({ folder, keeper: process.pid }));
await cluster.start();
await cluster.untilReady();
console.log(`Three nodes in ${((performance.now() - start) / 1000).toFixed(1)} s: ${cluster.urls.join(' ')}`);
const keepAlive = setInterval(() => {}, 60_000);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    clearInterval(keepAlive);
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  });
}
