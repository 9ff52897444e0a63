import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { missingForNode } from './build-node.ts';
import { type ClusterPlan, planCluster, TestCluster } from './cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Undefined where no node can be started. */
    readonly cluster?: ClusterPlan;
  }
}

/** Starts the cluster beside the tests of other projects, which do not wait for it; its own wait until it is ready. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const missing = await missingForNode();
  if (missing !== undefined) {
    const how = `${missing} not found (Debian: openjdk-17-jdk-headless, maven)`;
    if (process.env.CI) throw new Error(`The tests of the search cluster cannot run: ${how}.`);
    console.warn(`The tests of the search cluster are skipped: ${how}.`);
    return undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'factdesk-opensearch-'));
  const plan = await planCluster({ folder, keeper: process.pid });
  project.provide('cluster', plan);
  const cluster = new TestCluster(plan);
  const started = cluster.start().catch(() => {});
  return async () => {
    await started;
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
