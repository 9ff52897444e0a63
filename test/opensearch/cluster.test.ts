import { spawn } from 'node:child_process';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createFolder } from '../corpus/temporary-folder.ts';
import { planCluster, TestCluster } from './cluster.ts';

const plan = inject('cluster');

describe.skipIf(plan === undefined)('three nodes of OpenSearch', () => {
  const cluster = new TestCluster(plan ?? { folder: '', keeper: 0, nodes: [] });
  const [first = '', second = ''] = cluster.urls;

  beforeAll(() => cluster.untilReady());

  async function ask(url: string, path: string, method = 'GET', body?: object) {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: answer.status, body: await answer.json() };
  }

  it('are one cluster, green with one replica, and answer when one of them is killed', async () => {
    const settings = { number_of_shards: 3, number_of_replicas: 1 };
    expect((await ask(first, '/words', 'PUT', { settings })).status).toBe(200);
    for (const id of ['dam', 'ferry', 'stork'])
      await ask(first, `/words/_doc/${id}?refresh=true`, 'PUT', { word: id });
    const health = await ask(second, '/_cluster/health/words?wait_for_status=green&timeout=30s');
    expect(health.body).toMatchObject({ status: 'green', number_of_nodes: 3, active_shards: 6 });

    try {
      await cluster.killNode('node-1');
      await expect(ask(first, '/')).rejects.toThrow('fetch failed');
      await expect
        .poll(async () => (await ask(second, '/words/_search')).body, { timeout: 30_000 })
        .toMatchObject({ _shards: { failed: 0 }, hits: { total: { value: 3 } } });
    } finally {
      await cluster.startNode('node-1');
    }
    await cluster.untilReady();
    const again = await ask(first, '/_cluster/health/words?wait_for_status=green&timeout=30s');
    expect(again.body).toMatchObject({ status: 'green', number_of_nodes: 3 });
    await ask(first, '/words', 'DELETE');
  });

  it('end with the process that keeps them, also when that is killed', async () => {
    const keeper = spawn('sleep', ['60']);
    const other = new TestCluster(
      await planCluster({ folder: await createFolder({}), keeper: keeper.pid ?? 0 }),
    );
    await other.startNode('node-1');
    const [url = ''] = other.urls;
    await expect.poll(() => ask(url, '/').catch(() => undefined), { timeout: 30_000 }).toBeDefined();
    keeper.kill('SIGKILL');
    await other.untilGone('node-1');
    await expect(ask(url, '/')).rejects.toThrow('fetch failed');
  });
});
